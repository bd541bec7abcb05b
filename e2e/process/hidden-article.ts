import { randomUUID } from 'node:crypto'
import { fromParagraphs } from '@/lib/articles/body'
import { slugOf } from '@/lib/articles/slug'
import { givenDraft, givenPublication, nowAt } from '@/lib/database/test-desk'
import { givenComment, givenReader } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { saveDraft } from '@/lib/newsroom/commands-save'
import type { Moderator } from '@/lib/readers/viewer'
import type { Hidden } from './leak-channels'

export const newWord = () => `w${randomUUID().replaceAll('-', '').slice(0, 12)}`
export const tagOf = (word: string) => `t${word}`
export const headlineOf = (word: string) => `A bridge called ${word}`

/** An article in a state, with a comment under it where it may have one. All it says has its word in it. */
export async function givenHidden(
  editor: Moderator,
  state: 'draft' | 'scheduled' | 'embargoed' | 'published',
): Promise<Hidden> {
  const now = new Date()
  const [word, tag, author] = [newWord(), `t${newWord()}`, `a${newWord()}`]
  await db().author.create({ data: { slug: author, name: 'Lena Ilves' }, select: { id: true } })
  const over = {
    ...{
      headline: headlineOf(word),
      standfirst: `It is ${word}.`,
      body: fromParagraphs([`They say ${word}.`]),
    },
    ...{ tags: [tag], bylines: [author] },
  }
  const { id } = await givenDraft(editor, over, now)
  const at = new Date(now.getTime() + 3_600_000)
  if (state === 'published') await givenPublication(editor, id, {}, now)
  if (state === 'scheduled') await givenPublication(editor, id, { when: { move: 'schedule', at } }, now)
  if (state === 'embargoed') await givenPublication(editor, id, { when: { move: 'embargo', at } }, now)
  const reader = await givenReader('editor')
  const comment =
    state === 'published'
      ? await givenComment(reader, { articleId: id, body: `I like ${word}.` }, now)
      : { id: 1 }
  const { handle } = await db().reader.findUniqueOrThrow({
    where: { id: reader.id },
    select: { handle: true },
  })
  const day = now.toISOString().slice(0, 10)
  return { id, slug: slugOf(over.headline), commentId: comment.id, word, tag, author, handle, day }
}

/** Saves another text of it, which has another word in all it says; nobody but the desk has it. */
export async function rewrite(editor: Moderator, articleId: number, word: string): Promise<void> {
  const { base, content } = await nowAt(articleId)
  const body = fromParagraphs([`They say ${word} now.`])
  const changed = {
    ...{ ...content, headline: headlineOf(word), standfirst: `It is ${word} now.`, body },
    ...{ dateline: word, tags: [tagOf(word)], seoTitle: `For search: ${word}`, seoDescription: word },
    sources: [{ name: word }],
  }
  const saved = await saveDraft(editor, { articleId, base, content: changed }, new Date())
  if (!saved.ok) throw new Error(saved.error)
}
