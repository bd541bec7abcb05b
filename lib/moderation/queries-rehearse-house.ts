import { excerptOf } from '@/lib/comments/excerpt'
import { askHouse } from '@/lib/comments/queries-house-check'
import { readRendered } from '@/lib/comments/rendered'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { couldNotLook } from './checks/check'
import { type HouseRehearsal, mostAsked, spread } from './house-rehearsal'
import { type Denial, denialOf } from './permissions'
import { daysRehearsed, mostLookedAt } from './queries-rehearse'

const atOnce = 5
/** Whoever pressed the button waits no longer: what is left is asked about at the next press. */
export const mostMsAtATime = 8_000
/** A page that goes on by itself shows after each turn how far it has come. */
export const briefMs = 1_000

type Turn = {
  mostMs?: number
  /** Aborted when whoever asked is gone: nothing more is asked then. */
  stop?: AbortSignal
  elapsed?: () => number
}

/**
 * Asks the newsroom's own check about some more of a sample of the last thirty days' comments, five at a time, and stops
 * when all were asked about, when it is told to, or after a turn's time: eight seconds, unless another is said. Without a
 * rehearsal to go on with it begins one. Nothing is changed, and a failure is not counted as one of the check's.
 */
export async function rehearseHouse(
  moderator: Moderator,
  before: HouseRehearsal | null,
  now: Date,
  { mostMs = mostMsAtATime, stop, elapsed = stopwatch() }: Turn = {},
): Promise<Outcome<HouseRehearsal & { sample: number }, { error: Denial | 'no-check' }>> {
  const denial = denialOf('set-checks', { ...moderator, isHere: true }, null)
  if (denial) return refused({ error: denial })
  if (!env().CHECK_URL) return refused({ error: 'no-check' })
  const from = before?.from ?? (await newestComment())
  const { sample } = await houseSample(moderator, from, now)
  const result = { from, asked: 0, held: [] as number[], failed: 0, ...before }
  while (result.asked < sample.length && elapsed() < mostMs && !stop?.aborted) {
    const some = sample.slice(result.asked, result.asked + atOnce)
    const found = await Promise.all(some.map(async (id) => ({ id, finding: await askAbout(id, now) })))
    result.held = [
      ...result.held,
      ...found.flatMap(({ id, finding }) =>
        finding?.check !== couldNotLook && finding?.verdict === 'hold' ? [id] : [],
      ),
    ]
    result.failed += found.filter(({ finding }) => finding?.check === couldNotLook).length
    result.asked += some.length
  }
  return done({ ...result, sample: sample.length })
}

/** Which comments of readers a rehearsal that began at one asks about, the newest first, and of how many they are a sample. */
export async function houseSample(
  _moderator: Moderator,
  from: number,
  now: Date,
): Promise<{ sample: number[]; of: number }> {
  const since = new Date(now.getTime() - daysRehearsed * 86_400_000)
  const rows = await db().$queryRaw<{ id: number }[]>`
    select c.id from "Comment" c
    where c.id <= ${from} and c."createdAt" > ${since}::timestamptz and not c."byStaff"
    order by c.id desc limit ${mostLookedAt}`
  const all = rows.map(({ id }) => id)
  return { sample: spread(all, mostAsked), of: all.length }
}

export type WouldHold = {
  id: number
  text: string
  /** A person had approved it. */
  approved: boolean
  heldAnyway: boolean
}

/** What a rehearsal found that would have been held. */
export async function listWouldHold(_moderator: Moderator, ids: readonly number[]): Promise<WouldHold[]> {
  const rows = await db().$queryRaw<(Omit<WouldHold, 'text'> & { rendered: unknown })[]>`
    select c.id, r.rendered, c."approvedById" is not null and c."publicRevisionId" is not null as approved,
           exists (select 1 from jsonb_array_elements(r.checks) f where f->>'verdict' = 'hold') as "heldAnyway"
    from "Comment" c join "Revision" r on r.id = c."currentRevisionId"
    where c.id = any(${ids}::int[]) order by c.id desc`
  return rows.map(({ rendered, ...row }) => ({ ...row, text: excerptOf(readRendered(rendered)) }))
}

async function newestComment(): Promise<number> {
  const newest = await db().comment.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  return newest?.id ?? 1
}

async function askAbout(commentId: number, now: Date) {
  const comment = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      ...{ articleId: true, parentId: true, authorId: true },
      currentRevision: { select: { source: true } },
    },
  })
  const { currentRevision, ...place } = comment
  return askHouse(
    { kind: 'comment', commentId, text: currentRevision.source, isRehearsal: true, ...place },
    now,
  )
}

function stopwatch(): () => number {
  const began = performance.now()
  return () => performance.now() - began
}
