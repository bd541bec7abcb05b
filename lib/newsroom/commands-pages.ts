import { fromMarkdown } from '@/lib/articles/body-markdown'
import { findStandingText } from '@/lib/articles/queries-standing'
import type { StandingPage } from '@/lib/articles/standing-page'
import { inTransaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import { isSame } from './draft-content'
import { readLine, readText, type TypedProblem } from './typed'

export const longestPageTitle = 200
export const longestPage = 30_000

/** `seen` is the number of the text that was changed; nought where none was written. */
export type PageInput = { title: string; text: string; seen: number }
export type PageRefusal = PermissionRefusal | { error: 'changed-meanwhile' | TypedProblem }

/** Writes what a standing page says from now on. What it said stays; what another wrote meanwhile is not overwritten unread. */
export async function writePage(
  editor: Moderator,
  slug: StandingPage,
  typed: PageInput,
  now: Date,
): Promise<Outcome<{ number: number }, PageRefusal>> {
  const [title, text] = [readLine(typed.title, longestPageTitle), readText(typed.text, longestPage)]
  if (!title.ok) return title
  if (!text.ok) return text
  return inTransaction(async (tx) => {
    const no = await denied(tx, editor, 'edit-pages', null, now)
    if (no) return no
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`standing page ${slug}`}))`
    const before = await findStandingText(slug, tx)
    const body = fromMarkdown(text.value, before?.body ?? [])
    if (before && before.title === title.value && isSame(before.body, body))
      return done({ number: before.number })
    if ((before?.number ?? 0) !== typed.seen) return refused({ error: 'changed-meanwhile' })
    const number = typed.seen + 1
    await tx.standingText.create({
      data: { slug, number, title: title.value, body, actorId: editor.id, createdAt: now },
      select: { id: true },
    })
    const detail = { page: slug, title: title.value, number }
    await recordAction(tx, { kind: 'page-changed', actorId: editor.id, detail }, now)
    await bumpTopics(tx, [topics.page(slug)])
    return done({ number })
  })
}
