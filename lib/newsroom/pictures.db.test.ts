import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Block, fromParagraphs } from '@/lib/articles/body'
import { publishArticle, reviseArticle, setState } from '@/lib/articles/commands'
import { picturesFolder } from '@/lib/articles/pictures'
import { findArticle } from '@/lib/articles/queries'
import { findAuthor } from '@/lib/articles/queries-lists'
import { isPublicPicture } from '@/lib/articles/queries-pictures'
import { findStories } from '@/lib/articles/queries-stories'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenModerator, noon } from '@/lib/database/test-newsroom'
import { db, inTransaction } from '@/lib/db'
import { readEnv } from '@/lib/env'
import { pictureStore } from '@/lib/picture-store'
import { shared } from '@/lib/shared'
import type { TakenIn } from '@/lib/taken-in'
import { addPicture, describePicture } from './commands-pictures'
import { emptyContent } from './draft-content'
import { check } from './pre-publication'
import { factsFor } from './queries-checks'
import { findPicture, listPictures } from './queries-pictures'

useTestDatabase()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-library-'))
  const read = readEnv({ AUTH_SECRET: 's'.repeat(32), DATA_DIR: folder })
  if (read.ok) shared().env = read.value
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let colour = 0

/** A picture as it comes; what looks into it is the real program's test (documents/take-in-picture.test.ts). */
async function upload(fileName = 'bridge.jpg') {
  colour += 1
  const bytes = await sharp({
    create: { width: 40, height: 30, channels: 3, background: { r: colour * 12, g: 0, b: 0 } },
  })
    .jpeg()
    .toBuffer()
  const path = join(folder, `upload-${colour}`)
  await writeFile(path, bytes)
  return { path, fileName, sourceHash: createHash('sha256').update(bytes).digest('hex') }
}

function intake(answer?: TakenIn) {
  return {
    store: pictureStore(picturesFolder(folder), null),
    async takeIn(from: string, to: string): Promise<TakenIn> {
      if (answer) return answer
      await sharp(from).jpeg({ quality: 50 }).toFile(to)
      const facts = { mediaType: 'image/jpeg', width: 40, height: 30, hasAlpha: false } as const
      return { outcome: 'taken', ...facts, credit: 'From the file', alt: '' }
    },
  }
}

async function given(words = { alt: '', credit: '' }) {
  const editor = await givenModerator('Ines Valcourt', 'editor')
  const added = await addPicture(editor, await upload(), words, intake(), noon)
  if (!added.ok) throw new Error(added.error)
  return { editor, ...added.value }
}

const version = (body: Block[], picture: number | null = null) => ({
  headline: 'A bridge is opened',
  standfirst: null,
  dateline: null,
  body,
  tags: [],
  picture: picture === null ? null : { id: picture, alt: 'A bridge', caption: null },
})

async function published(
  body: Block[],
  picture: number | null = null,
  over: { tags?: string[]; bylines?: string[] } = {},
) {
  await givenArticle()
  const article = await publishArticle(
    {
      ...version(body, picture),
      section: 'world',
      ...{ bylines: [], tags: [], ...over },
      prominence: 0,
      publishedAt: noon,
      source: 'desk',
      sourceHash: null,
    },
    noon,
  )
  if (!article.ok) throw new Error(article.error)
  return article.value.id
}

const showing = (hash: string): Block[] => [{ type: 'picture', id: 'p1', hash, alt: 'A bridge' }]

test('a picture is kept once, with its credit, and the log tells who added it', async () => {
  const editor = await givenModerator('Ines Valcourt', 'editor')
  const file = await upload('harbour.jpg')
  const first = await addPicture(editor, file, { alt: 'A harbour', credit: '' }, intake(), noon)
  const again = await addPicture(editor, file, { alt: 'Another', credit: '' }, intake(), noon)
  expect(first).toMatchObject({ ok: true, value: { isNew: true, alt: 'A harbour', credit: 'From the file' } })
  expect(again).toEqual(first.ok && { ok: true, value: { ...first.value, isNew: false } })
  const kept = await readdir(picturesFolder(folder))
  expect(kept.filter((name) => first.ok && name === `${first.value.hash}.jpg`)).toHaveLength(1)
  const action = await db().staffAction.findFirst({
    where: { actorId: editor.id },
    select: { kind: true, detail: true },
  })
  expect(action).toMatchObject({ kind: 'picture-added', detail: { title: 'harbour.jpg' } })
})

