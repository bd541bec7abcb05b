import type { Place } from './place'
import type { StartRefusal } from './refusal'

/** What PostgreSQL's own words mean; its messages are in English because its locale is C. */
export function failureOf(place: Place, what: string, output: string, logFile: string | null): StartRefusal {
  if (/No space left on device|Disk quota exceeded/.test(output))
    return { error: 'disk-full', path: place.home, freeBytes: null }
  if (/Read-only file system/.test(output)) return { error: 'no-permission', path: place.home }
  if (/^spawn .*(EPERM|EINVAL)/.test(output)) {
    const platform = `${process.platform}-${process.arch}`
    return { error: 'unsupported-platform', reason: 'no-account', platform }
  }
  return { error: 'database-failed', what, lines: output.trim().split('\n').slice(-8), logFile }
}
