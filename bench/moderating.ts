import pg from 'pg'
import { databaseOf } from '@/e2e/process/running'
import { type Send, sender } from '@/e2e/process/send'
import { givenSignedIn, type Reader } from '@/e2e/process/session'
import { postComment } from '@/lib/comments/commands'
import { findDrift } from '@/lib/comments/drift'
import { db } from '@/lib/db'
import { rejectAllOf } from '@/lib/moderation/commands-batch'
import { adoptList, proposeList } from '@/lib/moderation/commands-lists'
import { undoBatch } from '@/lib/moderation/commands-undo-batch'
import { isModerator } from '@/lib/readers/viewer'
import { bodyOf } from './bodies'
import { asModerator, asViewer } from './desk'
import { medianOf, numberText, quantile } from './figures'
import { generateComments } from './generate-comments'
import { seededChance } from './generated/chance'
import { drawSizes } from './generated/sizes'
import { moderateByKeys } from './moderate-by-keys'
import type { Finding, Options, Part } from './part'
import { openDatabaseOf, startSite } from './site'
import { single, targets } from './targets'

const [usualComments, commentsPerArticle, waiting, ofOne, decisions] = [1_000_000, 50, 50_000, 10_000, 500]

// The first comments find everything cold.
const cold = 20

/** The desk at work: its queue among a million comments, large batches, the checks, and a moderator's hands. */
export const moderating: Part = {
  ...{ title: 'Moderating', isLong: true, needs: ['chromium'] },
  measure,
}

async function measure({ rounds, comments }: Options): Promise<Finding> {
  const total = comments ?? usualComments
  const site = await startSite()
  const sizes = drawSizes(seededChance(2), total, Math.ceil(total / commentsPerArticle))
  const url = await databaseOf(site.dataDir)
  const { articleIds } = await generateComments(url, {
    sizes,
    seed: 1,
    votes: true,
  })
  await openDatabaseOf(site)
  await hold(url, Math.min(waiting, Math.floor(total / 20)))
  const moderator = await givenSignedIn(site.dataDir, 'Ines at the desk', 'editor')
  const send = sender(site.origin, 1)
  const routes = await timeRoutes(send, moderator, rounds * 40)
  const batch = await timeBatch(url, moderator, Math.min(ofOne, Math.floor(total / 100)))
  const judged = await timeJudging(moderator, articleIds.at(-1) ?? 0, rounds * 200)
  const keys = await moderateByKeys(site, moderator, decisions)
  const drift = await findDrift()
  if (drift.length > 0) throw new Error(`counters drifted: ${JSON.stringify(drift.slice(0, 3))}`)
  send.close()
  const isUsual = total === usualComments
  return {
    tables: [
      {
        title: 'Pages of the queue, one moderator, milliseconds',
        rows: [
          ['page', 'median', 'p95'],
          ...routes.map(({ path, times }) => [
            path,
            numberText(quantile(times, 0.5), 1),
            numberText(quantile(times, 0.95), 1),
          ]),
        ],
      },
      {
        title: 'All of one reader',
        rows: [
          ['comments', 'rejected, s', 'taken back, s'],
          [numberText(batch.count), medianOf(batch.rejected, 2), medianOf(batch.undone, 2)],
        ],
      },
      {
        title: 'Decisions by keys in a browser',
        rows: [
          [
            'decisions',
            'a minute',
            'next comment focused after, median ms',
            'p95',
            'arrived meanwhile',
            'mis-targeted',
          ],
          [
            ...[
              numberText(keys.decided),
              numberText(keys.perMinute),
              numberText(quantile(keys.steps, 0.5), 1),
            ],
            ...[
              numberText(quantile(keys.steps, 0.95), 1),
              numberText(keys.arrived),
              String(keys.mistargeted),
            ],
          ],
        ],
      },
    ],
    notes: [
      'No counter had drifted afterwards.',
      `A comment judged and written: median ${numberText(quantile(judged, 0.5), 1)} ms, p95 ${numberText(quantile(judged, 0.95), 1)} ms.`,
    ],
    figures: isUsual
      ? [
          single(targets.queueRoute, quantile(routes[0]?.times ?? [], 0.95)),
          single(targets.rejectAll, Math.max(...batch.rejected)),
          single(targets.undoAll, Math.max(...batch.undone)),
          single(targets.judged, quantile(judged, 0.95)),
          single(targets.decisions, keys.perMinute),
          single(targets.mistargeted, keys.mistargeted),
        ]
      : [],
    raw: { routes, batch, judged, keys },
  }
}

