import type { Transaction } from '@/lib/db'
import type { PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import { inTurnAtDesk } from './commands-in-turn'
import { slugFor } from './place-in-address'
import { readIfAny, readLine, type TypedProblem } from './typed'

export const longestAuthorName = 100
export const longestBio = 5_000

/** As it is typed: a slug may be left empty, and then follows the name; `handle` is the account they answer with, `picture` a picture's number in the library. */
export type AuthorInput = { name: string; slug: string; bio: string; handle: string; picture: string }
export type AuthorRefusal =
  | PermissionRefusal
  | { error: 'no-author' | 'bad-slug' | 'slug-taken' | 'no-reader' | 'reader-taken' | 'no-picture' }
  | { error: TypedProblem }
type Changed = Outcome<{ id: number }, AuthorRefusal>

/** Adds somebody whose name can stand over an article. */
export async function addAuthor(editor: Moderator, typed: AuthorInput, now: Date): Promise<Changed> {
  return changing(editor, typed, now, async (tx, said) => {
    const problem = await problemOf(tx, said, null)
    if (problem) return problem
    const data = await dataOf(tx, said)
    const { id } = await tx.author.create({ data, select: { id: true } })
    await tx.formerAuthorSlug.deleteMany({ where: { slug: said.slug } })
    const detail = { author: id, title: said.name }
    await recordAction(tx, { kind: 'author-added', actorId: editor.id, detail }, now)
    await bumpTopics(tx, [topics.author(said.slug)])
    return done({ id })
  })
}

/** Says anew who an author is. The address from before leads to the new one; pages that name them are made anew. */
export async function changeAuthor(
  editor: Moderator,
  id: number,
  typed: AuthorInput,
  now: Date,
): Promise<Changed> {
  return changing(editor, typed, now, async (tx, said) => {
    const before = await tx.author.findUnique({
      where: { id },
      select: { name: true, slug: true, bio: true },
    })
    if (!before) return refused({ error: 'no-author' })
    const problem = await problemOf(tx, said, id)
    if (problem) return problem
    await tx.author.update({ where: { id }, data: await dataOf(tx, said), select: { id: true } })
    if (said.slug !== before.slug) {
      await tx.formerAuthorSlug.deleteMany({ where: { slug: said.slug } })
      await tx.formerAuthorSlug.create({ data: { slug: before.slug, authorId: id }, select: { slug: true } })
    }
    const detail = { author: id, title: said.name, before, name: said.name, slug: said.slug, bio: said.bio }
    await recordAction(tx, { kind: 'author-changed', actorId: editor.id, detail }, now)
    // A name stands over every article of theirs, which may be thousands.
    const isOver = said.name !== before.name || said.slug !== before.slug
    await bumpTopics(tx, [
      topics.author(said.slug),
      topics.author(before.slug),
      ...(isOver ? [topics.site] : []),
    ])
    return done({ id })
  })
}

type Said = { name: string; slug: string; bio: string; handle: string; picture: string }

async function problemOf(tx: Transaction, said: Said, but: number | null) {
  const { slug, handle, picture } = said
  const taken = await tx.author.findUnique({ where: { slug }, select: { id: true } })
  if (taken && taken.id !== but) return refused({ error: 'slug-taken' })
  if (handle) {
    const reader = await tx.reader.findUnique({
      where: { handle },
      select: { byAuthor: { select: { id: true } } },
    })
    if (!reader) return refused({ error: 'no-reader' })
    if (reader.byAuthor && reader.byAuthor.id !== but) return refused({ error: 'reader-taken' })
  }
  if (picture && !(await findPicture(tx, picture))) return refused({ error: 'no-picture' })
  return null
}

async function dataOf(tx: Transaction, { name, slug, bio, handle, picture }: Said) {
  const [reader, shown] = [
    handle ? await tx.reader.findUnique({ where: { handle }, select: { id: true } }) : null,
    await findPicture(tx, picture),
  ]
  // Anyone may see it from now on, whether an article shows it or not.
  if (shown) await tx.picture.update({ where: shown, data: { isHouse: true }, select: { id: true } })
  return { name, slug, bio, readerId: reader?.id ?? null, pictureId: shown?.id ?? null }
}

async function findPicture(tx: Transaction, number: string): Promise<{ id: number } | null> {
  const id = publicId(number)
  return id === null ? null : tx.picture.findUnique({ where: { id }, select: { id: true } })
}

/** One change of the authors after the other, by somebody who may make it. */
async function changing(
  editor: Moderator,
  typed: AuthorInput,
  now: Date,
  change: (tx: Transaction, said: Said) => Promise<Changed>,
): Promise<Changed> {
  const [name, bio] = [readLine(typed.name, longestAuthorName), readIfAny(typed.bio, longestBio)]
  if (!name.ok) return name
  if (!bio.ok) return bio
  const slug = slugFor(typed.slug, name.value)
  if (slug === null) return refused({ error: 'bad-slug' })
  const [handle, picture] = [typed.handle.trim().replace(/^@/, ''), typed.picture.trim()]
  const said = { name: name.value, slug, bio: bio.value ?? '', handle, picture }
  return inTurnAtDesk(editor, 'authors', now, (tx) => change(tx, said))
}
