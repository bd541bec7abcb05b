import { expect, test } from 'vitest'
import { postComment } from '@/lib/comments/commands'
import { deleteComment } from '@/lib/comments/commands-delete'
import { editComment } from '@/lib/comments/commands-edit'
import { recommend } from '@/lib/comments/commands-vote'
import { findDrift } from '@/lib/comments/drift'
import { rankOf } from '@/lib/comments/rank'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { decide } from './commands'
import { reportComment } from './commands-report'
import { undoDecision } from './commands-undo'
import { firstReasons } from './reasons'
import { replay } from './replay'

useTestDatabase()

const operations = process.env.TRIBUNE_LONG ? 10_000 : 1_000
const atOnce = 40

test(`after ${operations} random operations, ${atOnce} at a time, no counter has drifted and every comment stands where its decisions lead`, async () => {
  const people = await givenPeople()
  const ids: number[] = []
  const done = new Map<string, number>()
  let left = operations
  const chance = seededChance(20_261_125)
  const work = async () => {
    while (left > 0) {
      left -= 1
      const what = await operate(people, ids, chance)
      done.set(what, (done.get(what) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  // Every kind of operation was really done, or the law would say little.
  for (const kind of kinds) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(operations / 100)

  expect(await findDrift()).toEqual([])
  const comments = await db().comment.findMany({
    select: {
      id: true,
      state: true,
      currentRevisionId: true,
      publicRevisionId: true,
      approvedById: true,
      rank: true,
      recommendCount: true,
      seenCount: true,
      reportWeight: true,
      decisions: { orderBy: { number: 'asc' } },
      reports: { where: { upheld: null }, select: { weight: true } },
    },
  })
  for (const {
    id,
    decisions,
    reports,
    rank,
    recommendCount,
    seenCount,
    reportWeight,
    ...standing
  } of comments) {
    expect({ id, ...replay(decisions) }).toEqual({ id, ...standing })
    expect({ id, rank }).toEqual({ id, rank: rankOf({ recommendCount, seenCount }) })
    expect(reportWeight, `reports about ${id}`).toBeCloseTo(
      reports.reduce((sum, { weight }) => sum + weight, 0),
      6,
    )
  }
  const doubles = await db().$queryRaw<{ number: number }[]>`
    select count(*)::int as number from (select 1 from "Revision" where number = 1 group by source having count(*) > 1) twice`
  expect(doubles).toEqual([{ number: 0 }])
}, 400_000)

type People = { articles: { id: number }[]; readers: Viewer[]; moderators: Moderator[] }

const kinds = ['post', 'edit', 'delete', 'approve', 'reject', 'recommend', 'undo', 'report'] as const

async function givenPeople(): Promise<People> {
  const articles = [await givenArticle(), await givenArticle()]
  const moderators = await Promise.all(['Ana', 'Ben', 'Cleo'].map((name) => givenModerator(name)))
  const readers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => givenReader('reader', `Reader ${index}`)),
  )
  const [article] = articles
  // Half of them are known: what they write is public at once.
  for (const reader of readers.slice(0, 15))
    for (let index = 0; index < 2; index += 1)
      if (moderators[0] && article) await givenApproved(reader, moderators[0], { articleId: article.id })
  return { articles, readers, moderators }
}

/** One operation of chance upon what is there by then; which one, or `refused` for one that could not be done. */
async function operate(
  { articles, readers, moderators }: People,
  ids: number[],
  chance: Chance,
): Promise<string> {
  const kind = chance.pick(kinds)
  const [reader, moderator] = [chance.pick(readers), chance.pick(moderators)]
  const commentId = ids.length === 0 ? 0 : chance.pick(ids)
  if (kind === 'post' || commentId === 0) {
    const parentId = chance.below(2) === 0 || commentId === 0 ? null : commentId
    const parent = parentId === null ? null : await db().comment.findUnique({ where: { id: parentId } })
    const articleId = parent?.articleId ?? chance.pick(articles).id
    const body = `Thought ${chance.below(1e9)} of ${ids.length}.`
    const posted = await postComment(reader, { articleId, parentId, body, key: null }, noon)
    if (posted.ok) ids.push(posted.value.id)
    return named(kind, posted)
  }
  const author = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { authorId: true },
  })
  const own = readers.find(({ id }) => id === author.authorId) ?? reader
  const read = await readByDesk(commentId)
  switch (kind) {
    case 'edit':
      return named(kind, await editComment(own, { ...read, body: `Other words ${chance.below(1e9)}.` }, noon))
    case 'delete':
      return named(
        kind,
        await deleteComment(own, { commentId, what: chance.below(3) === 0 ? 'name' : 'comment' }, noon),
      )
    case 'approve':
      return named(kind, await decide(moderator, { ...read, move: 'approve' }, noon))
    case 'reject':
      return named(
        kind,
        await decide(moderator, { ...read, move: 'reject', reason: chance.pick(firstReasons) }, noon),
      )
    case 'recommend':
      return named(kind, await recommend(reader, { commentId, recommend: chance.below(4) > 0 }, noon))
    case 'undo':
      return named(kind, await undoDecision(moderator, { commentId, seen: read.seen }, noon))
    case 'report':
      return named(
        kind,
        await reportComment(
          reader,
          { commentId, revisionId: null, reason: chance.pick(firstReasons), note: null },
          noon,
        ),
      )
  }
}

function named(kind: string, { ok }: { ok: boolean }): string {
  return ok ? kind : 'refused'
}

type Chance = { below(limit: number): number; pick<T>(all: readonly T[]): T }

/** Reproducible chance (mulberry32, Ettinger). */
function seededChance(seed: number): Chance {
  let state = seed
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
  return {
    below,
    pick(all) {
      const chosen = all[below(all.length)]
      if (chosen === undefined) throw new Error('nothing to choose from')
      return chosen
    },
  }
}