/** Takes so many public comments that nobody answered from their readers, as reports would, with all counters. */
async function hold(url: string, count: number): Promise<void> {
  await atLength(url, [
    `create temporary table chosen on commit drop as
     select c.id, c."articleId", c."currentRevisionId", c."ancestorIds", (select max(d.number) from "Decision" d where d."commentId" = c.id) as number
     from "Comment" c
     where c.state = 'published' and c."publicDescendantCount" = 0 and c."approvedById" is null and not c."byStaff"
     order by c.id % 1009, c.id limit greatest(0, ${count} - (select count(*) from "DeskItem"))`,
    `insert into "Decision" ("commentId", "revisionId", number, "fromState", "toState", rule)
     select id, "currentRevisionId", number + 1, 'published', 'held', 'reported' from chosen`,
    `update "Comment" c set state = 'held', "publicRevisionId" = null from chosen where c.id = chosen.id`,
    `update "Comment" c set "publicDescendantCount" = c."publicDescendantCount" - gone.count
     from (select unnest("ancestorIds") as id, count(*)::int as count from chosen group by 1) gone where c.id = gone.id`,
    `update "Article" a set "publicCommentCount" = a."publicCommentCount" - n.count, "heldCommentCount" = a."heldCommentCount" + n.count
     from (select "articleId" as id, count(*)::int as count from chosen group by 1) n where a.id = n.id`,
  ])
  await atLength(url, ['commit', 'vacuum analyze', 'begin'])
}

/** One change over a connection of its own, which no limit of the site's ends. */
async function atLength(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

const paths = [
  '/admin/queue',
  '/admin/queue?show=all',
  '/admin/queue?queue=risky',
  '/admin/queue?queue=new',
  '/admin/queue?section=world&authors=new&waiting=30',
]

async function timeRoutes(send: Send, moderator: Reader, times: number) {
  const routes = paths.map((path) => ({ path, times: [] as number[] }))
  for (let turn = -5; turn < times; turn += 1)
    for (const route of routes) {
      const began = performance.now()
      const { status } = await send({ path: route.path, cookie: moderator.cookie })
      if (status !== 200) throw new Error(`${route.path} was answered ${status}`)
      if (turn >= 0) route.times.push(performance.now() - began)
    }
  return routes
}

/** Gives one reader so many comments, and rejects and brings back all of them, three times. */
async function timeBatch(url: string, moderator: Reader, count: number) {
  const [reader] = await db().$queryRaw<
    { id: number }[]
  >`select id from "Reader" where role = 'reader' order by id desc limit 1`
  const readerId = reader?.id ?? 0
  await atLength(url, [
    // Nobody's comments ever change hands: triggers would refuse this.
    `set local session_replication_role = replica`,
    `update "Comment" set "authorId" = ${readerId} where id in (
       select id from "Comment" where state = 'published' and "approvedById" is null and "authorId" <> ${readerId} order by id % 997, id limit ${count})`,
    `update "Reader" r set "postedCount" = n.posted, "rejectedCount" = n.rejected, "approvedCount" = n.approved
     from (select x.id, count(c.id)::int as posted, count(c.id) filter (where c.state = 'rejected')::int as rejected,
                  count(c.id) filter (where c."approvedById" is not null and c."publicRevisionId" is not null)::int as approved
           from "Reader" x left join "Comment" c on c."authorId" = x.id group by x.id) n
     where r.id = n.id`,
  ])
  const editor = { ...asModerator(moderator), role: 'editor' as const }
  const [rejected, undone]: [number[], number[]] = [[], []]
  let held = 0
  for (let round = 0; round < 3; round += 1) {
    let began = performance.now()
    const made = await rejectAllOf(editor, { readerId, reason: 'spam', note: null }, new Date())
    rejected.push((performance.now() - began) / 1000)
    if (!made.ok) throw new Error(made.error)
    held = made.value.decided.length
    began = performance.now()
    const back = await undoBatch(editor, made.value.actionId, new Date())
    undone.push((performance.now() - began) / 1000)
    if (!back.ok || back.value.left.length > 0) throw new Error('not all came back')
  }
  return { count: held, rejected, undone }
}

/** Judges and writes comments under lists of 5,000 words and phrases and as many hosts. */
async function timeJudging(moderator: Reader, articleId: number, times: number): Promise<number[]> {
  const editor = asViewer(moderator, 'editor')
  if (!isModerator(editor)) throw new Error('not an editor')
  const words = Array.from({ length: 5_000 }, (_, index) => `forbidden${index.toString(36)} phrase ${index}`)
  const hosts = words.map((_, index) => `host${index}.example`)
  const typed = { words: words.join('\n'), hosts: hosts.join('\n'), allowed: '' }
  const proposed = await proposeList(editor, typed, new Date())
  if (!proposed.ok) throw new Error(proposed.error)
  const adopted = await adoptList(editor, { id: proposed.value.id, inForce: null }, new Date())
  if (!adopted.ok) throw new Error(adopted.error)
  const readers = await db().reader.findMany({
    where: { role: 'reader', approvedCount: { gte: 2 } },
    take: 50,
    select: { id: true, name: true, approvedCount: true },
  })
  const measured: number[] = []
  for (let index = 0; index < times + cold; index += 1) {
    const reader = readers[index % readers.length]
    if (!reader) throw new Error('nobody is known')
    const writer = {
      ...asViewer({ ...reader, email: '', cookie: '' }, 'reader'),
      approvedCount: reader.approvedCount,
    }
    const body = bodyOf(index)
    const began = performance.now()
    const posted = await postComment(writer, { articleId, parentId: null, body, key: null }, new Date())
    if (!posted.ok) throw new Error(posted.error)
    if (index >= cold) measured.push(performance.now() - began)
  }
  return measured
}
