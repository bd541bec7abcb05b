import { z } from 'zod'

/** Where the database is, and the secret that signs sessions: what only the supervisor knows. */
export const Surroundings = z.object({
  url: z.string(),
  directUrl: z.string(),
  /** Whether statements may be named: not behind a pooler. */
  named: z.boolean(),
  connections: z.number(),
  authSecret: z.string(),
  /** False while nobody could yet see to it that the database is as this Tribune needs it. */
  settled: z.boolean(),
})
export type Surroundings = z.infer<typeof Surroundings>

/**
 * What the supervisor tells a worker, in this order. `use-database` only where `settled` was false. A worker told to
 * end without having served ends as well.
 */
export const Order = z.discriminatedUnion('order', [
  z.object({ order: z.literal('prepare'), surroundings: Surroundings, runsJobs: z.boolean() }),
  z.object({ order: z.literal('serve') }),
  z.object({ order: z.literal('use-database') }),
  z.object({ order: z.literal('end'), lingerMs: z.number() }),
])
export type Order = z.infer<typeof Order>

/** What a worker says: first that it hears, then what came of each order. `failed` is followed by its end. */
export const Report = z.discriminatedUnion('report', [
  z.object({ report: z.literal('hearing') }),
  z.object({ report: z.literal('prepared') }),
  z.object({ report: z.literal('serving') }),
  z.object({ report: z.literal('failed'), sentence: z.string() }),
])
export type Report = z.infer<typeof Report>
