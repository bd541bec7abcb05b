import { beforeAll, expect, test } from 'vitest'
import { listForPrograms } from '@/lib/api/queries-articles'
import { listCommentsForPrograms } from '@/lib/api/queries-comments'
import { listMostRead, listReadDays } from '@/lib/articles/queries-reads'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenStory } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { listFeedArticles } from '@/lib/feeds/queries'
import { listFeedComments } from '@/lib/feeds/queries-comments'
import { listFeedCorrections } from '@/lib/feeds/queries-corrections'
import { listNews, listSitemapArticles } from '@/lib/feeds/queries-sitemap'
import { generateArticles } from './generate-articles'
import { generateComments } from './generate-comments'
import { nodesOf, planOf, rowsOf, statementsOf } from './plans'

const { pool, url } = useTestDatabase()
const site = new URL('https://tribune.example')
const [articles, comments, daysOfReads, readADay] = [20_000, 2_000, 400, 50]
let talk = 0

beforeAll(async () => {
  await givenStory({ section: 'world', bylines: ['ada-brandvold'] })
  const { articleIds } = await generateComments(url, {
    sizes: [...new Array(20).fill(20), comments],
    seed: 3,
  })
  talk = articleIds.at(-1) ?? 0
  await generateArticles(url, articles)
  await db().$executeRaw`
    insert into "ArticleReads" ("articleId", day, count)
    select a.id, current_date - back, 1 + (a.id * back) % 97
    from (select id from "Article" order by id desc limit ${readADay}) a cross join generate_series(0, ${daysOfReads - 1}) back`
  await db().$executeRaw`analyze`
}, 120_000)

const middle = { at: new Date(Date.now() - 9 * 365 * 86_400_000), id: 1 }
const since = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** What programs ask for, and how many rows of one kind the answer may have to do with. */
const asked: [what: string, ask: () => Promise<unknown>, rows: number][] = [
  ['the feed of the site', () => listFeedArticles(site, null), 200],
  ['the feed of a section', () => listFeedArticles(site, { section: 'world' }), 200],
  ['the feed of a tag', () => listFeedArticles(site, { tag: 'subject-1' }), 200],
  ['the feed of an author', () => listFeedArticles(site, { author: 'ada-brandvold' }), 200],
  ['the feed of a conversation', () => listFeedComments(site, talk), 300],
  ['the feed of corrections', () => listFeedCorrections(site), 200],
  ['the news sitemap', () => listNews(site, 'en', new Date()), 200],
  ['a part of the sitemap that is empty', () => listSitemapArticles(site, 900), 5],
  ['all articles, for programs', () => listForPrograms(null, null, 20, site), 200],
  ['all articles, a later page', () => listForPrograms(null, middle, 20, site), 200],
  ['a section, a later page', () => listForPrograms({ section: 'world' }, middle, 20, site), 200],
  ['comments, for programs', () => listCommentsForPrograms(talk, null, 20, site), 200],
  [
    'comments, a later page',
    () => listCommentsForPrograms(talk, { at: new Date(), id: 1_000_000 }, 20, site),
    200,
  ],
  // A week's and a fortnight's worth, of more than a year's.
  ['what is read most', () => listMostRead({ take: 5, since: since(6) }), 8 * readADay],
  ['how much is read', () => listReadDays({ take: 14 }), 15 * readADay],
]

test.each(asked)('%s is read by indexes, no more of it than is told', async (_what, ask, rows) => {
  const sent = (await statementsOf(ask)).filter(({ text }) => /^\s*(select|with|\()/i.test(text))
  expect(sent.length).toBeGreaterThan(0)
  for (const statement of sent)
    for (const mode of ['custom', 'generic'] as const)
      for (const node of nodesOf(await planOf(pool, statement, mode))) {
        const { 'Node Type': type, 'Relation Name': table, 'Index Name': index } = node
        const told = `${mode}: ${type} ${table ?? ''} ${index ?? ''}: ${rowsOf(node)} rows, in ${statement.text}`
        expect(rowsOf(node), told).toBeLessThanOrEqual(rows)
      }
})
