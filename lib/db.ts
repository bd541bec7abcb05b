import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { shared } from './shared'

export type Transaction = Prisma.TransactionClient

/**
 * Stands in a statement whose best plan hangs on what is asked: it is planned each time, for its values. One that is planned
 * once for all values expects twenty comments of new authors to be found soon, and goes through the whole queue.
 */
export const plannedAnew = '/* planned anew */'

/** The open database of this process. */
export function db(): PrismaClient {
  const { db } = shared()
  if (!db) throw new Error('the database has not been opened')
  return db
}

/** True when the database refused a row because a unique rule already holds one. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}

/**
 * One transaction, of ten seconds at most unless `timeout` (milliseconds) says otherwise. What PostgreSQL gave up to break a
 * ring of waits is done again: nothing of it stood.
 */
export async function inTransaction<T>(
  work: (tx: Transaction) => Promise<T>,
  limits: { timeout?: number } = {},
): Promise<T> {
  return unlessInARing(() => db().$transaction(work, limits))
}

/** The same for one statement, which is a transaction of its own. */
export async function unlessInARing<T>(work: () => Promise<T>, tries = 5): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tries > 1 && isRing(error)) return unlessInARing(work, tries - 1)
    throw error
  }
}

/** 40P01, which Prisma calls P2034, but for what was asked in SQL: there it gives PostgreSQL's own code in the text. */
function isRing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === 'P2034') || error.message.includes('40P01')
}
