import { z } from 'zod'

export const [mostSeconds, mostBriefs, mostInColumn, usualInColumn] = [4, 6, 8, 4]

const pin = z.strictObject({ id: z.int().positive(), until: z.iso.datetime().nullable() })
const column = z.strictObject({ section: z.string(), stories: z.int().min(0).max(mostInColumn) })

/** What editors say about the front page. What they leave open fills itself. */
export const arrangementSchema = z.strictObject({
  lead: pin.nullable(),
  seconds: z.array(pin).max(mostSeconds),
  briefs: z.array(pin).max(mostBriefs),
  /** The columns in their order; sections that are not named follow as usual. None with 0 stories. */
  columns: z.array(column),
})

export type Pin = z.infer<typeof pin>
export type Arrangement = z.infer<typeof arrangementSchema>

/** Nothing is said: everything fills itself. */
export const unarranged: Arrangement = { lead: null, seconds: [], briefs: [], columns: [] }

/** As the database gives it. Throws when it is none: only commands write it. */
export function readArrangement(json: unknown): Arrangement {
  return arrangementSchema.parse(json)
}

/** The same without the pins whose time is over. */
export function inForce(arrangement: Arrangement, now: Date): Arrangement {
  const holds = ({ until }: Pin) => until === null || new Date(until) > now
  const { lead, seconds, briefs, columns } = arrangement
  return {
    lead: lead && holds(lead) ? lead : null,
    seconds: seconds.filter(holds),
    briefs: briefs.filter(holds),
    columns,
  }
}

export function pinsOf({ lead, seconds, briefs }: Arrangement): Pin[] {
  return [...(lead ? [lead] : []), ...seconds, ...briefs]
}
