import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { articlesPerPage, listArticles } from '@/lib/newsroom/queries-list'
import type { Editor } from '@/lib/readers/viewer'
import { askedOfList } from './article-list'
import { asModerator } from './desk'
import { generateListing } from './generate-listing'
import { nodesOf, planOf, rowsOf, statementsOf } from './plans'

const { pool, url } = useTestDatabase()
const count = 20_000
let editor: Editor

beforeAll(async () => {
  await generateListing(url, count)
  editor = { ...asModerator({ id: 1, name: 'Mara Lind', email: '', cookie: '' }), role: 'administrator' }
}, 120_000)

// A page and one row more; a quarter's share of what is looked for by words; nothing that grows with the archive.
const most = 3_000

test.each(askedOfList)(
  '%s: no table is read from end to end, and little beside the page',
  async (_name, filter) => {
    const all = { words: '', state: null, section: null, author: null, from: null, to: null, ...filter }
    const statements = await statementsOf(() => listArticles(editor, all, null))
    const asked = statements.filter(({ text }) => /ArticleListing/.test(text) && /limit/i.test(text))
    for (const statement of asked)
      for (const mode of ['custom', 'generic'] as const) {
        const nodes = nodesOf(await planOf(pool, statement, mode))
        expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
        const read = nodes.filter((node) => node['Relation Name'] === 'ArticleListing').map(rowsOf)
        expect(Math.max(0, ...read)).toBeLessThan(most)
      }
    expect(asked.length).toBeGreaterThan(0)
  },
)

test('every way to ask gives what a plain look at every row gives', async () => {
  for (const [name, filter] of askedOfList) {
    const all = { words: '', state: null, section: null, author: null, from: null, to: null, ...filter }
    const { articles } = await listArticles(editor, all, null)
    const rows = await db().$queryRaw<{ id: number }[]>`
      select l."articleId" as id from "ArticleListing" l
      where (${all.words} = '' or to_tsvector('simple', l.headline) @@ plainto_tsquery('simple', ${all.words}))
        and (${all.state}::text is null or l.state::text = ${all.state}
          or (${all.state} = 'update-waits' and exists (select from "ScheduledUpdate" w where w."articleId" = l."articleId")))
        and (${all.section}::text is null or l."sectionId" = (select id from "Section" where slug = ${all.section}))
        and (${all.author}::text is null or (select id from "Author" where slug = ${all.author}) = any(l."authorIds"))
        and (${all.from}::text is null or l."changedAt" >= ${all.from}::text::date::timestamptz)
        and (${all.to}::text is null or l."changedAt" < (${all.to}::text::date + 1)::timestamptz)
      order by l."changedAt" desc, l."articleId" desc limit ${articlesPerPage}`
    expect([name, articles.map(({ id }) => id)]).toEqual([name, rows.map(({ id }) => id)])
  }
})
