import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { type LogFilter, readLogFilter } from '@/lib/moderation/log-filter'
import { appealsPerPage, countOpenAppeals, listOpenAppeals } from '@/lib/moderation/queries-appeals'
import { entriesPerPage, listLog, listNewsroom } from '@/lib/moderation/queries-log'
import type { Moderator } from '@/lib/readers/viewer'
import { asModerator } from './desk'
import { generateComments } from './generate-comments'
import { nodesOf, planOf, rowsOf, statementsOf } from './plans'

const { pool, url } = useTestDatabase()
const timeZone = 'Europe/Paris'
let given: { moderator: Moderator; reader: string; comment: string; article: string; day: string }

beforeAll(async () => {
  await db().section.create({ data: { slug: 'world', name: 'World', position: 1 }, select: { id: true } })
  const { articleIds } = await generateComments(url, {
    sizes: [...new Array(60).fill(50), 6_000],
    seed: 11,
    readers: 3_000,
  })
  const [someone] = await db().$queryRaw<{ id: number; name: string }[]>`
    select r.id, r.name from "Decision" d join "Reader" r on r.id = d."actorId" where d.rule = 'approved' limit 1`
  if (!someone) throw new Error('nobody decided')
  await db().$executeRaw`
    insert into "StaffAction" (kind, "actorId", "commentId", "createdAt")
    select (array['picked', 'pick-removed', 'pin-removed', 'lists-adopted'])[1 + c.id % 4], d."actorId", c.id, c."createdAt"
    from "Comment" c join "Decision" d on d."commentId" = c.id and d.rule = 'approved'`
  // Many appeals were made, few are open.
  await db().$executeRaw`
    insert into "Appeal" ("decisionId", "commentId", "readerId", text, outcome, "settledById", "createdAt")
    select d.id, c.id, c."authorId", 'Please.', case when d.id % 20 > 0 then 'upheld' end, case when d.id % 20 > 0 then d.id end, d."createdAt"
    from "Decision" d join "Comment" c on c.id = d."commentId" where d."actorId" is not null order by d.id`
  await db().$executeRaw`analyze`
  const comment = await db().comment.findFirstOrThrow({
    where: { articleId: articleIds[0] ?? 0 },
    select: { id: true, createdAt: true, author: { select: { handle: true } } },
  })
  given = {
    moderator: asModerator({ ...someone, email: '', cookie: '' }),
    reader: comment.author.handle,
    comment: String(comment.id),
    article: String(articleIds[0]),
    day: comment.createdAt.toISOString().slice(0, 10),
  }
}, 120_000)

type Query = Partial<Record<keyof LogFilter, string>>

const aPage = entriesPerPage + 1
// What belongs to one article of fifty comments, or to one reader, is read whole.
const aPart = 300

const asked: [what: string, query: () => Query, rows: number][] = [
  ['everything', () => ({}), aPage],
  ['one person’s', () => ({ by: String(given.moderator.id) }), aPage],
  ['rules’', () => ({ by: 'rules' }), aPage],
  ['a kind of decision', () => ({ kind: 'rejected' }), aPage],
  ['what one rule decided', () => ({ by: 'rules', kind: 'newcomer' }), aPage],
  ['a kind that nobody decided', () => ({ kind: 'appeal-upheld' }), aPage],
  ['a kind of action', () => ({ kind: 'picked' }), aPage],
  ['a rare kind of a busy person', () => ({ by: String(given.moderator.id), kind: 'edit-rejected' }), aPage],
  ['a kind of action of one person', () => ({ by: String(given.moderator.id), kind: 'pinned' }), aPage],
  ['some days', () => ({ from: given.day, to: given.day }), aPage],
  ['one day of a person', () => ({ by: String(given.moderator.id), from: given.day, to: given.day }), aPage],
  ['a comment', () => ({ comment: given.comment }), aPage],
  ['a reader', () => ({ reader: given.reader }), aPart],
  ['an article', () => ({ article: given.article }), aPart],
  ['a kind under an article', () => ({ article: given.article, kind: 'rejected' }), aPart],
  ['what was decided together', () => ({ action: '1' }), aPage],
]

test.each(asked)(
  'the log of %s is read by indexes, no more of it than is shown',
  async (_what, query, rows) => {
    const { filter, unreadable } = readLogFilter(query())
    expect(unreadable).toEqual([])
    const first = await listLog(given.moderator, filter, { after: null, timeZone })
    const sent = await statementsOf(async () => {
      await listLog(given.moderator, filter, { after: null, timeZone })
      if (first.next) await listLog(given.moderator, filter, { after: first.next, timeZone })
    })
    expect(sent.length).toBeGreaterThan(0)
    for (const statement of sent)
      for (const mode of ['custom', 'generic'] as const)
        for (const node of nodesOf(await planOf(pool, statement, mode))) {
          const { 'Node Type': type, 'Relation Name': table, 'Index Name': index } = node
          const told = `${mode}: ${type} ${table ?? ''} ${index ?? ''}: ${rowsOf(node)} rows, in ${statement.text}`
          const isLarge = table === 'Decision' || table === 'StaffAction' || table === 'Comment'
          expect(isLarge && type === 'Seq Scan', told).toBe(false)
          if (isLarge || type.includes('Sort')) expect(rowsOf(node), told).toBeLessThanOrEqual(rows * 2)
        }
  },
)

test('the newsroom’s people are found without reading its readers', async () => {
  const [statement] = await statementsOf(() => listNewsroom(given.moderator))
  if (!statement) throw new Error('nothing was sent')
  const nodes = nodesOf(await planOf(pool, statement, 'generic'))
  expect(nodes.map((node) => node['Index Name'])).toContain('Reader_newsroom')
})

test('open appeals are found and counted among all that were made', async () => {
  const sent = await statementsOf(async () => {
    await listOpenAppeals(given.moderator, { after: null, now: new Date() })
    await listOpenAppeals(given.moderator, { after: 1_000, now: new Date() })
    await countOpenAppeals(given.moderator, new Date())
  })
  const all = await db().appeal.count()
  for (const statement of sent)
    for (const mode of ['custom', 'generic'] as const)
      for (const node of nodesOf(await planOf(pool, statement, mode))) {
        const { 'Node Type': type, 'Relation Name': table } = node
        const told = `${mode}: ${type} ${table ?? ''}: ${rowsOf(node)} rows, in ${statement.text}`
        expect(table === 'Appeal' && type === 'Seq Scan', told).toBe(false)
        // Counting reads what is open; a page reads no more than itself.
        const most = /count\(/.test(statement.text) ? all / 10 : appealsPerPage + 1
        if (table === 'Appeal') expect(rowsOf(node), told).toBeLessThanOrEqual(most)
      }
})
