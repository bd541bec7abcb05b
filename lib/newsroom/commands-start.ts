import { inTransaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import type { Base } from './base'
import { addSave } from './commands-save'
import { emptyContent } from './draft-content'
import { isAt, lockWorkingCopy } from './working-copy'

/**
 * Begins a new article in a section, or in the first one: nobody but the newsroom sees it. `previousId` is the story it
 * goes on from. Refuses an unknown section or story.
 */
export async function startArticle(
  moderator: Moderator,
  input: { section: string | null; previousId: number | null },
  now: Date,
): Promise<Outcome<{ id: number }, PermissionRefusal | { error: 'no-section' | 'no-article' }>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'write-article', null, now)
    if (no) return no
    const section = await tx.section.findFirst({
      where: input.section === null ? {} : { slug: input.section },
      orderBy: { position: 'asc' },
      select: { id: true, slug: true },
    })
    if (!section) return refused({ error: 'no-section' })
    const { previousId } = input
    if (
      previousId !== null &&
      !(await tx.article.findUnique({ where: { id: previousId }, select: { id: true } }))
    )
      return refused({ error: 'no-article' })
    const { id } = await tx.article.create({
      data: {
        slug: 'article',
        sectionId: section.id,
        prominence: 1,
        previousId,
        createdAt: now,
        changedAt: now,
      },
      select: { id: true },
    })
    const content = emptyContent(section.slug)
    const by = { articleId: id, savedById: moderator.id, savedAt: now }
    const revision = await addSave(tx, content, by)
    await tx.articleDraft.create({
      data: { ...by, revision, content, startedById: moderator.id, startedAt: now },
      select: { articleId: true },
    })
    await recordAction(tx, { kind: 'article-started', actorId: moderator.id, articleId: id }, now)
    return done({ id })
  })
}

/**
 * Gives up what is written and not published: the article is as its last version says, or as what waits for its time does. Its saves stay a while, for whoever
 * has it open. Refuses an article that was never published, which has nothing to go back to, and one saved since.
 */
export async function discardDraft(
  moderator: Moderator,
  { articleId, base }: { articleId: number; base: Base },
  now: Date,
): Promise<
  Outcome<
    Record<string, never>,
    PermissionRefusal | { error: 'no-article' | 'never-published' | 'changed-since' }
  >
> {
  return inTransaction(async (tx) => {
    const copy = await lockWorkingCopy(tx, articleId)
    const no = await denied(tx, moderator, 'write-article', null, now)
    if (no) return no
    if (!copy) return refused({ error: 'no-article' })
    if (!copy.isDraft) return done({})
    if (copy.article.currentVersionId === null) return refused({ error: 'never-published' })
    if (!isAt(copy, base)) return refused({ error: 'changed-since' })
    await tx.draftAside.updateMany({ where: { articleId, settledAt: null }, data: { settledAt: now } })
    // One that could not go live stands on what was published before: the article is as it is published now.
    await tx.scheduledUpdate.deleteMany({ where: { articleId, problem: { not: null } } })
    await tx.articleDraft.delete({ where: { articleId }, select: { articleId: true } })
    await recordAction(tx, { kind: 'draft-discarded', actorId: moderator.id, articleId }, now)
    return done({})
  })
}
