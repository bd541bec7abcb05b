import { inTransaction, type Transaction } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { denied } from './commands-permission'
import { rolesBeyond } from './permissions'
import { type Claim, type QueueItem, selectItems } from './queries'
import { itemsOf, itemsPerPage, rankOf } from './queries-queue'
import type { QueueFilter } from './queue-filter'

type Taken = Claim & { id: number }

/** For how long nobody else is given what a moderator has before them. Looking at the queue again begins it anew. */
export const claimMinutes = 10

/**
 * What a moderator has before them: what they were given and have not decided, first, and as much from the head of the
 * queue as fills the page up. It is theirs for ten minutes, so that no two people read the same. Where there is room
 * left, what others are reading comes last, with their names: a claim locks nobody out.
 */
export async function takeHand(moderator: Moderator, filter: QueueFilter, now: Date): Promise<QueueItem[]> {
  const until = new Date(now.getTime() + claimMinutes * 60_000)
  const beyond = rolesBeyond(moderator.role)
  const hand = await inTransaction(async (tx) => {
    if (await denied(tx, moderator, 'read-queue', null, now)) return []
    const taken = await tx.$queryRaw<Taken[]>`
      with own as (
        select d."commentId" as id, d.rank, d."claimedAt" as at from "DeskItem" d
        where d."claimedById" = ${moderator.id} and d."claimedUntil" > ${now}::timestamptz and ${itemsOf(filter, now)}
        order by d."claimedAt", d.rank desc, d."commentId" limit ${itemsPerPage}),
      -- Two who look at once are each given others: what one has just taken the other steps over.
      free as (
        select d."commentId" as id, d.rank, ${now}::timestamptz as at from "DeskItem" d
        where (d."claimedUntil" is null or d."claimedUntil" <= ${now}::timestamptz) and ${itemsOf(filter, now)}
          -- Who decides in some sections only is given nothing else.
          and (not exists (select 1 from "ModeratorSection" m where m."readerId" = ${moderator.id})
               or d."sectionId" in (select m."sectionId" from "ModeratorSection" m where m."readerId" = ${moderator.id}))
          -- Nor what is theirs, or an equal's or a senior's, about which others decide (lib/moderation/permissions.ts).
          and d."authorId" <> ${moderator.id}
          and d."authorId" not in (select r.id from "Reader" r where r.role <> 'reader' and r.role::text = any(${beyond}::text[]))
        order by ${rankOf(filter)} desc, d."commentId" limit ${itemsPerPage} for no key update of d skip locked),
      hand as (select * from own union all select * from free order by at, rank desc, id limit ${itemsPerPage}),
      taken as (
        update "DeskItem" d set "claimedById" = ${moderator.id}, "claimedAt" = hand.at, "claimedUntil" = ${until}::timestamptz
        from hand where d."commentId" = hand.id returning hand.id, hand.at, hand.rank)
      select id, ${moderator.name} as by, ${until}::timestamptz as until, true as "isOwn",
             -- Nobody waits for the disk: what a power cut takes of this somebody is given again.
             set_config('synchronous_commit', 'off', true) as "unwritten"
      from taken order by at, rank desc, id`
    if (taken.length === itemsPerPage) return taken
    const others = await tx.$queryRaw<Taken[]>`
      select d."commentId" as id, r.name as by, d."claimedUntil" as until, false as "isOwn"
      from "DeskItem" d join "Reader" r on r.id = d."claimedById"
      where d."claimedUntil" > ${now}::timestamptz and d."claimedById" <> ${moderator.id} and ${itemsOf(filter, now)}
      order by d.rank desc, d."commentId" limit ${itemsPerPage - taken.length}`
    return [...taken, ...others]
  })
  return selectItems(
    hand.map(({ id, by, isOwn, until }) => ({ id, claim: { by, isOwn, until } })),
    now,
  )
}

/** Puts comments that wait again first among what a moderator has before them: they have just taken a decision back. */
export async function putInHand(
  tx: Transaction,
  moderator: Moderator,
  commentIds: readonly number[],
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + claimMinutes * 60_000)
  await tx.$executeRaw`
    update "DeskItem" d
    set "claimedById" = ${moderator.id}, "claimedUntil" = ${until}::timestamptz,
        "claimedAt" = coalesce((select min(o."claimedAt") - interval '1 ms' from "DeskItem" o
                                where o."claimedById" = ${moderator.id} and o."claimedUntil" > ${now}::timestamptz), ${now}::timestamptz)
    where d."commentId" = any(${commentIds}::int[])`
}

/** Gives back what a moderator has not decided: the next who looks is given it. How much it was. */
export async function releaseHand(moderator: Moderator): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.deskItem.updateMany({
      where: { claimedById: moderator.id },
      data: { claimedById: null, claimedAt: null, claimedUntil: null },
    })
    return count
  })
}
