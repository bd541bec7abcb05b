import { watchCounter } from './composer-counter'
import { watchDraft } from './composer-draft'
import { showProblem } from './composer-problem'
import { countLetters } from './letters'
import { announce, duration, language, sayer } from './parts'
import { type PostAnswer, type Posted, post } from './post'
import type { PostedInPlace } from './posted'
import { viewer, watchViewer } from './viewer-answer'

/** Posts a comment in place and keeps its text on the device until then. */
export function enhanceComposer(host: HTMLElement, signal: AbortSignal): void {
  const form = host.querySelector('form')
  const box = form?.querySelector('textarea')
  const button = form?.querySelector<HTMLButtonElement>('[type=submit]')
  if (!form || !box || !button) return
  const parent = form.querySelector<HTMLInputElement>('[name=parent]')
  const say = sayer(host)
  const longest = Number(host.getAttribute('longest'))
  const hint = form.querySelector<HTMLElement>('[data-hint]')
  const draft = watchDraft(host, form, box, hint, signal)
  watchCounter(host, box, longest, signal)
  watchViewer(
    ({ reader }) => hint?.classList.toggle('invisible', reader !== null && !draft.isRestored),
    signal,
  )
  let isPosting = false

  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault()
      if (!isPosting) void send(form, box, button)
    },
    { signal },
  )
  box.addEventListener('input', () => showProblem(host, box, null), { signal })

  async function send(form: HTMLFormElement, box: HTMLTextAreaElement, button: HTMLButtonElement) {
    showProblem(host, box, null)
    const letters = countLetters(box.value)
    if (letters === 0) return refuse('blank')
    if (letters > longest) return refuse('too-long')
    isPosting = true
    button.setAttribute('aria-disabled', 'true')
    announce(host, say('posting'))
    // Not knowing who reads is no reason not to try.
    const isSignedOut = await viewer()
      .then(({ reader }) => reader === null)
      .catch(() => false)
    const answer: PostAnswer = isSignedOut
      ? { ok: false, word: 'signed-out', retrySeconds: 0 }
      : await post(form.action, draft.fields())
    isPosting = false
    button.removeAttribute('aria-disabled')
    announce(host, '')
    if (answer.ok) finish(answer.posted)
    else if (answer.word === 'signed-out') {
      // The way without scripts: the site keeps the text through signing in.
      draft.handOver()
      HTMLFormElement.prototype.submit.call(form)
    } else refuse(answer.word, answer.retrySeconds)
  }

  function finish(posted: Posted): void {
    draft.drop()
    const detail: PostedInPlace = { ...posted, parentId: Number(parent?.value) || null }
    const event = new CustomEvent('tribune:posted', { bubbles: true, cancelable: true, detail })
    // Where nobody shows it here, it is shown where it would be without scripts.
    if (host.dispatchEvent(event)) location.assign(posted.url)
  }

  function refuse(word: string, retrySeconds = 0): void {
    if (!box || !button) return
    const length = countLetters(box.value).toLocaleString(language())
    const sentence = say(word, { length, time: duration(retrySeconds) }) || say('failed')
    showProblem(host, box, sentence)
    // What is closed stays closed.
    if (word === 'closed') button.remove()
    box.focus()
  }
}
