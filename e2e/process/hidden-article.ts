import { randomUUID } from 'node:crypto'
import { unarranged } from '@/lib/articles/arrangement'
import { fromParagraphs } from '@/lib/articles/body'
import { slugOf } from '@/lib/articles/slug'
import { givenDraft, givenPublication, nowAt } from '@/lib/database/test-desk'
import { givenComment, givenReader } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { saveDraft } from '@/lib/newsroom/commands-save'
import type { Moderator } from '@/lib/readers/viewer'
import type { Company, Hidden } from './leak-channels'

const nobody: Company = { before: { id: 0, slug: '' }, beside: { id: 0, slug: '' } }

export const newWord = () => `w${randomUUID().replaceAll('-', '').slice(0, 12)}`
export const tagOf = (word: string) => `t${word}`
export const headlineOf = (word: string) => `A bridge called ${word}`

/** Two public stories for what is hidden to hang together with. */
export async function givenCompany(editor: Moderator): Promise<Company> {
  const one = async (headline: string) => {
    const { id } = await givenDraft(editor, { headline }, new Date())
    await givenPublication(editor, id, {}, new Date())
    return { id, slug: slugOf(headline) }
  }
  return { before: await one('What came before'), beside: await one('What stands beside') }
}

/** A public story names an article as related; it is pinned to the front, and much read. */
async function hang(editor: Moderator, id: number, beside: Company['beside'], now: Date): Promise<void> {
  const { base, content } = await nowAt(beside.id)
  const named = await saveDraft(
    editor,
    { articleId: beside.id, base, content: { ...content, related: [id] } },
    now,
  )
  if (!named.ok) throw new Error(named.error)
  await givenPublication(editor, beside.id, {}, now)
  const places = { ...unarranged, lead: { id, until: null } }
  await db().frontArrangement.create({ data: { places, actorId: editor.id }, select: { id: true } })
  await db().articleReads.create({
    data: { articleId: id, day: now, count: 1_000_000 },
    select: { day: true },
  })
}

/**
 * An article in a state, in company or alone, with a comment under it where it may have one, under the tag and by the author
 * of another if that is given. All it says has its word in it.
 */
export async function givenHidden(
  editor: Moderator,
  company: Company | null,
  state: 'draft' | 'scheduled' | 'embargoed' | 'published',
  beside?: Pick<Hidden, 'tag' | 'author'>,
): Promise<Hidden> {
  const now = new Date()
  const word = newWord()
  const { tag, author } = beside ?? { tag: `t${newWord()}`, author: `a${newWord()}` }
  if (!beside) await db().author.create({ data: { slug: author, name: 'Lena Ilves' }, select: { id: true } })
  const over = {
    ...{
      headline: headlineOf(word),
      standfirst: `It is ${word}.`,
      body: fromParagraphs([`They say ${word}.`]),
    },
    ...{ tags: [tag], bylines: [author] },
  }
  const { id } = await givenDraft(editor, over, now)
  const previousId = company?.before.id ?? null
  await db().article.update({ where: { id }, data: { previousId }, select: { id: true } })
  const at = new Date(now.getTime() + 3_600_000)
  if (state === 'published') await givenPublication(editor, id, {}, now)
  if (state === 'scheduled') await givenPublication(editor, id, { when: { move: 'schedule', at } }, now)
  if (state === 'embargoed') await givenPublication(editor, id, { when: { move: 'embargo', at } }, now)
  if (company) await hang(editor, id, company.beside, now)
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
  return {
    id,
    slug: slugOf(over.headline),
    commentId: comment.id,
    word,
    tag,
    author,
    handle,
    day,
    company: company ?? nobody,
  }
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
