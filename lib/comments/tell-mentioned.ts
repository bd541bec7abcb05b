import type { Transaction } from '@/lib/db'
import { mostMentions } from './mentions'

/**
 * Notes whom a comment's public words name, and leaves word for each of them once; not for its author, nor for who has
 * muted them. Call it when the words have become public.
 */
export async function tellMentioned(tx: Transaction, commentId: number, now: Date): Promise<void> {
  await tx.$executeRaw`
    with named as (
      select distinct reader.id
      from "Comment" c join "Revision" r on r.id = c."publicRevisionId"
      cross join lateral jsonb_path_query(r.rendered, '$.** ? (@.type == "mention").handle') as named_handle
      join "Reader" reader on reader.handle = named_handle #>> '{}'
      where c.id = ${commentId} and reader.id <> c."authorId"
        and not exists (select 1 from "Mute" m where m."readerId" = reader.id and m."mutedId" = c."authorId")
      limit ${mostMentions}),
    told as (
      insert into "Mention" ("commentId", "readerId", "createdAt") select ${commentId}::int, id, ${now}::timestamptz from named
      on conflict do nothing returning "readerId")
    insert into "Outbox" (kind, payload)
    select 'comment-mention', jsonb_build_object('commentId', ${commentId}::int, 'readerId', "readerId") from told`
}
