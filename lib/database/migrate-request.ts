import { z } from 'zod'

/** What the process that applies migrations is told. `pending` are names of folders, in order. */
export const MigrateRequest = z.object({ url: z.string(), folder: z.string(), pending: z.array(z.string()) })
export type MigrateRequest = z.infer<typeof MigrateRequest>

/** What it answers. After a failure nothing of that migration is in the database, and those before it are. */
export const MigrateAnswer = z.object({
  applied: z.array(z.string()),
  failed: z.object({ migration: z.string(), detail: z.string() }).nullable(),
})
export type MigrateAnswer = z.infer<typeof MigrateAnswer>
