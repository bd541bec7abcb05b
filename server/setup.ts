// What a site needs before its first request, in a process of its own: the demonstration newsroom, where it is wanted,
// and an administrator. Their texts, drawings and passwords leave no trace in the memory of those who serve.
import { isDatabaseAway } from '@/lib/database-away'
import { readEnv } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { giveNameKeys } from '@/lib/readers/commands-name-keys'
import { shared } from '@/lib/shared'
import { wantsDemonstration } from '@/prisma/seed/demonstration-wanted'
import { ensureAdministrator } from '@/prisma/seed/first-administrator'
import { Surroundings } from './messages'
import { print, tell } from './say'
import { timed } from './timed'

process.once('message', (message) => {
  setUp(Surroundings.parse(message)).then(
    (sentence) => process.send?.({ sentence }, () => process.exit()),
    (error: unknown) =>
      process.send?.({ sentence: tell(error), away: isDatabaseAway(error) }, () => process.exit(1)),
  )
})
process.on('disconnect', () => process.exit(1))
// The supervisor heard it as well, and goes no further once this is done.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

/** A sentence for the operator where the site cannot be set up, else null. */
async function setUp({ url, named, authSecret }: Surroundings): Promise<string | null> {
  const read = readEnv(process.env)
  if (!read.ok) return read.problems.join('\n')
  const env = { ...read.value, AUTH_SECRET: authSecret }
  shared().env = env
  const db = openDatabase(url, 4, named)
  await giveNameKeys()
  if (await wantsDemonstration(env)) {
    const { loadDemonstration } = await import('@/prisma/seed/demonstration')
    await timed('Loading the demonstration newsroom', () => loadDemonstration(env, new Date()))
  }
  const administrator = await ensureAdministrator(env, new Date(), print)
  await db.$disconnect()
  return administrator.ok ? null : administrator.sentence
}
