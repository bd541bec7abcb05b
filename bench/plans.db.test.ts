import { beforeAll, expect, test } from 'vitest'
import { findPublicComment, listReplies } from '@/lib/comments/queries'
import { countAbout, listAbout } from '@/lib/comments/queries-about'
import { findReceipt, listOwnComments } from '@/lib/comments/queries-own'
import { findOwnInArticle } from '@/lib/comments/queries-own-in-article'
import { cursorAround, listConversation } from '@/lib/comments/queries-page'
import { findPlace } from '@/lib/comments/queries-place'
import { findPostFacts } from '@/lib/comments/queries-post-facts'
import { listProfileComments } from '@/lib/comments/queries-profile'
import { searchConversation } from '@/lib/comments/queries-search'
import { listTalkEvents, newestTalkMark } from '@/lib/comments/queries-talk-events'
import { sorts } from '@/lib/comments/sorts'
import { readCommentText } from '@/lib/comments/text'
import { wordingOf } from '@/lib/comments/wording'
import { useTestDatabase } from '@/lib/database/test-database'
import { db, plannedAnew } from '@/lib/db'
import { listQueue, listRulesThatHold } from '@/lib/moderation/queries-queue'
import { mostLookedThrough } from '@/lib/moderation/queries-unread'
import { type QueueFilter, queues, wholeQueue, writeFilter } from '@/lib/moderation/queue-filter'
import { asModerator } from './desk'
import { generateComments } from './generate-comments'
import { holdBack } from './moderating-waiting'
import { nodesOf, planOf, rowsOf, statementsOf } from './plans'
import { type Subject, subjectOf } from './talk-subject'

const { pool, url } = useTestDatabase()
const now = new Date()
let talk: Subject
let busy = { id: 0, name: '' }

function common() {
  const text = readCommentText('Thank you for this article.')
  if (!text.ok) throw new Error(text.error)
  return wordingOf(text.value, new Set())
}

beforeAll(async () => {
  await db().section.create({ data: { slug: 'world', name: 'World', position: 1 }, select: { id: true } })
  const { articleIds } = await generateComments(url, {
    sizes: [...new Array(60).fill(50), 6_000],
    seed: 11,
    readers: 5_000,
  })
  talk = await subjectOf(articleIds.at(-1) ?? 0)
  const { articleId } = talk
  await db().$executeRaw`
    insert into "PastRank" ("commentId", "articleId", sort, rank, since, until)
    select c.id, c."articleId", sort, c.rank * factor, c."createdAt", now() + factor * interval '1 minute'
    from "Comment" c cross join unnest(array['best', 'other']) sort cross join unnest(array[0.3, -0.4, 0.7]) factor
    where c."articleId" = ${articleId} and c."parentId" is null and c.rank * factor >= 0`
  await db().$executeRaw`
    insert into "Anchor" ("commentId", "articleId", "versionId", paragraph, quote, prefix, suffix)
    select c.id, a.id, a."currentVersionId", c.id % 2, 'what is said', '', ''
    from "Comment" c join "Article" a on a.id = c."articleId" where c."parentId" is null and c.id % 5 = 0`
  await db().$executeRaw`
    insert into "TalkEvent" ("articleId", kind, "commentId", "parentId", "rootId", "createdAt")
    select "articleId", 'posted', id, "parentId", "rootId", "createdAt" from "Comment"`
  // All of it in one section: who looks into another must not read it.
  await holdBack(url, 1_000)
  await db().$executeRaw`update "DeskItem" set risk = 0.9`
  // A third of them in the same words, as if they had been written so: what is written never changes.
  await pool.query(`alter table "Revision" disable trigger "Revision_immutable"`)
  await db().$executeRaw`update "Revision" set fingerprint = ${common().fingerprint} where id % 3 = 0`
  await pool.query(`alter table "Revision" enable trigger "Revision_immutable"`)
  await db().$executeRaw`analyze`
  busy = await db().reader.findFirstOrThrow({
    orderBy: { postedCount: 'desc' },
    select: { id: true, name: true },
  })
}, 120_000)

// The others are too small here for PostgreSQL to prefer an index.
const large = ['Comment', 'Revision', 'CommentWords', 'Decision', 'DeskItem', 'PastRank', 'TalkEvent', 'Vote']

const moderator = () => asModerator({ ...busy, email: '', cookie: '' })
const viewer = () => ({ id: busy.id, banned: false })
const [middle, inBranch, first] = [
  () => talk.roots[10] ?? 0,
  () => talk.branch.answers[10] ?? { id: 0, createdAt: now },
  { after: null },
]

/** Words that many say, by somebody who says much. */
function judge(): Promise<unknown> {
  return findPostFacts(
    { id: busy.id },
    { articleId: talk.articleId, parentId: null, key: 'pressed' },
    common(),
    now,
  )
}

