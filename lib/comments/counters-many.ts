import type { Transaction } from '@/lib/db'
import { topics } from '@/lib/topics'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Counted, Standing, TalkEventKind } from './counters'

export type Moved = { comment: Counted; before: Standing; after: Standing }

type Sums = Map<number, number>
type Event = { id: number; articleId: number; kind: TalkEventKind }

/** PostgreSQL refuses an announcement of 8,000 bytes; a topic's line has at most some 60. */
const topicsPerNews = 100

/**
 * By how much the public answers under each comment become more or fewer. Whoever writes the comments' rows writes this
 * with it: a row that is written twice in one transaction has all its foreign keys asked again.
 */
export function stepsAbove(moves: readonly Moved[]): ReadonlyMap<number, number> {
  const steps: Sums = new Map()
  for (const { comment, before, after } of moves)
    for (const ancestor of comment.ancestorIds)
      add(steps, ancestor, Number(after.isPublic) - Number(before.isPublic))
  return steps
}

/**
 * What `moveCounters` does, for many comments in as many statements; but for the answers under each (`stepsAbove`). The
 * rows of their authors are locked already.
 */
export async function moveManyCounters(tx: Transaction, moves: readonly Moved[]): Promise<void> {
  const approved: Sums = new Map()
  const rejected: Sums = new Map()
  const held: Sums = new Map()
  const shown: Sums = new Map()
  const events: Event[] = []
  for (const { comment, before, after } of moves) {
    const { id, articleId, authorId } = comment
    const step = Number(after.isPublic) - Number(before.isPublic)
    add(
      approved,
      authorId,
      Number(after.approved && after.isPublic) - Number(before.approved && before.isPublic),
    )
    add(rejected, authorId, Number(after.state === 'rejected') - Number(before.state === 'rejected'))
    add(held, articleId, Number(after.state === 'held') - Number(before.state === 'held'))
    add(shown, articleId, step)
    if (before.isPublic || after.isPublic)
      events.push({ id, articleId, kind: step > 0 ? 'posted' : step < 0 ? 'removed' : 'edited' })
  }
  await tx.$executeRaw`
    update "Reader" r set "approvedCount" = r."approvedCount" + s.one, "rejectedCount" = r."rejectedCount" + s.two
    from ${sums(approved, rejected)} where r.id = s.id`
  await tx.$executeRaw`
    with taken as (select a.id from "Article" a join ${sums(held, shown)} on s.id = a.id order by a.id for no key update of a)
    update "Article" a set "heldCommentCount" = a."heldCommentCount" + s.one, "publicCommentCount" = a."publicCommentCount" + s.two
    from taken join ${sums(held, shown)} on s.id = taken.id where a.id = taken.id`
  if (events.length > 0) await tellOf(tx, events, moves)
}

/** Announces the conversations, their authors and whatever shows their numbers, then writes what open pages are told. */
async function tellOf(tx: Transaction, events: Event[], moves: readonly Moved[]): Promise<void> {
  const articles = [...new Set(events.map(({ articleId }) => articleId))]
  const authors = new Set(moves.map(({ comment }) => comment.authorId))
  const names = [...articles.map(topics.talk), ...[...authors].map(topics.reader), topics.front]
  await tx.$executeRaw`
    with names as (
      select unnest(${names}::text[]) as name
      union select 'section:' || s.slug from "Article" a join "Section" s on s.id = a."sectionId" where a.id = any(${articles}::int[])),
    parts as (select name, (row_number() over (order by name) - 1) / ${topicsPerNews} as part from names)
    select bump_topics(array_agg(name order by name)) from parts group by part order by part`
  await tx.$executeRaw`
    insert into "TalkEvent" ("articleId", kind, "commentId", "parentId", "rootId", "createdAt")
    select c."articleId", e.kind, c.id, c."parentId", c."rootId", clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id int, kind text) join "Comment" c on c.id = e.id order by c.id`
}

function add(sums: Sums, id: number, step: number): void {
  sums.set(id, (sums.get(id) ?? 0) + step)
}

/** Sums by id as rows `s(id, one, two)`, without those that change nothing, in the order of their ids. */
function sums(one: Sums, two: Sums = new Map()): Prisma.Sql {
  const ids = [...new Set([...one.keys(), ...two.keys()])].sort((a, b) => a - b)
  const rows = ids
    .map((id) => ({ id, one: one.get(id) ?? 0, two: two.get(id) ?? 0 }))
    .filter((row) => row.one !== 0 || row.two !== 0)
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id int, one int, two int)`
}
