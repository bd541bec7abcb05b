import type { Transaction } from '@/lib/db'
import { mostMentions } from './mentions'

/**
 * Notes whom the public words of comments name, and leaves word for each of them once; not for their author, nor for
 * who has muted them. Call it when the words have become public.
 */
export async function tellMentioned(tx: Transaction, commentIds: number[], now: Date): Promise<void> {
  await tx.$executeRaw`
    with named as (
      select c.id as comment, reader.id as reader
      from "Comment" c join "Revision" r on r.id = c."publicRevisionId"
      cross join lateral (
        select distinct reader.id
        from jsonb_path_query(r.rendered, '$.** ? (@.type == "mention").handle') as named
        join "Reader" reader on reader.handle = named #>> '{}'
        where reader.id <> c."authorId"
          and not exists (select 1 from "Mute" m where m."readerId" = reader.id and m."mutedId" = c."authorId")
        limit ${mostMentions}) as reader
      where c.id = any(${commentIds}::int[])),
    told as (
      insert into "Mention" ("commentId", "readerId", "createdAt") select comment, reader, ${now}::timestamptz from named
      on conflict do nothing returning "commentId", "readerId")
    insert into "Outbox" (kind, payload)
    select 'comment-mention', jsonb_build_object('commentId', "commentId", 'readerId', "readerId") from told`
}
