import { dateIn } from '@/lib/articles/archive-date'
import {
  type Arrangement,
  arrangementSchema,
  mostBriefs,
  mostSeconds,
  type Pin,
} from '@/lib/articles/arrangement'
import { publicId } from '@/lib/public-id'
import { clock } from '@/lib/site-time'
import { isWallTime, zonedTimeToInstant } from '@/lib/zoned-time'

export type Fields = Record<string, string | string[] | undefined>

export const slots = [
  'lead',
  ...Array.from({ length: mostSeconds }, (_, index) => `second-${index + 1}` as const),
  ...Array.from({ length: mostBriefs }, (_, index) => `brief-${index + 1}` as const),
] as const
export type Slot = (typeof slots)[number]

/** What the form at /admin/front says; null where a News ID, a time or a number is none. */
export function readTyped(
  fields: Fields,
  sections: readonly { slug: string }[],
  timeZone: string,
): Arrangement | null {
  const chosen = readChosen(fields)
  const pins = slots.map((slot) => [slot, readPin(fields, slot, chosen.get(slot), timeZone)] as const)
  if (pins.some(([, pin]) => pin === 'wrong')) return null
  const of = (kind: string) =>
    pins.flatMap(([slot, pin]) => (pin && pin !== 'wrong' && slot.startsWith(kind) ? [pin] : []))
  const columns = sections
    .map(({ slug }) => ({
      section: slug,
      stories: Number(text(fields, `stories-${slug}`)),
      place: Number(text(fields, `place-${slug}`)),
    }))
    .sort((a, b) => a.place - b.place)
  const parsed = arrangementSchema.safeParse({
    lead: of('lead')[0] ?? null,
    seconds: of('second'),
    briefs: of('brief'),
    columns: columns.map(({ section, stories }) => ({ section, stories })),
  })
  return parsed.success ? parsed.data : null
}

/** The pin that stands in a slot of the form. */
export function pinIn({ lead, seconds, briefs }: Arrangement, slot: Slot): Pin | null {
  const [kind, number] = slot.split('-')
  if (kind === 'lead') return lead
  return (kind === 'second' ? seconds : briefs)[Number(number) - 1] ?? null
}

/** An instant as the browser's box for date and time has it, in the site's zone. */
export function wallTime(instant: Date, timeZone: string): string {
  const { year, month, day } = dateIn(instant, timeZone)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock(instant, { timeZone, language: 'en' })}`
}

/** What was found by words and given a place (`as-49434=lead`): it takes that place from whatever was typed into it. */
function readChosen(fields: Fields): Map<string, string> {
  return new Map(
    Object.keys(fields).flatMap((name) => {
      const [, id] = /^as-([1-9][0-9]{0,9})$/.exec(name) ?? []
      const slot = text(fields, name)
      return id === undefined || slot === '' ? [] : [[slot, id]]
    }),
  )
}

function readPin(
  fields: Fields,
  slot: Slot,
  chosen: string | undefined,
  timeZone: string,
): Pin | null | 'wrong' {
  const until = text(fields, `until-${slot}`)
  const typed = chosen ?? text(fields, `pin-${slot}`)
  if (typed === '') return null
  const id = publicId(typed)
  if (id === null) return 'wrong'
  if (until === '') return { id, until: null }
  const [, ...parts] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(until) ?? []
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map(Number)
  const wall = { year, month, day, hour, minute }
  return isWallTime(wall) ? { id, until: zonedTimeToInstant(wall, timeZone).toISOString() } : 'wrong'
}

function text(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.trim() : ''
}
