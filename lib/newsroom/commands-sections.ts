import type { Transaction } from '@/lib/db'
import type { PermissionRefusal } from '@/lib/moderation/commands-permission'
import { placedAbove } from '@/lib/moderation/house-rule'
import { recordAction, type StaffActionKind } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import { inTurnAtDesk } from './commands-in-turn'
import { slugFor } from './place-in-address'
import { readIfAny, readLine, type TypedProblem } from './typed'

export const longestName = 100
export const longestDescription = 500

/** As it is typed; a slug may be left empty, and then follows the name. */
export type SectionInput = { name: string; slug: string; description: string }
export type SectionRefusal =
  | PermissionRefusal
  | { error: 'no-section' | 'bad-slug' | 'slug-taken' | TypedProblem }
type Changed = Outcome<{ id: number }, SectionRefusal>

/** Adds a section after the others. */
export async function addSection(editor: Moderator, typed: SectionInput, now: Date): Promise<Changed> {
  const read = readSection(typed)
  if (!read.ok) return read
  return inTurnAtDesk(editor, 'sections', now, async (tx) => {
    const { name, slug, description } = read.value
    if (await isTaken(tx, slug, null)) return refused({ error: 'slug-taken' })
    const { _max } = await tx.section.aggregate({ _max: { position: true } })
    const { id } = await tx.section.create({
      data: { name, slug, description, position: (_max.position ?? 0) + 1 },
      select: { id: true },
    })
    await tx.formerSectionSlug.deleteMany({ where: { slug } })
    await record(tx, editor, 'section-added', { section: id, title: name }, now)
    await bumpTopics(tx, [topics.site, topics.section(slug)])
    return done({ id })
  })
}

/** Says a section's name, address and description anew. The address from before leads to the new one. */
export async function changeSection(
  editor: Moderator,
  id: number,
  typed: SectionInput,
  now: Date,
): Promise<Changed> {
  const read = readSection(typed)
  if (!read.ok) return read
  return inTurnAtDesk(editor, 'sections', now, async (tx) => {
    const before = await tx.section.findUnique({
      where: { id },
      select: { name: true, slug: true, description: true },
    })
    if (!before) return refused({ error: 'no-section' })
    const { name, slug, description } = read.value
    if (before.name === name && before.slug === slug && before.description === description)
      return done({ id })
    if (await isTaken(tx, slug, id)) return refused({ error: 'slug-taken' })
    await tx.section.update({ where: { id }, data: { name, slug, description }, select: { id: true } })
    if (slug !== before.slug) {
      await tx.formerSectionSlug.deleteMany({ where: { slug } })
      await tx.formerSectionSlug.create({
        data: { slug: before.slug, sectionId: id },
        select: { slug: true },
      })
    }
    const detail = { section: id, title: name, before, name, slug, description }
    await record(tx, editor, 'section-changed', detail, now)
    await bumpTopics(tx, [topics.site, topics.front, topics.section(slug), topics.section(before.slug)])
    return done({ id })
  })
}

/** Puts a section directly above another in every list of them. */
export async function placeSection(
  editor: Moderator,
  { id, above }: { id: number; above: number },
  now: Date,
): Promise<Changed> {
  return inTurnAtDesk(editor, 'sections', now, async (tx) => {
    const sections = await tx.section.findMany({
      orderBy: { position: 'asc' },
      select: { id: true, name: true, position: true },
    })
    const moved = sections.find((section) => section.id === id)
    const target = sections.find((section) => section.id === above)
    if (!moved || !target) return refused({ error: 'no-section' })
    const order = placedAbove(sections, moved, target).map((section) => section.id)
    // Every place is another's until the last has moved.
    await tx.$executeRaw`update "Section" set position = -position where position > 0`
    await tx.$executeRaw`
      update "Section" s set position = placed.at::int
      from unnest(${order}::int[]) with ordinality as placed(id, at) where s.id = placed.id`
    await record(tx, editor, 'section-moved', { section: id, title: moved.name, above }, now)
    await bumpTopics(tx, [topics.site, topics.front])
    return done({ id })
  })
}

function readSection(typed: SectionInput): Outcome<SectionInput, { error: 'bad-slug' | TypedProblem }> {
  const [name, description] = [
    readLine(typed.name, longestName),
    readIfAny(typed.description, longestDescription),
  ]
  if (!name.ok) return name
  if (!description.ok) return description
  const slug = slugFor(typed.slug, name.value)
  if (slug === null) return refused({ error: 'bad-slug' })
  return done({ name: name.value, slug, description: description.value ?? '' })
}

async function isTaken(tx: Transaction, slug: string, but: number | null): Promise<boolean> {
  const found = await tx.section.findUnique({ where: { slug }, select: { id: true } })
  return found !== null && found.id !== but
}

async function record(
  tx: Transaction,
  { id: actorId }: Moderator,
  kind: Extract<StaffActionKind, `section-${string}`>,
  detail: Parameters<typeof recordAction>[1]['detail'],
  now: Date,
): Promise<void> {
  await recordAction(tx, { kind, actorId, ...(detail ? { detail } : {}) }, now)
}