test('what is no picture is refused by name, leaves nothing, and a moderator may not add one', async () => {
  const editor = await givenModerator('Ines Valcourt', 'editor')
  const before = await db().picture.count()
  const file = await upload()
  const words = { alt: '', credit: '' }
  expect(
    await addPicture(editor, file, words, intake({ outcome: 'not-taken', reason: 'animated' }), noon),
  ).toEqual({ ok: false, error: 'animated' })
  expect(await addPicture(editor, file, words, intake({ outcome: 'failed', detail: 'slow' }), noon)).toEqual({
    ok: false,
    error: 'not-read',
  })
  const moderator = await givenModerator()
  expect(await addPicture(moderator, file, words, intake(), noon)).toMatchObject({
    ok: false,
    error: 'not-your-role',
  })
  expect(await db().picture.count()).toBe(before)
})

test('a picture is public while a published article shows it, as its lead or in its body, and no longer', async () => {
  const lead = await given()
  const inBody = await given()
  expect(await isPublicPicture(lead.hash)).toBe(false)
  const id = await published(showing(inBody.hash), lead.id)
  for (const { hash } of [lead, inBody]) expect(await isPublicPicture(hash)).toBe(true)
  for (const state of ['withdrawn', 'blocked'] as const) {
    await setState(id, state)
    for (const { hash } of [lead, inBody])
      expect([state, await isPublicPicture(hash)]).toEqual([state, false])
    await setState(id, 'published')
    for (const { hash } of [lead, inBody]) expect(await isPublicPicture(hash)).toBe(true)
  }
  for (const state of ['draft', 'scheduled', 'embargoed'] as const) {
    await db().article.update({
      where: { id },
      data: { state, goesLiveAt: state === 'draft' ? null : noon },
      select: { id: true },
    })
    for (const { hash } of [lead, inBody])
      expect([state, await isPublicPicture(hash)]).toEqual([state, false])
  }
})

test('a picture two articles show stays until both are gone, also when both go at once', async () => {
  const { hash } = await given()
  const articles = [await published(showing(hash)), await published(showing(hash))]
  await setState(articles[0] ?? 0, 'withdrawn')
  expect(await isPublicPicture(hash)).toBe(true)
  await setState(articles[0] ?? 0, 'published')
  await Promise.all(articles.map((id) => setState(id, 'withdrawn')))
  expect(await isPublicPicture(hash)).toBe(false)
  await Promise.all(articles.map((id) => setState(id, 'published')))
  expect(await isPublicPicture(hash)).toBe(true)
})

test('a picture of an older public version stays, since that version can be read; one of before it was public does not', async () => {
  const old = await given()
  const id = await published(showing(old.hash))
  await reviseArticle(id, version(fromParagraphs(['Without it.'])), { reason: 'changed' }, noon)
  expect(await isPublicPicture(old.hash)).toBe(true)
  const never = await given()
  await setState(id, 'withdrawn')
  await reviseArticle(id, version(showing(never.hash)), { reason: 'changed' }, noon)
  await reviseArticle(id, version(fromParagraphs(['Without either.'])), { reason: 'changed' }, noon)
  await setState(id, 'published')
  expect([await isPublicPicture(old.hash), await isPublicPicture(never.hash)]).toEqual([true, false])
})

test('the newsroom’s own is public whatever shows it', async () => {
  const { id, hash } = await given()
  await db().picture.update({ where: { id }, data: { isHouse: true }, select: { id: true } })
  expect(await isPublicPicture(hash)).toBe(true)
  await db().picture.update({ where: { id }, data: { isHouse: false }, select: { id: true } })
  expect(await isPublicPicture(hash)).toBe(false)
})

