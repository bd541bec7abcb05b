/** Long enough to have been read, or passed over. */
const seenMs = 1_000
/** An article that was open for less was looked at, and not read. */
const readMs = 5_000
const mostWaiting = 50

/**
 * Tells the site which comments were before the reader's eyes, in a few small letters: what is recommended by few of
 * many who saw it ranks below what few saw; and that the article was read. Nothing is said of who it was.
 */
export function watchSeen(host: HTMLElement, signal: AbortSignal): void {
  if (!('IntersectionObserver' in window) || !('sendBeacon' in navigator)) return
  const url = `/api/news/${host.getAttribute('article')}/seen`
  const watched = new WeakSet<Element>()
  const timers = new Map<Element, ReturnType<typeof setTimeout>>()
  const waiting = new Set<number>()
  let isRead = false
  const reading = setTimeout(() => (isRead = !!document.querySelector('main>article')), readMs)
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries) {
        clearTimeout(timers.get(target))
        // Of what is higher than two windows there is never half to see.
        if (intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2)
          timers.set(target, setTimeout(note, seenMs, target))
      }
    },
    { threshold: [0.02, 0.06, 0.12, 0.25, 0.5] },
  )

  function watch(): void {
    for (const comment of host.querySelectorAll('article[id^=comment-]'))
      if (!watched.has(comment) && !comment.closest('[data-own]')) {
        watched.add(comment)
        observer.observe(comment)
      }
  }

  function note(comment: Element): void {
    observer.unobserve(comment)
    waiting.add(Number(comment.id.slice('comment-'.length)))
    if (waiting.size >= mostWaiting) tell()
  }

  function tell(): void {
    if (waiting.size > 0 || isRead) navigator.sendBeacon(url, JSON.stringify({ ids: [...waiting], isRead }))
    waiting.clear()
    isRead = false
  }

  host.addEventListener('tribune:changed', watch, { signal })
  document.addEventListener('visibilitychange', tell, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(reading)
  })
  watch()
}
