import { language } from './parts'
import { relativeTime } from './relative-time'

const everyMs = 60_000

/** Says of recent comments how long ago they were; the whole date stays in the title. */
export function enhanceTimes(host: HTMLElement, signal: AbortSignal): void {
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
  let timer: ReturnType<typeof setTimeout> | undefined

  function refresh(): void {
    clearTimeout(timer)
    if (document.visibilityState !== 'visible' || signal.aborted) return
    const now = Date.now()
    const times = [...host.querySelectorAll<HTMLTimeElement>('time[datetime]')]
    const fresh = times.filter((time) => time.title === '')
    // All are measured before any is changed: the browser lays the page out once.
    const widths = fresh.map((time) => roomOf(time).offsetWidth)
    for (const [index, time] of fresh.entries()) {
      time.title = time.textContent
      // It keeps its room, so that a shorter text moves nothing on the page.
      roomOf(time).style.minWidth = `${widths[index]}px`
    }
    for (const time of times) {
      const text = relativeTime(Date.parse(time.dateTime), now, format) ?? time.title
      if (time.textContent !== text) time.textContent = text
    }
    timer = setTimeout(refresh, everyMs)
  }

  document.addEventListener('visibilitychange', refresh, { signal })
  // Where comments come in later.
  host.addEventListener('tribune:changed', refresh, { signal })
  refresh()
}

function roomOf(time: HTMLElement): HTMLElement {
  return time.parentElement instanceof HTMLAnchorElement ? time.parentElement : time
}
