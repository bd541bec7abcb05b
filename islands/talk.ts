import { dropSentDrafts, readDraft } from './drafts'
import { orTell, quietly } from './island'
import { enhanceLive } from './live'
import { showOwnComments } from './own-comments'
import { firstOf, sayer } from './parts'
import { watchPassages } from './passages'
import { type PostedInPlace, showPosted } from './posted'
import { answeredBy, createReplies } from './reply'
import { watchSeen } from './seen'
import { watchViewer } from './viewer-answer'
import { watchVisit } from './visit'
import { showDealings, watchVotes } from './votes'

/** A conversation that shows its reader's own part in it, and takes answers in place. */
export function enhanceTalk(host: HTMLElement, signal: AbortSignal): void {
  addStatus(host)
  const article = host.getAttribute('article') ?? ''
  letDiscardedGo(article)
  const replies = createReplies(host)
  markDrafts(host, article)
  showKept(host, article)
  setTimeout(() => watchPassages(host, article))

  host.addEventListener(
    'click',
    (event) => {
      const link =
        event.target instanceof Element ? event.target.closest('a[data-reply],a[data-quote]') : null
      const isPlain =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      if (link instanceof HTMLAnchorElement && isPlain && replies.toggle(link)) event.preventDefault()
    },
    { signal },
  )
  host.addEventListener(
    'tribune:posted',
    (event) => {
      if (!(event instanceof CustomEvent)) return
      event.preventDefault()
      const posted: PostedInPlace = event.detail
      quietly(showPosted(host, posted).finally(replies.close))
    },
    { signal },
  )
  watchViewer((answer) => {
    showOwnComments(host, answer)
    showDealings(host, answer)
  }, signal)
  watchVotes(host, signal)
  // Each in a task of its own, as the islands are.
  for (const enhance of [enhanceLive, watchSeen, watchVisit])
    setTimeout(() => signal.aborted || orTell(() => enhance(host, signal)))
}

/** Where sentences go that are to be read aloud. It stands empty before there is one. */
function addStatus(host: HTMLElement): void {
  if (host.querySelector(':scope > [role=status]')) return
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  status.className = 'sr-only'
  host.append(status)
}

/** A text that waited on the page for signing in was thrown away there: then it is not wanted here either. */
function letDiscardedGo(article: string): void {
  if (location.hash !== '#discarded') return
  dropSentDrafts(article)
  history.replaceState(null, '', location.pathname + location.search)
}

/** The conversation closed while a text was written: it is kept here, and can be copied on its own page. */
function showKept(host: HTMLElement, article: string): void {
  const kept = firstOf(host, 'kept-closed')
  if (kept && readDraft({ article, parent: '' }, Date.now())) host.querySelector('[data-closed]')?.after(kept)
}

/** Says beside "Reply" that an answer was begun there. */
function markDrafts(host: HTMLElement, article: string): void {
  for (const link of host.querySelectorAll<HTMLAnchorElement>('a[data-reply]')) {
    const draft = readDraft({ article, parent: answeredBy(link) }, Date.now())
    if (!draft || draft.sent) continue
    const mark = document.createElement('span')
    mark.className = 'py-1 text-quiet'
    mark.textContent = sayer(host)('draft')
    link.after(mark)
  }
}
