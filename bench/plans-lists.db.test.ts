import { beforeAll, expect, test } from 'vitest'
import { type ListedBy, listStoryPage } from '@/lib/articles/queries-lists'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenStory } from '@/lib/database/test-newsroom'
import { generateArticles } from './generate-articles'
import { nodesOf, planOf, rowsOf, statementsOf } from './plans'

const { pool, url } = useTestDatabase()

const articles = 3_000
const take = 20
/** A page and the row behind it, once for the list and once for each table beside it. */
const mostRead = 3 * (take + 1)

beforeAll(async () => {
  await givenStory({ section: 'world', bylines: ['ada-brandvold'] })
  await generateArticles(url, articles)
})

const middle = { at: new Date(Date.now() - 9 * 365 * 86_400_000), id: 1 }
const lists: [string, ListedBy][] = [
  ['a section', { section: 'world' }],
  ['a tag', { tag: 'subject-1' }],
  ['an author', { author: 'ada-brandvold' }],
  ['a time', { from: new Date('2001-01-01'), until: new Date() }],
]

for (const mode of ['custom', 'generic'] as const)
  test.each(lists)(`%s is read by its index, whatever the page (${mode} plan)`, async (_name, by) => {
    for (const start of [null, { after: middle }, { before: middle }]) {
      const sent = await statementsOf(() => listStoryPage(by, start, take))
      const list = sent.find(({ text }) => text.includes('limit'))
      if (!list) throw new Error('nothing was asked')
      for (const node of nodesOf(await planOf(pool, list, mode)))
        expect(rowsOf(node)).toBeLessThanOrEqual(mostRead)
    }
  })
