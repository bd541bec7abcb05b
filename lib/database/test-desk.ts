import { fromParagraphs } from '@/lib/articles/body'
import { db, inTransaction } from '@/lib/db'
import { type Base, readBase } from '@/lib/newsroom/base'
import { publishDraft } from '@/lib/newsroom/commands-publish'
import { saveDraft } from '@/lib/newsroom/commands-save'
import { startArticle } from '@/lib/newsroom/commands-start'
import { type DraftContent, emptyContent } from '@/lib/newsroom/draft-content'
import type { Publication } from '@/lib/newsroom/publication'
import { lockWorkingCopy } from '@/lib/newsroom/working-copy'
import type { Moderator } from '@/lib/readers/viewer'
import { givenModerator, noon } from './test-newsroom'

export function givenEditor(name = 'Mara Lind'): Promise<Moderator> {
  return givenModerator(name, 'editor')
}

/** Something to publish: whatever `over` says, and what is needed besides. */
export function written(over: Partial<DraftContent> = {}): DraftContent {
  return {
    ...emptyContent('world'),
    headline: 'A bridge is planned',
    standfirst: 'It will stand.',
    body: fromParagraphs(['The council has decided.', 'It is to be built.']),
    ...over,
  }
}

/** What is written now, and its name. */
export function nowAt(articleId: number): Promise<{ base: Base; content: DraftContent }> {
  return inTransaction(async (tx) => {
    const copy = await lockWorkingCopy(tx, articleId)
    if (!copy) throw new Error('no such article')
    return { base: copy.base, content: copy.content }
  })
}

/** An article at the desk that nobody else has seen, with a first text. */
export async function givenDraft(
  editor: Moderator,
  over: Partial<DraftContent> = {},
  now = noon,
): Promise<{ id: number; base: Base }> {
  await db().section.upsert({
    where: { slug: 'world' },
    create: { slug: 'world', name: 'World', position: 1 },
    update: {},
    select: { id: true },
  })
  const started = await startArticle(editor, { section: 'world', previousId: null }, now)
  if (!started.ok) throw new Error(started.error)
  const { id } = started.value
  const { base } = await nowAt(id)
  const saved = await saveDraft(editor, { articleId: id, base, content: written(over) }, now)
  if (!saved.ok) throw new Error(saved.error)
  return { id, base: baseOf(saved.value.base) }
}

export function baseOf(name: string): Base {
  const base = readBase(name)
  if (!base) throw new Error(`${name} names nothing`)
  return base
}

/** Publishes what is written now, and expects it to be taken. */
export async function givenPublication(
  editor: Moderator,
  articleId: number,
  over: Partial<Publication> = {},
  now = noon,
) {
  const { base } = await nowAt(articleId)
  const publication = { base, when: { move: 'publish' } as const, reason: '', ...over }
  const published = await publishDraft(editor, articleId, publication, now)
  if (!published.ok) throw new Error(published.error)
  return published.value
}
