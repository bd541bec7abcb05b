import { expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, givenPublication, nowAt, written } from '@/lib/database/test-desk'
import { givenModerator, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { goLive } from './commands-go-live'
import { publishDraft } from './commands-publish'
import { saveDraft } from './commands-save'
import { discardDraft } from './commands-start'
import { flagArticle, moveArticle } from './commands-state'

useTestDatabase()

const stateOf = (id: number) =>
  db().article.findUniqueOrThrow({
    where: { id },
    select: { state: true, publishedAt: true, goesLiveAt: true },
  })
const atOne = minutesAfterNoon(60)
const headlineOf = async (id: number) => {
  const found = await findArticle(id, atOne)
  return found?.state === 'published' ? found.article.headline : (found?.state ?? null)
}

async function rewrite(editor: Awaited<ReturnType<typeof givenEditor>>, id: number, headline: string) {
  const { base, content } = await nowAt(id)
  const saved = await saveDraft(editor, { articleId: id, base, content: { ...content, headline } }, noon)
  if (!saved.ok) throw new Error(saved.error)
}

test('a draft is nobody’s to read until it is published, and then it is everybody’s', async () => {
  const editor = await givenEditor()
  const { id } = await givenDraft(editor)
  expect(await headlineOf(id)).toBeNull()
  expect(await givenPublication(editor, id)).toMatchObject({ state: 'published', version: 1 })
  expect(await headlineOf(id)).toBe('A bridge is planned')
})

test('readers see where its facts come from, once it is published', async () => {
  const editor = await givenEditor()
  const sources = [{ name: 'Minutes', url: 'https://council.example/7' }, { name: 'A witness' }]
  const { id } = await givenDraft(editor, { sources })
  await givenPublication(editor, id)
  expect(await findArticle(id, atOne)).toMatchObject({ article: { sources } })
})

test('what is written on after publishing stays at the desk until it is published, too', async () => {
  const editor = await givenEditor()
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  await rewrite(editor, id, 'A bridge is begun')
  expect(await headlineOf(id)).toBe('A bridge is planned')
  expect(await givenPublication(editor, id)).toMatchObject({ version: 2 })
  expect(await headlineOf(id)).toBe('A bridge is begun')
})

test('a discarded draft leaves the article as it was published', async () => {
  const editor = await givenEditor()
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  await rewrite(editor, id, 'Never mind')
  const { base } = await nowAt(id)
  expect(await discardDraft(editor, { articleId: id, base }, noon)).toMatchObject({ ok: true })
  expect((await nowAt(id)).content.headline).toBe('A bridge is planned')
})

test('nothing is published that somebody changed since whoever publishes it read it', async () => {
  const editor = await givenEditor()
  const { id, base } = await givenDraft(editor)
  await rewrite(await givenEditor('Ben Okri'), id, 'Another headline')
  const publication = { base, when: { move: 'publish' }, reason: '' } as const
  expect(await publishDraft(editor, id, publication, noon)).toMatchObject({ error: 'changed-since' })
  expect(await headlineOf(id)).toBeNull()
})

test.each(['schedule', 'embargo'] as const)(
  'of what waits (%s) readers first see what it says when it goes live',
  async (move) => {
    const editor = await givenEditor()
    const { id } = await givenDraft(editor)
    await givenPublication(editor, id, { when: { move, at: atOne } })
    await rewrite(editor, id, 'A bridge, once more')
    await givenPublication(editor, id, { when: { move: 'update' } })
    expect(await goLive(minutesAfterNoon(59))).not.toContain(id)
    expect(await headlineOf(id)).toBeNull()
    // Every process tries; one does it.
    const live = await Promise.all([goLive(atOne), goLive(atOne), goLive(atOne)])
    expect(live.flat().filter((each) => each === id)).toEqual([id])
    expect(await headlineOf(id)).toBe('A bridge, once more')
    expect(await stateOf(id)).toMatchObject({ publishedAt: atOne, goesLiveAt: null })
    const versions = await db().$queryRaw<
      { number: number }[]
    >`select number from "PublicVersion" where "articleId" = ${id}`
    expect(versions).toEqual([{ number: 2 }])
  },
)

test('what was called back does not go live', async () => {
  const editor = await givenEditor()
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id, { when: { move: 'schedule', at: atOne } })
  expect(await moveArticle(editor, { articleId: id, move: 'cancel', words: '' }, noon)).toMatchObject({
    ok: true,
  })
  expect(await goLive(atOne)).not.toContain(id)
  expect(await stateOf(id)).toMatchObject({ state: 'draft', goesLiveAt: null })
})

