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
 * One transaction. What PostgreSQL gave up to break a ring of waits (40P01, which Prisma calls P2034) is done
 * again: nothing of it stood.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>, tries = 3): Promise<T> {
  try {
    return await db().$transaction(work)
  } catch (error) {
    if (tries > 1 && error instanceof Error && 'code' in error && error.code === 'P2034')
      return inTransaction(work, tries - 1)
    throw error
  }
}
