import type { ViewerAnswer } from '@/app/api/viewer/viewer-answer'
import { countedWords, firstOf } from './parts'
import { watchViewer } from './viewer-answer'
import { keepVisit, lastVisit } from './visits'

/**
 * Marks what was written since the reader's last visit, says how much it is, and leads to the first of it. That they
 * are here is kept once the conversation is before their eyes, on the device and with the account.
 */
export function watchVisit(host: HTMLElement, signal: AbortSignal): void {
  const article = host.getAttribute('article') ?? ''
  let isMarked = false
  watchViewer((answer) => {
    if (isMarked) return
    isMarked = true
    // The site's clock decides, as it does for when comments were written.
    const ahead = Date.parse(answer.now) - Date.now()
    const since = lastVisit(article, Date.parse(answer.now), Date.parse(answer.article?.visitedAt ?? '') || 0)
    if (since > 0) mark(host, since, answer)
    // A branch is not all of it.
    if (!host.hasAttribute('branch')) whenSeen(() => keep(since, Date.now() + ahead, answer))
  }, signal)

  function keep(since: number, now: number, { reader }: ViewerAnswer): void {
    keepVisit(article, since, now)
    if (reader) navigator.sendBeacon?.(`/api/viewer?article=${article}`)
  }

  /** Now, and again whenever the reader turns away. */
  function whenSeen(note: () => void): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) return
      observer.disconnect()
      note()
      document.addEventListener('visibilitychange', note, { signal })
    })
    observer.observe(host)
    signal.addEventListener('abort', () => observer.disconnect())
  }
}

function mark(host: HTMLElement, since: number, { article }: ViewerAnswer): void {
  const own = new Set(article?.comments.map(({ id }) => `comment-${id}`))
  const fresh = [...host.querySelectorAll('article[id^=comment-]')].filter((comment) => {
    const time = comment.querySelector('header time')?.getAttribute('datetime') ?? ''
    return Date.parse(time) > since && !own.has(comment.id)
  })
  for (const comment of fresh) comment.querySelector('header')?.append(firstOf(host, 'fresh') ?? '')
  const link = document.createElement('a')
  link.href = `#${fresh[0]?.id}`
  link.textContent = countedWords(host, 'fresh', fresh.length)
  if (fresh.length > 0) host.querySelector('[data-count]')?.after(' · ', link)
}
