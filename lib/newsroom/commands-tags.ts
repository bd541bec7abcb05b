import type { Transaction } from '@/lib/db'
import type { PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction, type StaffActionKind } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import { inTurnAtDesk } from './commands-in-turn'
import { readLine, type TypedProblem } from './typed'

export const longestTag = 100

export type TagRefusal =
  | PermissionRefusal
  | { error: 'no-tag' | 'no-other-tag' | 'same-tag' | 'tag-taken' | 'merged' | 'not-merged' | TypedProblem }
type Changed = Outcome<{ id: number }, TagRefusal>
type Row = { id: number; slug: string; name: string; mergedIntoId: number | null }
type TagAction = Extract<StaffActionKind, `tag-${string}`>

/**
 * Calls a tag something else. Where that changes its address, the new one is a tag into which this one is merged: the
 * old words and the old address lead there, and splitting it off takes it back.
 */
export async function renameTag(editor: Moderator, id: number, typed: string, now: Date): Promise<Changed> {
  const read = readLine(typed, longestTag)
  if (!read.ok) return read
  return inTurnAtDesk(editor, 'tags', now, async (tx) => {
    const tag = await standing(tx, id)
    if (!tag.ok) return tag
    const { name: before, slug } = tag.value
    const name = read.value
    const to = await slugOf(tx, name)
    if (to === '') return refused({ error: 'blank' })
    if (to === slug) {
      if (name === before) return done({ id })
      await tx.tag.update({ where: { id }, data: { name }, select: { id: true } })
      await announce(tx, editor, 'tag-renamed', [tag.value, { ...tag.value, name }], now)
      return done({ id })
    }
    if (await tx.tag.findUnique({ where: { slug: to }, select: { id: true } }))
      return refused({ error: 'tag-taken' })
    const renamed = await tx.tag.create({ data: { name, slug: to } })
    await lead(tx, tag.value, renamed.id)
    await announce(tx, editor, 'tag-renamed', [tag.value, renamed], now)
    return done({ id: renamed.id })
  })
}

/** Puts a tag's articles, its words from now on and its address under another, which is named as a reader would. */
export async function mergeTag(editor: Moderator, id: number, into: string, now: Date): Promise<Changed> {
  const read = readLine(into, longestTag)
  if (!read.ok) return read
  return inTurnAtDesk(editor, 'tags', now, async (tx) => {
    const tag = await standing(tx, id)
    if (!tag.ok) return tag
    const other = await tx.tag.findUnique({ where: { slug: await slugOf(tx, read.value) } })
    if (!other) return refused({ error: 'no-other-tag' })
    if (other.id === id) return refused({ error: 'same-tag' })
    // What stands leads nowhere, so that no way round ever comes about.
    if (other.mergedIntoId !== null) return refused({ error: 'merged' })
    await lead(tx, tag.value, other.id)
    await announce(tx, editor, 'tag-merged', [tag.value, other], now)
    return done({ id: other.id })
  })
}

/** Takes back a merging, or a renaming to another address: what has the tag's words is under it again. */
export async function splitTag(editor: Moderator, id: number, now: Date): Promise<Changed> {
  return inTurnAtDesk(editor, 'tags', now, async (tx) => {
    const tag = await tx.tag.findUnique({ where: { id } })
    if (!tag) return refused({ error: 'no-tag' })
    if (tag.mergedIntoId === null) return refused({ error: 'not-merged' })
    const from = await rootOf(tx, tag)
    await tx.tag.update({ where: { id }, data: { mergedIntoId: null }, select: { id: true } })
    await tx.$executeRaw`select refile_tag(${from.id}::int)`
    await announce(tx, editor, 'tag-split', [tag, from], now)
    return done({ id })
  })
}

async function lead(tx: Transaction, { id }: Row, mergedIntoId: number): Promise<void> {
  await tx.tag.update({ where: { id }, data: { mergedIntoId }, select: { id: true } })
  await tx.$executeRaw`select refile_tag(${id}::int)`
}

async function standing(tx: Transaction, id: number): Promise<Outcome<Row, TagRefusal>> {
  const tag = await tx.tag.findUnique({ where: { id } })
  if (!tag) return refused({ error: 'no-tag' })
  return tag.mergedIntoId === null ? done(tag) : refused({ error: 'merged' })
}

async function rootOf(tx: Transaction, tag: Row): Promise<Row> {
  if (tag.mergedIntoId === null) return tag
  return rootOf(tx, await tx.tag.findUniqueOrThrow({ where: { id: tag.mergedIntoId } }))
}

/** As the trigger makes addresses of the words that articles are published with. */
async function slugOf(tx: Transaction, name: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ slug: string }[]>`select tag_slug(${name}) as slug`
  return row?.slug ?? ''
}

/** Articles show what their tags are called, so that every page is made anew. */
async function announce(
  tx: Transaction,
  { id: actorId }: Moderator,
  kind: TagAction,
  [tag, other]: [Row, Row],
  now: Date,
): Promise<void> {
  const detail = { title: `${tag.name} → ${other.name}`, tag: tag.id, slug: tag.slug, other: other.slug }
  await recordAction(tx, { kind, actorId, detail }, now)
  await bumpTopics(tx, [topics.site, topics.tag(tag.slug), topics.tag(other.slug)])
}