test('under a legal hold an embargo does not lapse, and no version is added', async () => {
  const [editor, administrator] = [await givenEditor(), await givenModerator('Adam Berg', 'administrator')]
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id, { when: { move: 'embargo', at: atOne } })
  const hold = { articleId: id, move: 'hold', words: 'A claim was made' } as const
  expect(await moveArticle(editor, hold, noon)).toMatchObject({ error: 'not-your-role' })
  expect(await moveArticle(administrator, hold, noon)).toMatchObject({ ok: true })
  expect(await goLive(atOne)).not.toContain(id)
  const { base } = await nowAt(id)
  const publication = { base, when: { move: 'publish' }, reason: '' } as const
  expect(await publishDraft(editor, id, publication, noon)).toMatchObject({ error: 'under-hold' })
  await moveArticle(administrator, { articleId: id, move: 'release', words: '' }, noon)
  expect(await goLive(atOne)).toContain(id)
})

test('what waits for somebody who knows the law does not go live before they have read it', async () => {
  const [editor, administrator] = [await givenEditor(), await givenModerator('Adam Berg', 'administrator')]
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id, { when: { move: 'schedule', at: atOne } })
  await flagArticle(editor, { articleId: id, on: true }, noon)
  expect(await goLive(atOne)).not.toContain(id)
  expect(await flagArticle(administrator, { articleId: id, on: false }, noon)).toMatchObject({ ok: true })
  expect(await goLive(atOne)).toContain(id)
})

test('what is withdrawn leaves its notice; what is blocked the demand; what is unpublished nothing', async () => {
  const [editor, administrator] = [await givenEditor(), await givenModerator('Adam Berg', 'administrator')]
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  expect(await moveArticle(editor, { articleId: id, move: 'withdraw', words: ' ' }, noon)).toMatchObject({
    error: 'no-words',
  })
  await moveArticle(editor, { articleId: id, move: 'withdraw', words: 'It was wrong.' }, noon)
  expect(await findArticle(id, atOne)).toEqual({
    state: 'withdrawn',
    headline: null,
    notice: 'It was wrong.',
  })
  const block = { articleId: id, move: 'block', words: 'Court of Kerava, 12/2026' } as const
  expect(await moveArticle(editor, block, noon)).toMatchObject({ error: 'not-your-role' })
  await moveArticle(administrator, block, noon)
  expect(await findArticle(id, atOne)).toEqual({
    state: 'blocked',
    headline: null,
    notice: 'Court of Kerava, 12/2026',
  })
  const restore = { articleId: id, move: 'restore', words: '' } as const
  expect(await moveArticle(editor, restore, noon)).toMatchObject({ error: 'not-your-role' })
  expect(await moveArticle(administrator, restore, noon)).toMatchObject({ value: { state: 'published' } })
  await moveArticle(editor, { articleId: id, move: 'unpublish', words: '' }, noon)
  expect(await findArticle(id, atOne)).toBeNull()
})

test('a check that blocks stops a publication, unless whoever answers for the house says otherwise', async () => {
  const [editor, administrator] = [await givenEditor(), await givenModerator('Adam Berg', 'administrator')]
  const { id } = await givenDraft(editor)
  await flagArticle(editor, { articleId: id, on: true }, noon)
  const { base } = await nowAt(id)
  const publication = { base, when: { move: 'publish' }, reason: '', override: true } as const
  expect(await publishDraft(editor, id, publication, noon)).toMatchObject({
    error: 'checks',
    findings: [{ rule: 'legal-flag', level: 'block' }],
  })
  expect(await publishDraft(administrator, id, publication, noon)).toMatchObject({ ok: true })
})

test('an article moved to another section and other authors is so from its next version on', async () => {
  const editor = await givenEditor()
  await db().section.upsert({
    where: { slug: 'science' },
    create: { slug: 'science', name: 'Science', position: 7 },
    update: {},
    select: { id: true },
  })
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  const { base, content } = await nowAt(id)
  await saveDraft(editor, { articleId: id, base, content: { ...content, section: 'science' } }, noon)
  expect(await findArticle(id, atOne)).toMatchObject({ article: { section: { slug: 'world' } } })
  await givenPublication(editor, id)
  expect(await findArticle(id, atOne)).toMatchObject({ article: { section: { slug: 'science' } } })
})

test('moderators have no part in articles, and neither has who is no longer staff', async () => {
  const [editor, moderator] = [await givenEditor(), await givenModerator()]
  const { id, base } = await givenDraft(editor)
  expect(await saveDraft(moderator, { articleId: id, base, content: written() }, noon)).toMatchObject({
    error: 'not-your-role',
  })
  await db().reader.update({ where: { id: editor.id }, data: { role: 'reader' }, select: { id: true } })
  expect(await saveDraft(editor, { articleId: id, base, content: written() }, noon)).toMatchObject({
    error: 'not-a-moderator',
  })
})
