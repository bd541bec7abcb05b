import type { ViewerAnswer } from '@/app/api/viewer/viewer-answer'
import { watchCounter } from './composer-counter'
import { watchDraft } from './composer-draft'
import { createHint } from './composer-hint'
import { showProblem } from './composer-problem'
import { countLetters } from './letters'
import { announce, duration, language, sayer } from './parts'
import { type Posted, post } from './post'
import type { PostedInPlace } from './posted'
import { viewer } from './viewer-answer'

const signedOut = { ok: false, word: 'signed-out', retrySeconds: 0, sentence: undefined } as const
const isNobody = ({ reader }: ViewerAnswer) => reader === null

/** Posts a comment in place and keeps its text on the device until then. */
export function enhanceComposer(host: HTMLElement, signal: AbortSignal): void {
  const form = host.querySelector('form')
  const box = form?.querySelector('textarea')
  const button = form?.querySelector<HTMLButtonElement>('[type=submit]')
  if (!form || !box) return
  const parent = form.querySelector<HTMLInputElement>('[name=parent]')
  const say = sayer(host)
  const longest = Number(host.getAttribute('longest'))
  const draft = watchDraft(form, box, createHint(host, signal), signal)
  watchCounter(host, box, longest, signal)
  let isWaiting = false

  form.addEventListener(
    'submit',
    (event) => {
      const { name = '' } = (event.submitter ?? {}) as { name?: string }
      // The page shows how it will look, and keeps the text.
      if (name === 'preview') return draft.handOver()
      event.preventDefault()
      if (!isWaiting) send(form, box, name).catch(goWithoutScripts)
    },
    { signal },
  )
  box.addEventListener('input', () => showProblem(host, box, null), { signal })

  async function send(form: HTMLFormElement, box: HTMLTextAreaElement, how: string) {
    showProblem(host, box, null)
    const letters = countLetters(box.value)
    if (letters === 0) return refuse('blank')
    if (letters > longest) return refuse('too-long')
    wait(true)
    // Not knowing who reads is no reason not to try.
    const isSignedOut = await viewer().then(isNobody, () => false)
    const fields = draft.fields()
    if (how) fields.set(how, '1')
    const answer = isSignedOut ? signedOut : await post(form.action, fields)
    wait(false)
    if (answer.ok) finish(answer.posted)
    else if (answer.word === 'signed-out') goWithoutScripts()
    else refuse(answer.word, answer.retrySeconds, answer.sentence)

    function wait(isPosting: boolean): void {
      isWaiting = isPosting
      box.readOnly = isPosting
      button?.setAttribute('aria-disabled', String(isPosting))
      announce(host, isPosting ? say('posting') : '')
    }
  }

  /** Where the site keeps the text, through signing in and whatever else is needed. */
  function goWithoutScripts(): void {
    if (!form) return
    draft.handOver()
    HTMLFormElement.prototype.submit.call(form)
  }

  function finish(posted: Posted): void {
    draft.drop()
    const detail: PostedInPlace = { ...posted, parentId: Number(parent?.value) || null }
    const event = new CustomEvent('tribune:posted', { bubbles: true, cancelable: true, detail })
    // Where nobody shows it here, it is shown where it would be without scripts.
    if (host.dispatchEvent(event)) location.assign(posted.url)
  }

  function refuse(word: string, retrySeconds = 0, told?: string): void {
    if (!box) return
    const length = countLetters(box.value).toLocaleString(language())
    const sentence = told ?? (say(word, { length, time: duration(retrySeconds) }) || say('failed'))
    showProblem(host, box, sentence, word === 'nudge')
    // What is closed stays closed.
    if (word === 'closed') button?.remove()
    box.focus()
  }
}
