import { expect, test } from 'vitest'
import { listSections } from '@/lib/articles/queries'
import { findByFormerSlug } from '@/lib/articles/queries-former'
import { findAuthor } from '@/lib/articles/queries-lists'
import { findStandingText } from '@/lib/articles/queries-standing'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenEditor } from '@/lib/database/test-desk'
import { givenModerator, givenReader, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { addAuthor, changeAuthor } from './commands-authors'
import { writePage } from './commands-pages'
import { addSection, changeSection, placeSection } from './commands-sections'
import { findPageVersion, listAuthorFiles, listPageVersions } from './queries-house'

const { pool } = useTestDatabase()

const section = (name: string, slug = '') => ({ name, slug, description: '' })
const author = (name: string, over = {}) => ({ name, slug: '', bio: '', handle: '', picture: '', ...over })

async function added(outcome: Promise<{ ok: boolean; value?: { id: number } }>): Promise<number> {
  const { value } = await outcome
  if (!value) throw new Error('it was not added')
  return value.id
}

/** Whether something bumped a topic. */
async function bumps(topic: string, work: () => Promise<unknown>): Promise<boolean> {
  const version = async () => {
    const { rows } = await pool.query<{ version: string }>('select version from "Topic" where name = $1', [
      topic,
    ])
    return rows[0]?.version
  }
  const before = await version()
  await work()
  return before !== (await version())
}

test('a section is added last, follows its name, and every page is made anew', async () => {
  const editor = await givenEditor()
  expect(await bumps('site', () => addSection(editor, section('Science & Health'), noon))).toBe(true)
  expect((await listSections()).at(-1)).toEqual({ slug: 'science-health', name: 'Science & Health' })
  expect(await addSection(editor, section('Other', 'science-health'), noon)).toMatchObject({
    error: 'slug-taken',
  })
  for (const slug of ['a b', 'versions', 'ü', '-a'])
    expect(await addSection(editor, section('Other', slug), noon)).toMatchObject({ error: 'bad-slug' })
  expect(await addSection(editor, section(' '), noon)).toMatchObject({ error: 'blank' })
  expect(await addSection(await givenModerator(), section('Mine'), noon)).toMatchObject({
    error: 'not-your-role',
  })
})

test('an address that a section had leads to the one it has, until another section takes it', async () => {
  const editor = await givenEditor()
  const id = await added(addSection(editor, section('Letters'), noon))
  await changeSection(editor, id, section('Letters', 'post'), noon)
  await changeSection(editor, id, section('Letters', 'mail'), noon)
  expect(await findByFormerSlug('section', 'letters')).toBe('mail')
  expect(await findByFormerSlug('section', 'post')).toBe('mail')
  // Back to one from before: it leads nowhere else.
  await changeSection(editor, id, section('Letters', 'post'), noon)
  expect(await findByFormerSlug('section', 'post')).toBeNull()
  expect(await findByFormerSlug('section', 'mail')).toBe('post')
  await addSection(editor, section('New letters', 'letters'), noon)
  expect(await findByFormerSlug('section', 'letters')).toBeNull()
  const kinds = await db().staffAction.findMany({ where: { actorId: editor.id }, orderBy: { id: 'asc' } })
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'section-added',
    ...['section-changed', 'section-changed', 'section-changed'],
    'section-added',
  ])
})

test('sections are put in order, also by two at once', async () => {
  const editor = await givenEditor()
  const ids = []
  for (const name of ['One', 'Two', 'Three']) ids.push(await added(addSection(editor, section(name), noon)))
  const [one = 0, two = 0, three = 0] = ids
  const order = async () =>
    (await listSections()).map(({ slug }) => slug).filter((slug) => ['one', 'two', 'three'].includes(slug))
  expect(await placeSection(editor, { id: three, above: one }, noon)).toMatchObject({ ok: true })
  expect(await order()).toEqual(['three', 'one', 'two'])
  await Promise.all([
    placeSection(editor, { id: two, above: one }, noon),
    placeSection(editor, { id: one, above: three }, noon),
  ])
  expect((await order()).sort()).toEqual(['one', 'three', 'two'])
  expect(await placeSection(editor, { id: one, above: 999_999 }, noon)).toMatchObject({ error: 'no-section' })
})

