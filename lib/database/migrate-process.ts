import { applyMigrations } from './apply-migrations'
import { MigrateRequest } from './migrate-request'

process.once('message', async (message) => {
  const answer = await applyMigrations(MigrateRequest.parse(message))
  // The engine's own timers would keep the process for another ten seconds.
  process.send?.(answer, () => process.exit())
})
