import type { TalkNews } from '@/lib/comments/talk-news'
import { quietly } from './island'
import { fetchPage } from './page'
import { announce, countedWords, firstOf, sayer } from './parts'
import { bringIn } from './posted'
import { commentOnPage } from './thread'
import { askViewerAgain } from './viewer-answer'

/** More new comments than this are read on a page of their own. */
const mostBroughtIn = 20
/** A stream that nobody looks at is closed: browsers allow few connections to one site. */
const lookAwayMs = 30_000
const retryMs = 30_000
/** In a storm a page is that much behind what is told of it. */
const followsMs = 1_500

type News = { id: number; parent: number | null }

/**
 * Hears what happens in a conversation while it is looked at. New comments are offered by a button, so that nothing
 * moves under who reads; what was removed goes at once, and its room stays.
 */
export function enhanceLive(host: HTMLElement, signal: AbortSignal): void {
  let mark = host.getAttribute('mark')
  if (!mark || !('EventSource' in window)) return
  const path = `/api/news/${host.getAttribute('article')}`
  const branch = host.getAttribute('branch')
  const say = sayer(host)
  const fresh = new Map<number, News>()
  let [stream, away, isNear]: [EventSource?, ReturnType<typeof setTimeout>?, boolean?] = []

  function look(): void {
    const isLooking = isNear && document.visibilityState === 'visible' && !signal.aborted
    clearTimeout(away)
    if (isLooking) listen()
    else away = setTimeout(() => stream?.close(), signal.aborted ? 0 : lookAwayMs)
  }

  function listen(): void {
    if (stream && stream.readyState !== EventSource.CLOSED) return
    stream = new EventSource(`${path}/live?after=${mark}`)
    stream.addEventListener('talk', (event) => {
      mark = event.lastEventId
      hear(JSON.parse(event.data))
    })
    stream.addEventListener('reset', () => offer(say('news-reset'), () => location.reload()))
    // The browser comes back by itself, unless it was refused.
    stream.addEventListener('error', () => {
      if (stream?.readyState === EventSource.CLOSED) away = setTimeout(look, retryMs * (1 + Math.random()))
    })
  }

  function hear({ kind, id, parent, root, recommends, total }: TalkNews): void {
    const comment = commentOnPage(id)
    for (const place of document.querySelectorAll('[data-count]')) place.textContent = total
    const isOwnWaiting = comment?.closest('[data-own]')
    if (kind === 'posted' && isOwnWaiting) quietly(askViewerAgain())
    const isElsewhere = branch !== null && `${root}` !== branch
    const isThere = comment?.querySelector('header') && !isOwnWaiting
    if (kind === 'posted' && !isElsewhere && !isThere) fresh.set(id, { id, parent })
    if (kind === 'removed') {
      fresh.delete(id)
      if (comment) empty(comment)
    }
    if (kind === 'edited' && comment) setTimeout(() => quietly(reword(id, comment)), followsMs)
    const count = comment?.querySelector('[data-recommends]')
    if (kind === 'counted' && count) count.textContent = recommends > 0 ? `${recommends}` : ''
    offerFresh()
  }

  /** What was there is gone, not its room. */
  function empty(comment: HTMLElement): void {
    const gone = firstOf(host, 'gone')
    if (!gone) return
    comment.style.minHeight = `${comment.getBoundingClientRect().height}px`
    label(comment, gone)
    comment.replaceChildren(...gone.childNodes)
  }

  function offerFresh(): void {
    offer(fresh.size === 0 ? '' : countedWords(host, 'news', fresh.size), () => quietly(bring()))
  }

  function offer(words: string, take: () => void): void {
    const former = host.querySelector('[data-news]')
    const button = former ?? firstOf(host, 'news')
    const inner = button?.querySelector('button')
    if (!button || !inner) return
    if (words === '') {
      button.remove()
      return
    }
    if (!former) announce(host, words)
    inner.textContent = words
    inner.onclick = take
    if (!former) host.append(button)
  }

  async function bring(): Promise<void> {
    const all = [...fresh.values()]
    if (all.length > mostBroughtIn) return location.assign(`${path.slice(4)}/comments?sort=newest`)
    fresh.clear()
    offerFresh()
    let first: HTMLElement | null = null
    for (const { id, parent } of all) {
      const isThere = await bringIn(host, { id, url: `/comments/${id}`, parentId: parent }).catch(() => false)
      if (isThere) first ??= commentOnPage(id)
    }
    if (!first) return location.assign(`/comments/${all[0]?.id}`)
    first.tabIndex = -1
    first.focus()
  }

  new IntersectionObserver(
    (entries) => {
      isNear = entries.at(-1)?.isIntersecting
      look()
    },
    { rootMargin: '800px' },
  ).observe(host)
  document.addEventListener('visibilitychange', look, { signal })
  signal.addEventListener('abort', look)
}

/** Another wording of a comment, or its name taken off: all above its foot. What is folded away stays so. */
async function reword(id: number, comment: HTMLElement): Promise<void> {
  const page = await fetchPage(`/comments/${id}`)
  const next = page && commentOnPage(id, page)
  if (!next || comment.querySelector('[data-muted]')) return
  for (const former of above(comment)) former.remove()
  comment.prepend(...above(next))
  label(comment, next)
  comment.dispatchEvent(new Event('tribune:changed', { bubbles: true }))
}

function above(comment: HTMLElement): Element[] {
  return [...comment.children].filter((each) => !each.matches('footer, tribune-composer, [data-own]'))
}

function label(comment: Element, as: Element): void {
  comment.setAttribute('aria-label', as.getAttribute('aria-label') ?? '')
}