const narrowed: Partial<QueueFilter>[] = [
  { section: 'world', newAuthors: true, waiting: 30 },
  { section: 'nowhere' },
  { queue: 'risky', section: 'nowhere' },
  { queue: 'risky', section: 'world' },
  { queue: 'new', section: 'nowhere' },
  { queue: 'new', section: 'world' },
  { queue: 'new', newAuthors: true },
  { queue: 'new', article: 1 },
  { queue: 'new', author: 1 },
]

/** What is asked, how, and how many rows of one kind the answer may have to do with. */
const asked: [what: string, ask: () => Promise<unknown>, rows: number][] = [
  ...sorts.flatMap((sort): (typeof asked)[number][] => [
    [`${sort}, first page`, () => listConversation(talk.articleId, { sort, ...first }, now), 200],
    [
      `${sort}, a later page`,
      async () => {
        const after = await cursorAround(talk.articleId, middle(), sort, now)
        return listConversation(talk.articleId, { sort, after }, now)
      },
      200,
    ],
  ]),
  ['a branch, first page', () => listReplies(talk.branch.rootId, null), 60],
  [
    'a branch, a later page',
    () => listReplies(talk.branch.rootId, { at: inBranch().createdAt, id: inBranch().id }),
    60,
  ],
  ['a permalink', () => findPlace(inBranch().id), 200],
  ['a comment that is answered', () => findPublicComment(middle(), talk.articleId), 5],
  ['what is said about a paragraph', () => listAbout(talk.articleId, 1, null), 700],
  ['how much is said about paragraphs', () => countAbout(talk.articleId), 2_000],
  ['a search for a common word', () => searchConversation(talk.articleId, 'the', null), 520],
  ['a search for a rare word', () => searchConversation(talk.articleId, talk.words.rare[0] ?? '', null), 520],
  ['a search for two words', () => searchConversation(talk.articleId, '"the ferry" -bridge', null), 520],
  ['a profile', () => listProfileComments(busy.id, null), 60],
  ['own comments', () => listOwnComments(busy, { take: 20, before: null }), 60],
  ['own comments in a conversation', () => findOwnInArticle(viewer(), talk.articleId, now), 60],
  ['a receipt', () => findReceipt(busy, middle()), 60],
  ['what a new comment is judged by', judge, 20],
  ['the newest event', () => newestTalkMark(talk.articleId, now), 5],
  ['events since', () => listTalkEvents(talk.articleId, 1n, 100), 110],
  ...queues.map((queue): (typeof asked)[number] => [
    `the ${queue} queue`,
    () => listQueue(moderator(), { ...wholeQueue, queue }, { after: null, now }),
    200,
  ]),
  ...narrowed.map((filter): (typeof asked)[number] => [
    `the queue of ${writeFilter({ ...wholeQueue, ...filter })}`,
    () => listQueue(moderator(), { ...wholeQueue, ...filter }, { after: null, now }),
    filter.queue === 'new' && (filter.section || filter.newAuthors) ? mostLookedThrough : 200,
  ]),
  ['the rules that hold something', () => listRulesThatHold(moderator()), 30],
]

// A conversation has 6,000 comments, a reader some hundred: whatever reads one whole would show in its rows.
test.each(asked)('%s is read by indexes, no more of it than is shown', async (_what, ask, rows) => {
  const sent = (await statementsOf(ask)).filter(({ text }) => /^\s*(select|with|\()/i.test(text))
  expect(sent.length).toBeGreaterThan(0)
  for (const statement of sent)
    for (const mode of modesOf(statement.text))
      for (const node of nodesOf(await planOf(pool, statement, mode))) {
        const { 'Node Type': type, 'Relation Name': table, 'Index Name': index } = node
        const told = `${mode}: ${type} ${table ?? ''} ${index ?? ''}: ${rowsOf(node)} rows, in ${statement.text}`
        const isLarge = table !== undefined && large.includes(table)
        expect(isLarge && type === 'Seq Scan', told).toBe(false)
        if (isLarge || type.includes('Sort')) expect(rowsOf(node), told).toBeLessThanOrEqual(rows)
      }
})

/** What is planned for its values each time never has a plan for all of them. */
function modesOf(text: string): ('custom' | 'generic')[] {
  return text.includes(plannedAnew) ? ['custom'] : ['custom', 'generic']
}

test('a statement that reads a conversation whole would show', async () => {
  const [whole] = await statementsOf(
    () =>
      db()
        .$queryRaw`select id from "Comment" where "articleId" = ${talk.articleId} order by rank * 2 desc limit 20`,
  )
  if (!whole) throw new Error('nothing was sent')
  const rows = nodesOf(await planOf(pool, whole, 'generic')).map(rowsOf)
  expect(Math.max(...rows)).toBeGreaterThan(5_000)
})
