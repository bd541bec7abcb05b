import { databaseOf } from '@/e2e/process/running'
import { db } from '@/lib/db'
import type { ListFilter } from '@/lib/newsroom/list-filter'
import { articlesPerPage, type ListPlace, listArticles } from '@/lib/newsroom/queries-list'
import type { Editor } from '@/lib/readers/viewer'
import { asModerator } from './desk'
import { numberText, quantile } from './figures'
import { generateListing } from './generate-listing'
import type { Finding, Options, Part } from './part'
import { openDatabaseOf, startSite } from './site'
import { single, targets } from './targets'

const usualArticles = 1_000_000
const times = 40

/** The desk's list over a large archive, by every filter and several together, first pages and later ones. */
export const articleList: Part = { title: 'The list of articles', isLong: true, needs: [], measure }

const nothing: ListFilter = { words: '', state: null, section: null, author: null, from: null, to: null }

/** What is asked, each from `generateListing`: words and authors that are common, rare, and of long ago. */
export const askedOfList: [name: string, filter: Partial<ListFilter>][] = [
  ['everything', {}],
  ['published', { state: 'published' }],
  ['withdrawn', { state: 'withdrawn' }],
  ['scheduled', { state: 'scheduled' }],
  ['an update waits', { state: 'update-waits' }],
  ['an update waits in a section', { state: 'update-waits', section: 's2' }],
  ['a section', { section: 's2' }],
  ['a section’s withdrawn', { section: 's2', state: 'withdrawn' }],
  ['a common word', { words: 'council' }],
  ['a rare word', { words: 'w77777' }],
  ['a word of long ago', { words: 'oldtown' }],
  ['two words', { words: 'council bridge' }],
  ['a word that nobody wrote', { words: 'nowhere-to-be-found' }],
  ['a common word among the withdrawn', { words: 'council', state: 'withdrawn' }],
  ['a common word in a section', { words: 'council', section: 's3' }],
  ['who wrote most', { author: 'a0' }],
  ['somebody', { author: 'a77' }],
  ['somebody who left long ago', { author: 'a399' }],
  ['somebody’s withdrawn', { author: 'a77', state: 'withdrawn' }],
  ['somebody and a word', { author: 'a77', words: 'council' }],
  ['a year', { from: '2011-01-01', to: '2011-12-31' }],
  ['a word in a year', { words: 'council', from: '2011-01-01', to: '2011-12-31' }],
  [
    'two common words in a year before one of them was there',
    { words: 'council oldtown', from: '2019-01-01', to: '2019-12-31' },
  ],
  ['a common word and one of long ago', { words: 'council oldtown' }],
  ['two words that never stand together', { words: 'w77777 w77778' }],
  ['drafts of long ago', { state: 'draft', to: '2008-01-01' }],
  [
    'everything at once',
    {
      words: 'council bridge',
      author: 'a0',
      section: 's0',
      state: 'published',
      from: '2010-01-01',
      to: '2020-12-31',
    },
  ],
  [
    'everything at once, of which there is none',
    { words: 'council bridge', author: 'a399', section: 's1', state: 'blocked', from: '2007-01-01' },
  ],
  ['withdrawn in a month', { state: 'withdrawn', from: '2011-03-01', to: '2011-03-31' }],
]

async function measure({ articles: asked, dataDir }: Options): Promise<Finding> {
  const count = asked ?? usualArticles
  const site = await startSite(dataDir === null ? {} : { dataDir })
  const url = await databaseOf(site.dataDir)
  const seconds = await generateListing(url, count)
  await openDatabaseOf(site)
  const editor = await someEditor()
  const found: { name: string; first: number[]; later: number[] }[] = []
  for (const [name, filter] of askedOfList) found.push(await timeOf(editor, name, { ...nothing, ...filter }))
  const all = found.flatMap(({ first, later }) => [...first, ...later])
  const worst = Math.max(...found.map(({ first, later }) => quantile([...first, ...later], 0.95)))
  return {
    tables: [
      {
        title: `Milliseconds of a page of ${articlesPerPage}, of ${numberText(count)} articles`,
        rows: [
          ['filter', 'first page, median', 'first page, p95', 'a later page, median', 'a later page, p95'],
          ...found.map(({ name, first, later }) => [name, ...[first, later].flatMap(twoOf)]),
        ],
      },
    ],
    notes: [`Made in ${numberText(seconds, 0)} s. The p95 is of the slowest filter.`],
    figures: [single(targets.articleList, worst)],
    raw: { count, seconds, found, all: all.length },
  }
}

async function timeOf(editor: Editor, name: string, filter: ListFilter) {
  const [first, later]: number[][] = [[], []]
  for (let time = -2; time < times; time += 1) {
    const one = await timed(() => listArticles(editor, filter, null))
    const { next } = one.value
    const two = next && (await timed(() => listArticles(editor, filter, next satisfies ListPlace)))
    if (time < 0) continue
    first?.push(one.ms)
    if (two) later?.push(two.ms)
  }
  return { name, first: first ?? [], later: later ?? [] }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  const value = await work()
  return { value, ms: performance.now() - began }
}

function twoOf(times: number[]): string[] {
  return times.length === 0 ? ['–', '–'] : [0.5, 0.95].map((q) => numberText(quantile(times, q), 1))
}

async function someEditor(): Promise<Editor> {
  const reader = await db().reader.findFirstOrThrow({
    where: { role: 'administrator' },
    select: { id: true, name: true },
  })
  return { ...asModerator({ ...reader, email: '', cookie: '' }), role: 'administrator' }
}
