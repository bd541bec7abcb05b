import type { ViewerAnswer } from '@/app/api/viewer/viewer-answer'
import { orTell, quietly } from './island'
import { patience } from './patience'

type Listener = (answer: ViewerAnswer) => void

const listeners = new Set<Listener>()
let asked: Promise<ViewerAnswer> | undefined

/** Who reads, asked of the site once for all islands of the page. Rejects when the site does not say. */
export function viewer(): Promise<ViewerAnswer> {
  if (!asked) {
    asked = ask()
    quietly(asked)
  }
  return asked
}

/** Calls `listener` with who reads, now and whenever it is asked again. */
export function watchViewer(listener: Listener, signal: AbortSignal): void {
  listeners.add(listener)
  signal.addEventListener('abort', () => listeners.delete(listener))
  // That there is no answer is told once, where it was asked.
  const unanswered = () => null
  quietly(viewer().then(unlessGone, unanswered))

  function unlessGone(answer: ViewerAnswer): void {
    if (listeners.has(listener)) listener(answer)
  }
}

/** Asks again, after something changed. */
export async function askViewerAgain(): Promise<void> {
  asked = ask()
  const answer = await asked
  for (const listener of listeners) orTell(() => listener(answer))
}

async function ask(): Promise<ViewerAnswer> {
  const article = document.querySelector('[article]')?.getAttribute('article')
  const response = await fetch(article ? `/api/viewer?article=${article}` : '/api/viewer', {
    headers: { accept: 'application/json' },
    signal: patience(10_000),
  })
  if (!response.ok) throw new Error(`/api/viewer answered ${response.status}`)
  return response.json()
}

// A page that comes back from the browser's memory may be about somebody who has signed out since.
addEventListener('pageshow', (event) => {
  if (event.persisted && asked) quietly(askViewerAgain())
})
