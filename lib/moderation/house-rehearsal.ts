import { z } from 'zod'

/** How many comments of the last thirty days the newsroom's own check is asked about: somebody's program answers each. */
export const mostAsked = 50

/**
 * How far a rehearsal of the newsroom's own check has come, as an address has it, so that nothing has to be kept: which
 * comment was the newest when it began, how many were asked about, which of them it would have held, and about how many
 * it gave no answer.
 */
export type HouseRehearsal = { from: number; asked: number; held: number[]; failed: number }

const count = z.coerce.number().int().min(0).max(mostAsked)
const id = z.coerce.number().int().min(1).max(2_147_483_647)
const form = z.object({
  from: id,
  asked: count,
  held: z.string().transform((text) => (text === '' ? [] : text.split('.'))),
  failed: count,
})
const ids = z.array(id).max(mostAsked)

/** Null for what no rehearsal ever wrote. */
export function readRehearsal(fields: Record<string, unknown>): HouseRehearsal | null {
  const { from, asked, held, failed } = fields
  const read = form.safeParse({ from, asked, held, failed })
  const heldIds = ids.safeParse(read.data?.held)
  if (!read.success || !heldIds.success) return null
  const { data } = read
  if (heldIds.data.length + data.failed > data.asked) return null
  return { ...data, held: heldIds.data }
}

export function writeRehearsal({ from, asked, held, failed }: HouseRehearsal): Record<string, string> {
  return { from: String(from), asked: String(asked), held: held.join('.'), failed: String(failed) }
}

/** So many of a list, spread evenly over all of it, its first one among them. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).flatMap(
    (each) => (each === undefined ? [] : [each]),
  )
}
