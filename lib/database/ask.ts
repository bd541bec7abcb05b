import { setImmediate as turn } from 'node:timers/promises'
import pg from 'pg'
import { isDatabaseAway } from '@/lib/database-away'

/**
 * Resolves when the database answers, be it with a refusal; rejects when it does not within `limitMs`. On a
 * connection of its own, so that a busy pool does not pass for a database that is away.
 */
export async function askDatabase(url: string, limitMs = 3000): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'tribune question' })
  client.on('error', () => undefined)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(async () => {
      // This process may itself have been too busy to read an answer that is there.
      await turn()
      await turn()
      reject(new Error(`no answer within ${limitMs} ms`))
    }, limitMs)
  })
  try {
    await Promise.race([client.connect().then(() => client.query('select 1')), late])
    client.end().catch(() => undefined)
  } catch (error) {
    // A server that hangs would not answer a goodbye either.
    client.connection.stream.destroy()
    const isAnswer = error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))
    if (!isAnswer || isDatabaseAway(error)) throw error
  } finally {
    clearTimeout(timer)
  }
}