test('an author has a name, an address and an account that is nobody else’s', async () => {
  const [editor, reader] = [await givenEditor(), await givenReader()]
  const { handle } = await db().reader.findUniqueOrThrow({
    where: { id: reader.id },
    select: { handle: true },
  })
  const id = await added(addAuthor(editor, author('Ida Brandt', { handle }), noon))
  expect(await addAuthor(editor, author('Other', { handle }), noon)).toMatchObject({ error: 'reader-taken' })
  expect(await addAuthor(editor, author('Other', { handle: 'nobody-at-all' }), noon)).toMatchObject({
    error: 'no-reader',
  })
  expect(await addAuthor(editor, author('Ida Brandt'), noon)).toMatchObject({ error: 'slug-taken' })
  expect(await addAuthor(editor, author('Other', { picture: '1999999999' }), noon)).toMatchObject({
    error: 'no-picture',
  })
  const renamed = author('Ida Berg', { slug: 'ida-berg', bio: 'Writes about ferries.', handle: `@${handle}` })
  expect(await bumps('author:ida-brandt', () => changeAuthor(editor, id, renamed, noon))).toBe(true)
  expect(await findAuthor('ida-berg')).toMatchObject({ name: 'Ida Berg', bio: 'Writes about ferries.' })
  expect(await findByFormerSlug('author', 'ida-brandt')).toBe('ida-berg')
  expect(await listAuthorFiles(editor, { take: 9, after: 'ida-a' })).toMatchObject([{ id, handle }])
})

test('the picture of an author is anyone’s to see', async () => {
  const editor = await givenEditor()
  const hash = 'ab'.repeat(16)
  const data = { hash, mediaType: 'image/jpeg', width: 400, height: 400, credit: 'House' }
  const { id } = await db().picture.create({ data, select: { id: true } })
  await addAuthor(editor, author('Tom Vale', { picture: String(id) }), noon)
  expect(await findAuthor('tom-vale')).toMatchObject({ picture: { hash } })
  expect(await db().picture.findUnique({ where: { hash } })).toMatchObject({ isPublic: true })
})

test('a standing page says what was written last; what it said is kept, and nobody overwrites what they did not read', async () => {
  const editor = await givenEditor()
  const page = (text: string, seen: number) => ({ title: 'About us', text, seen })
  expect(await findStandingText('about')).toBeNull()
  const first = () => writePage(editor, 'about', page('We are few.\n\nWe write.', 0), noon)
  expect(await bumps('page:about', first)).toBe(true)
  const before = await findStandingText('about')
  expect(await first()).toMatchObject({ value: { number: 1 } })
  expect(await writePage(editor, 'about', page('We are many.', 0), noon)).toMatchObject({
    error: 'changed-meanwhile',
  })
  await writePage(editor, 'about', page('We are some.\n\nWe write.', 1), noon)
  const after = await findStandingText('about')
  expect(after).toMatchObject({ number: 2, body: [{ content: [{ text: 'We are some.' }] }, {}] })
  // A paragraph that stayed is still the same one.
  expect(after?.body[1]).toEqual(before?.body[1])
  expect((await listPageVersions(editor, 'about')).map(({ number }) => number)).toEqual([2, 1])
  expect(await findPageVersion(editor, 'about', 1)).toEqual(before)
  expect(await findPageVersion(editor, 'about', 3)).toBeNull()
  expect(await findPageVersion(editor, 'contact', 1)).toBeNull()
  expect(await writePage(await givenModerator(), 'terms', page('Mine.', 0), noon)).toMatchObject({
    error: 'not-your-role',
  })
})

test('of two who save a page at once one is told', async () => {
  const [one, other] = [await givenEditor('One'), await givenEditor('Other')]
  const save = (editor: typeof one, text: string) =>
    writePage(editor, 'contact', { title: 'Contact', text, seen: 0 }, noon)
  const outcomes = await Promise.all([save(one, 'Write to one.'), save(other, 'Write to the other.')])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})
