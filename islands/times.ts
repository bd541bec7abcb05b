import { orTell } from './island'
import { language } from './parts'
import { relativeTime } from './relative-time'

const everyMs = 60_000

/**
 * Says of recent comments how long ago they were; the whole date stays in the title. Not before they come near: a
 * browser's first words in a language take a slow telephone longer than all the rest of a page's beginning.
 */
export function enhanceTimes(host: HTMLElement, signal: AbortSignal): void {
  let format: Intl.RelativeTimeFormat | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isNear = false

  const refresh = () => orTell(sayHowLongAgo)

  function sayHowLongAgo(): void {
    clearTimeout(timer)
    if (!isNear || document.visibilityState !== 'visible' || signal.aborted) return
    format ??= new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
    const now = Date.now()
    for (const time of host.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
      // The style sheet keeps the room of what is in the title, so that a shorter text moves nothing.
      time.title ||= time.textContent
      const text = relativeTime(Date.parse(time.dateTime), now, format) ?? time.title
      if (time.textContent !== text) time.textContent = text
    }
    timer = setTimeout(refresh, everyMs)
  }

  document.addEventListener('visibilitychange', refresh, { signal })
  // Where comments come in later.
  host.addEventListener('tribune:changed', refresh, { signal })
  const observer = new IntersectionObserver(
    (entries) => {
      isNear ||= entries.some(({ isIntersecting }) => isIntersecting)
      refresh()
    },
    { rootMargin: '100%' },
  )
  observer.observe(host)
  signal.addEventListener('abort', () => observer.disconnect())
}
