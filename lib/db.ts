import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { shared } from './shared'

export type Transaction = Prisma.TransactionClient

/**
 * Opens this process's pool. `connections` is its size; one process needs about ten. `named` statements are planned once per
 * connection; behind a pooler that hands connections from one transaction to the next they must be off.
 */
export function openDatabase(url: string, connections = 10, named = true): PrismaClient {
  const db = new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: url,
        max: connections,
        application_name: 'tribune',
        // A database that hangs must not hang its askers.
        connectionTimeoutMillis: 5_000,
        query_timeout: 15_000,
      },
      named ? { statementNameGenerator: nameStatement } : {},
    ),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  })
  shared().db = db
  return db
}

// PostgreSQL plans a named statement once per connection. The texts are Prisma's and ours, a few hundred; should
// something write ever new ones, the rest stay unnamed.
const names = new Map<string, string>()
const mostNames = 1_000

function nameStatement({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= mostNames) return ''
  const name = `tribune_${names.size}`
  names.set(sql, name)
  return name
}

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
