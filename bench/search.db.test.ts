import { expect, test } from 'vitest'
import type { Cursor } from '@/lib/comments/cursor'
import { foundPerPage, mostFoundCounted, searchConversation } from '@/lib/comments/queries-search'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { generateComments } from './generate-comments'

const { url } = useTestDatabase()

async function readAll(articleId: number, query: string): Promise<number[]> {
  const ids: number[] = []
  let after: Cursor | null = null
  do {
    const page = await searchConversation(articleId, query, after)
    expect(page.comments.length).toBeLessThanOrEqual(foundPerPage)
    ids.push(...page.comments.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

test('the pages of a search show everything once, whether its words are common or rare', async () => {
  await db().section.create({ data: { slug: 'world', name: 'World', position: 1 }, select: { id: true } })
  const { articleIds } = await generateComments(url, { sizes: [3_000], seed: 5 })
  const articleId = articleIds[0] ?? 0
  const rare = await db().$queryRaw<{ word: string }[]>`
    select word from ts_stat('select words from "CommentWords"') where ndoc between 30 and 60 order by word limit 2`
  for (const query of ['the', 'ferry', 'ferry bridge', 'harbour -the', ...rare.map(({ word }) => word)]) {
    const expected = await db().$queryRaw<{ id: number }[]>`
      select p.id from "PublicComment" p join "Revision" r on r.id = (select "publicRevisionId" from "Comment" where id = p.id)
      where p."articleId" = ${articleId} and words_of(r.normalised) @@ websearch_to_tsquery('simple', ${query})
      order by p."createdAt" desc, p.id desc`
    expect(expected.length).toBeGreaterThan(foundPerPage)
    expect(await readAll(articleId, query)).toEqual(expected.map(({ id }) => id))
    const { total } = await searchConversation(articleId, query, null)
    expect([query, total]).toEqual([query, Math.min(expected.length, mostFoundCounted + 1)])
  }
})
