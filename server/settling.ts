import { fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { migrate } from '@/lib/database/migrate'
import { startRefusalSentence } from '@/lib/database/refusal'
import { isAccessDenied, isDatabaseAway } from '@/lib/database-away'
import { ownProgram } from '@/lib/own-program'
import type { Surroundings } from './messages'
import { Refusal } from './say'

/** Migrations. Rejects with a Refusal, or with an error that `isAway` knows. */
export async function bringUpToDate({ directUrl }: Surroundings): Promise<void> {
  const migrated = await migrate(directUrl)
  if (!migrated.ok) throw new Refusal(startRefusalSentence(migrated))
}

/**
 * The demonstration and the first administrator, in a process of their own. `caller` is the program that asks;
 * `atEnd` is told how to end what then still runs.
 */
export async function setUp(
  caller: string,
  surroundings: Surroundings,
  atEnd: (undo: () => void) => void,
): Promise<void> {
  const { file, execArgv } = ownProgram(caller, 'setup', './server/setup.ts')
  const child = fork(file, { execArgv })
  atEnd(() => void child.kill('SIGKILL'))
  child.send(surroundings)
  const answer = await new Promise<unknown>((resolve) => {
    child.once('message', resolve)
    child.once('exit', (code) => resolve({ sentence: `The site could not be set up (code ${code}).` }))
  })
  const { sentence, away } = Object(answer)
  if (away === true) throw new Away(String(sentence))
  if (typeof sentence === 'string') throw new Refusal(sentence)
}

/** Tries until it succeeds or fails for another reason than that the database is away. */
export async function untilThere(work: () => Promise<void>, everyMs = 1000): Promise<void> {
  for (;;) {
    const isDone = await work().then(
      () => true,
      (error) => {
        if (!isAway(error)) throw refusalOf(error)
        return false
      },
    )
    if (isDone) return
    await pause(everyMs, undefined, { ref: false })
  }
}

export function isAway(error: unknown): boolean {
  return error instanceof Away || isDatabaseAway(error)
}

/** A database that cannot be reached is the operator's to mend, not a bug. */
export function refusalOf(error: unknown): unknown {
  if (!isAway(error) && !isAccessDenied(error)) return error
  return new Refusal(`${unusableSentence(error)} Look at DATABASE_URL and DATABASE_DIRECT_URL.`)
}

export function unusableSentence(error: unknown): string {
  const told =
    error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : String(error)
  return `The database cannot be used: ${told}.`
}

/** The database went away while another process worked with it. */
class Away extends Error {}
