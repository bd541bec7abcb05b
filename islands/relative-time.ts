const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const week = 7 * day

/**
 * How long ago an instant was, in words; null where the date says it better: after a week, or when the device's clock
 * is so wrong that it lies ahead. Both in milliseconds since 1970.
 */
export function relativeTime(at: number, now: number, format: Intl.RelativeTimeFormat): string | null {
  const passed = now - at
  if (!(passed > -5 * minute && passed < week)) return null
  if (passed < minute) return format.format(0, 'second')
  if (passed < hour) return format.format(-Math.floor(passed / minute), 'minute')
  if (passed < day) return format.format(-Math.floor(passed / hour), 'hour')
  return format.format(-Math.floor(passed / day), 'day')
}
