import { say } from './say'

/** How long something takes, in the largest unit that it fills twice and what is left of the next: `45 minutes`, `4 h 12 min`, `2 days 3 h`. */
export function saySpan(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  if (whole < 120) return say('span.minutes', { count: whole })
  const hours = Math.floor(whole / 60)
  if (hours < 48) return say('span.hours', { count: hours, rest: whole % 60 })
  return say('span.days', { count: Math.floor(hours / 24), rest: hours % 24 })
}

/** As `saySpan`, between two instants; what has not begun lasts no time. */
export function saySince(since: Date, now: Date): string {
  return saySpan((now.getTime() - since.getTime()) / 60_000)
}
