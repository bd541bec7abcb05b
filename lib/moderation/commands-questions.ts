import { asItIs, type ConversationChange, changeTalk } from '@/lib/articles/commands-conversation'
import { inTransaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import type { ConversationMode } from '@/prisma/generated/enums'
import { denied, type PermissionRefusal } from './commands-permission'
import { recordAction } from './staff-action'

export type QuestionsRefusal =
  | PermissionRefusal
  | { error: 'no-article' | 'too-many-guests' | 'no-reader' | 'bad-title' }

/** Whether readers ask or comment; or who answers from now on, as what; or who no longer does. By handle. */
export type Asked =
  | { mode: ConversationMode }
  | { guest: { handle: string; title: string } }
  | { noGuest: string }

/** Has readers ask under an article and guests answer, or no longer. What is so already changes nothing. */
export async function setQuestions(
  moderator: Moderator,
  articleId: number,
  input: Asked,
  now: Date,
): Promise<Outcome<Record<string, never>, QuestionsRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'set-questions', null, now)
    if (no) return no
    await tx.$executeRaw`select 1 from "Article" where id = ${articleId} for no key update`
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { state: true } })
    if (article?.state !== 'published') return refused({ error: 'no-article' })
    const before = await asItIs(tx, articleId)
    const changed = await changeTalk(tx, articleId, changeOf(input), now)
    if (!changed.ok) return refused({ error: changed.error })
    const after = changed.value
    if (JSON.stringify(after) === JSON.stringify(before)) return done({})
    const mine = { actorId: moderator.id, articleId }
    if ('mode' in input) {
      const kind = after.mode === 'questions' ? 'questions-begun' : 'questions-ended'
      await recordAction(tx, { kind, ...mine }, now)
      return done({})
    }
    const handle = 'guest' in input ? input.guest.handle : input.noGuest
    const { id: readerId } = await tx.reader.findUniqueOrThrow({ where: { handle }, select: { id: true } })
    const kind = 'guest' in input ? 'guest-named' : 'guest-ended'
    const { title = null } =
      [...after.guests, ...before.guests].find((guest) => guest.handle === handle) ?? {}
    await recordAction(tx, { kind, ...mine, readerId, note: title }, now)
    return done({})
  })
}

function changeOf(input: Asked): ConversationChange {
  return {
    ...('mode' in input ? { mode: input.mode } : {}),
    guests: 'guest' in input ? [input.guest] : [],
    noGuests: 'noGuest' in input ? [input.noGuest] : [],
  }
}
