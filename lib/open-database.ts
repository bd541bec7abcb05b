// Prisma's client with its engine and the schema in it: for the processes' own programs. Pages are built without it.
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'
import { plannedAnew } from './db'
import { shared } from './shared'

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
  if (sql.includes(plannedAnew)) return ''
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= mostNames) return ''
  const name = `tribune_${names.size}`
  names.set(sql, name)
  return name
}