test('what is said of a picture anew is on the pages that show it, and is logged with what was said before', async () => {
  const { editor, id, hash } = await given()
  const article = await published(showing(hash))
  const words = { alt: 'A bridge at dawn', credit: 'Ana Marin', focalX: 0.25, focalY: 0.5 }
  expect(await describePicture(editor, id, words, noon)).toMatchObject({ ok: true })
  const found = await findArticle(article)
  expect(found?.state === 'published' && found.article.pictures.get(hash)?.credit).toBe('Ana Marin')
  expect(await findPicture(editor, id, noon)).toMatchObject({ ...words, uses: [{ articleId: article }] })
  const action = await db().staffAction.findFirst({
    where: { kind: 'picture-described', actorId: editor.id },
    select: { detail: true },
  })
  expect(action?.detail).toMatchObject({ before: { credit: 'From the file' }, after: words })
  expect(await describePicture(await givenModerator(), id, words, noon)).toMatchObject({
    error: 'not-your-role',
  })
  expect(await describePicture(editor, 2_000_000_000, words, noon)).toMatchObject({ error: 'no-picture' })
})

test('what must stay of a picture is told to every list it stands in, and those are made anew', async () => {
  const { editor, id } = await given()
  const authors = ['writes-here', 'is-seen-here'].map((slug) => ({ slug, name: slug }))
  await db().author.createMany({ data: authors })
  await db().author.update({ where: { slug: 'is-seen-here' }, data: { pictureId: id }, select: { id: true } })
  const article = await published([], id, { tags: ['Bridges'], bylines: ['writes-here'] })
  const shown = [`article:${article}`, 'section:world', 'front', 'tag:bridges', 'archive:2026-03'].concat(
    authors.map(({ slug }) => `author:${slug}`),
  )
  const versions = async () => {
    const rows = await db().topic.findMany({
      where: { name: { in: shown } },
      select: { name: true, version: true },
    })
    return new Map(rows.map(({ name, version }) => [name, version]))
  }
  const before = await versions()
  const words = { alt: '', credit: '', focalX: 0.25, focalY: 0.75 }
  expect(await describePicture(editor, id, words, noon)).toMatchObject({ ok: true })
  const after = await versions()
  for (const name of shown) expect([name, after.get(name)]).not.toEqual([name, before.get(name)])
  const place = { focalX: 0.25, focalY: 0.75 }
  expect((await findStories([article])).map(({ picture }) => picture)).toMatchObject([place])
  expect((await findAuthor('is-seen-here'))?.picture).toMatchObject(place)
})

test('before it is published, a text’s pictures have the library’s credit, or are said to have none', async () => {
  const { hash } = await given()
  const { id } = await givenArticle()
  const content = { ...emptyContent('world'), body: showing(hash) }
  const facts = () => inTransaction((tx) => factsFor(tx, id, content, noon))
  const isSaid = async () => check(content, await facts()).some(({ rule }) => rule === 'no-credit-inside')
  expect(await isSaid()).toBe(false)
  await db().picture.update({ where: { hash }, data: { credit: '' }, select: { id: true } })
  expect(await isSaid()).toBe(true)
})

test('the library is searched by every word, whatever it is made of, and reads on from where it was', async () => {
  const { editor } = await given({ alt: '100% wool_en bridge', credit: 'Zed Quartz' })
  const found = (words: string) =>
    listPictures(editor, { words, before: null }, noon).then(({ pictures }) => pictures.map(({ alt }) => alt))
  expect(await found('quartz wool_en')).toEqual(['100% wool_en bridge'])
  expect(await found('100% quartz')).toHaveLength(1)
  for (const words of ['quartz nowhere', '_% zed', `' or true --`, '\\'])
    expect(await found(words)).toEqual([])
  const first = await given({ alt: 'pages of pages', credit: '' })
  const second = await given({ alt: 'pages of pages', credit: '' })
  const on = await listPictures(editor, { words: 'pages', before: second.id }, noon)
  expect(on.pictures.map(({ id }) => id)).toEqual([first.id])
})
