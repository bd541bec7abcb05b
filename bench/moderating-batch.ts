import type { Reader } from '@/e2e/process/session'
import { db } from '@/lib/db'
import { rejectAllOf } from '@/lib/moderation/commands-batch'
import { undoBatch } from '@/lib/moderation/commands-undo-batch'
import { asModerator } from './desk'
import { atLength } from './moderating-waiting'

/** Gives one reader so many comments, and rejects and brings back all of them, three times. */
export async function timeBatch(url: string, moderator: Reader, count: number) {
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
