import { db, type Transaction } from '@/lib/db'
import { type Block, readBody } from './body'
import type { StandingPage } from './standing-page'

/** What a standing page says, as an editor wrote it. */
export type StandingText = { number: number; title: string; body: Block[]; createdAt: Date }

/** What a page says now; null where nobody has written it, and it says what the house brings. */
export async function findStandingText(
  slug: StandingPage,
  asked: Pick<Transaction, 'standingText'> = db(),
): Promise<StandingText | null> {
  const row = await asked.standingText.findFirst({
    where: { slug },
    orderBy: { number: 'desc' },
    select: { number: true, title: true, body: true, createdAt: true },
  })
  return row && { ...row, body: readBody(row.body) }
}
