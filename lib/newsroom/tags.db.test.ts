import { expect, test } from 'vitest'
import { findByFormerSlug } from '@/lib/articles/queries-former'
import { findTag } from '@/lib/articles/queries-lists'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenEditor } from '@/lib/database/test-desk'
import { givenModerator, givenStory, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { mergeTag, renameTag, splitTag } from './commands-tags'
import { listTagFiles } from './queries-tags'

useTestDatabase()

async function idOf(slug: string): Promise<number> {
  return (await db().tag.findUniqueOrThrow({ where: { slug } })).id
}

/** The addresses of the tags that an article is under. */
async function tagsOf(articleId: number): Promise<string[]> {
  const rows = await db().articleTag.findMany({
    where: { articleId },
    select: { tag: { select: { slug: true } } },
  })
  return rows.map(({ tag }) => tag.slug).sort()
}

test('what is merged is under the other tag, later words too, until it is split back', async () => {
  const editor = await givenEditor()
  const old = await givenStory({ tags: ['Motor cars'] })
  const both = await givenStory({ tags: ['Motor cars', 'Automobiles'] })
  const other = await givenStory({ tags: ['Automobiles'] })
  const motor = await idOf('motor-cars')
  expect(await mergeTag(editor, motor, 'automobiles', noon)).toMatchObject({ ok: true })
  const later = await givenStory({ tags: ['Motor Cars', 'Roads'] })
  for (const { id } of [old, both, other]) expect(await tagsOf(id)).toEqual(['automobiles'])
  expect(await tagsOf(later.id)).toEqual(['automobiles', 'roads'])
  expect(await findTag('motor-cars')).toBeNull()
  expect(await findByFormerSlug('tag', 'motor-cars')).toBe('automobiles')
  expect(await findByFormerSlug('tag', 'automobiles')).toBeNull()

  expect(await splitTag(editor, motor, noon)).toMatchObject({ ok: true })
  expect(await tagsOf(old.id)).toEqual(['motor-cars'])
  expect(await tagsOf(both.id)).toEqual(['automobiles', 'motor-cars'])
  expect(await tagsOf(other.id)).toEqual(['automobiles'])
  expect(await tagsOf(later.id)).toEqual(['motor-cars', 'roads'])
  expect(await findByFormerSlug('tag', 'motor-cars')).toBeNull()
  const rows = await db().staffAction.findMany({ where: { actorId: editor.id }, orderBy: { id: 'asc' } })
  expect(rows.map(({ kind }) => kind)).toEqual(['tag-merged', 'tag-split'])
})

test('a new name takes the stories along and leads there from every name it had', async () => {
  const editor = await givenEditor()
  const { id } = await givenStory({ tags: ['Peking'] })
  const peking = await idOf('peking')
  expect(await renameTag(editor, peking, 'PEKING', noon)).toEqual({ ok: true, value: { id: peking } })
  expect(await findTag('peking')).toEqual({ slug: 'peking', name: 'PEKING' })
  await renameTag(editor, peking, 'Pei-ching', noon)
  const between = await idOf('pei-ching')
  await renameTag(editor, between, 'Beijing', noon)
  expect(await tagsOf(id)).toEqual(['beijing'])
  expect(await findByFormerSlug('tag', 'peking')).toBe('beijing')
  // Back by one: what led there still does.
  await splitTag(editor, between, noon)
  expect(await tagsOf(id)).toEqual(['pei-ching'])
  expect(await findByFormerSlug('tag', 'peking')).toBe('pei-ching')
  expect(await findTag('beijing')).toBeNull()
})

test('a tag cannot be led round, into nothing or into itself, nor by whoever is no editor', async () => {
  const editor = await givenEditor()
  await givenStory({ tags: ['Here', 'There'] })
  const [here, there] = [await idOf('here'), await idOf('there')]
  expect(await mergeTag(editor, here, 'Here', noon)).toMatchObject({ error: 'same-tag' })
  expect(await mergeTag(editor, here, 'Nowhere', noon)).toMatchObject({ error: 'no-other-tag' })
  expect(await renameTag(editor, here, 'There', noon)).toMatchObject({ error: 'tag-taken' })
  expect(await renameTag(editor, here, '!!!', noon)).toMatchObject({ error: 'blank' })
  expect(await splitTag(editor, here, noon)).toMatchObject({ error: 'not-merged' })
  expect(await splitTag(editor, 2_000_000_000, noon)).toMatchObject({ error: 'no-tag' })
  expect(await mergeTag(await givenModerator(), here, 'There', noon)).toMatchObject({
    error: 'not-your-role',
  })
  // Each into the other at once: one of them is too late.
  const outcomes = await Promise.all([
    mergeTag(editor, here, 'There', noon),
    mergeTag(editor, there, 'Here', noon),
  ])
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: 'merged' })
})

test('the list finds by a part of the name or address, pages, and counts', async () => {
  const editor = await givenEditor()
  await givenStory({ tags: ['Zebra crossings', 'Zebra fish', '東京 Zebra'] })
  await givenStory({ tags: ['Zebra fish'] })
  const all = await listTagFiles(editor, { words: 'zEBRA', take: 10 })
  expect(all.map(({ slug, articles }) => [slug, articles])).toEqual([
    ['zebra-crossings', 1],
    ['zebra-fish', 2],
    ['東京-zebra', 1],
  ])
  expect(await listTagFiles(editor, { words: 'zebra', take: 1, after: 'zebra-crossings' })).toEqual([all[1]])
  expect(await listTagFiles(editor, { words: '%', take: 10 })).toEqual([])
  await mergeTag(editor, all[0]?.id ?? 0, 'Zebra fish', noon)
  expect((await listTagFiles(editor, { words: 'crossings', take: 10 }))[0]).toMatchObject({
    articles: 0,
    mergedInto: 'Zebra fish',
  })
})
