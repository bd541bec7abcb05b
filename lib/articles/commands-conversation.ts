import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { readTitle } from '@/lib/title'
import { bumpTopics, topics } from '@/lib/topics'
import type { Conversation, ConversationMode } from '@/prisma/generated/enums'
import { openOrClose } from './talk-mode'

// A panel, not a crowd: each of their titles stands beside their name.
const mostGuests = 20

export type ConversationChange = {
  mode?: ConversationMode
  conversation?: Conversation
  /** Who answers from now on, by handle, and as what. */
  guests: { handle: string; title: string }[]
  noGuests: string[]
}

export type ConversationAsItIs = {
  mode: ConversationMode
  conversation: Conversation
  guests: { handle: string; name: string; title: string }[]
}

export type ConversationRefusal =
  | { error: 'no-article' | 'too-many-guests' }
  | { error: 'no-reader' | 'bad-title'; handle: string }

/** Changes how readers talk under an article, all of it or nothing: comments or questions, open or closed, who answers. */
export async function changeConversation(
  articleId: number,
  change: ConversationChange,
  now = new Date(),
): Promise<Outcome<ConversationAsItIs, ConversationRefusal>> {
  return inTransaction((tx) => changeTalk(tx, articleId, change, now))
}

/** The same as a part of something larger. */
export async function changeTalk(
  tx: Transaction,
  articleId: number,
  change: ConversationChange,
  now: Date,
): Promise<Outcome<ConversationAsItIs, ConversationRefusal>> {
  const untitled = change.guests.find(({ title }) => readTitle(title) === null)
  if (untitled) return refused({ error: 'bad-title', handle: untitled.handle })
  await tx.$executeRaw`select 1 from "Article" where id = ${articleId} for no key update`
  if (!(await tx.article.findUnique({ where: { id: articleId }, select: { id: true } })))
    return refused({ error: 'no-article' })
  const asked = [...change.guests.map(({ handle }) => handle), ...change.noGuests]
  const readers = await tx.reader.findMany({
    where: { handle: { in: asked } },
    select: { id: true, handle: true },
  })
  const ids = new Map(readers.map(({ id, handle }) => [handle, id]))
  const unknown = asked.find((handle) => !ids.has(handle))
  if (unknown !== undefined) return refused({ error: 'no-reader', handle: unknown })
  const leaving = change.noGuests.flatMap((handle) => ids.get(handle) ?? [])
  const coming = change.guests.flatMap(({ handle, title }) => {
    const readerId = ids.get(handle)
    return readerId === undefined ? [] : [{ articleId, readerId, title: readTitle(title) ?? '' }]
  })
  const others = await tx.guest.count({
    where: { articleId, readerId: { notIn: [...leaving, ...coming.map(({ readerId }) => readerId)] } },
  })
  if (others + coming.length > mostGuests) return refused({ error: 'too-many-guests' })
  await tx.guest.deleteMany({ where: { articleId, readerId: { in: leaving } } })
  for (const guest of coming)
    await tx.guest.upsert({
      where: { articleId_readerId: { articleId, readerId: guest.readerId } },
      create: guest,
      update: { title: guest.title },
      select: { readerId: true },
    })
  const { mode, conversation } = change
  const opening = conversation ? openOrClose(conversation, now) : {}
  await tx.article.update({
    where: { id: articleId },
    data: { ...(mode ? { mode } : {}), ...opening },
    select: { id: true },
  })
  const after = await asItIs(tx, articleId)
  await bumpTopics(tx, [topics.article(articleId), topics.talk(articleId)])
  return done(after)
}

/** How it is now, before or after a change. */
export async function asItIs(tx: Transaction, id: number): Promise<ConversationAsItIs> {
  const { mode, conversation, guests } = await tx.article.findUniqueOrThrow({
    where: { id },
    select: {
      mode: true,
      conversation: true,
      guests: {
        orderBy: { readerId: 'asc' },
        select: { title: true, reader: { select: { handle: true, name: true } } },
      },
    },
  })
  return { mode, conversation, guests: guests.map(({ title, reader }) => ({ ...reader, title })) }
}
