import { expect, test } from 'vitest'
import type { Block } from '@/lib/articles/body'
import { wordsIn } from '@/lib/articles/body-words'
import { useTestDatabase } from '@/lib/database/test-database'
import { baseOf, givenDraft, givenEditor, nowAt, written } from '@/lib/database/test-desk'
import { noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { type Base, baseName } from './base'
import { saveDraft } from './commands-save'
import { settleAside } from './commands-settle'
import type { DraftContent } from './draft-content'

useTestDatabase()

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ text }] })
const textOf = (block: Block) => wordsIn(block).join(' ')
const openAsides = (articleId: number) =>
  db().draftAside.findMany({
    where: { articleId, settledAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, place: true, aside: true, writtenById: true },
  })

test('two people change two paragraphs at the same moment, and both changes stand', async () => {
  const [ana, ben] = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  const [first, second] = content.body
  if (!first || !second) throw new Error('two paragraphs')
  const change = (body: Block[]) => ({ articleId: id, base, content: { ...content, body } })
  const saved = await Promise.all([
    saveDraft(ana, change([paragraph(first.id, 'Ana’s.'), second]), noon),
    saveDraft(ben, change([first, paragraph(second.id, 'Ben’s.')]), noon),
  ])
  expect(saved.every(({ ok }) => ok)).toBe(true)
  expect((await nowAt(id)).content.body.map(textOf)).toEqual(['Ana’s.', 'Ben’s.'])
  expect(await openAsides(id)).toEqual([])
})

test('of two changes to one paragraph the first stands, the other waits, and a person chooses', async () => {
  const [ana, ben] = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  const saves = ['Ana’s.', 'Ben’s.'].map((text) => ({
    articleId: id,
    base,
    content: {
      ...content,
      body: content.body.map((each, at) => (at === 0 ? paragraph(each.id, text) : each)),
    },
  }))
  const [one, two] = saves
  if (!one || !two) throw new Error('two saves')
  await saveDraft(ana, one, noon)
  expect(await saveDraft(ben, two, noon)).toMatchObject({ ok: true, value: { isMerged: true, asides: 1 } })
  const [aside] = await openAsides(id)
  if (!aside) throw new Error('nothing was set aside')
  expect(aside.writtenById).toBe(ben.id)
  expect((await nowAt(id)).content.body.map(textOf)[0]).toBe('Ana’s.')
  expect(await settleAside(ana, { articleId: id, asideId: aside.id, choice: 'both' }, noon)).toMatchObject({
    ok: true,
  })
  expect((await nowAt(id)).content.body.map(textOf).slice(0, 2)).toEqual(['Ana’s.', 'Ben’s.'])
  expect(await settleAside(ana, { articleId: id, asideId: aside.id, choice: 'aside' }, noon)).toMatchObject({
    error: 'settled',
  })
})

test('who types on while their save is put together with another’s is asked about nothing twice', async () => {
  const [ana, ben] = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  await saveDraft(ana, { articleId: id, base, content: { ...content, headline: 'Ana’s headline' } }, noon)
  const mine = { ...content, headline: 'Ben’s headline' }
  const saved = await saveDraft(ben, { articleId: id, base, content: mine }, noon)
  if (!saved.ok) throw new Error(saved.error)
  const further = { ...mine, dateline: 'Kerava' }
  await saveDraft(ben, { articleId: id, base: baseOf(saved.value.sent), content: further }, noon)
  expect((await nowAt(id)).content).toMatchObject({ headline: 'Ana’s headline', dateline: 'Kerava' })
  expect(await openAsides(id)).toHaveLength(1)
})

test('what is saved again unchanged is no save', async () => {
  const ana = await givenEditor()
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  expect(await saveDraft(ana, { articleId: id, base, content }, noon)).toMatchObject({
    value: { base: baseName(base) },
  })
})

/** Somebody at work as a browser is: what they see, what it is called, and every word they ever typed. */
type Writer = { who: Moderator; base: Base; content: DraftContent; typed: Set<string> }

test('two people write for a hundred and twenty saves at once: no word is lost, and none is overwritten silently', async () => {
  const people = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id } = await givenDraft(people[0] ?? (await givenEditor()), written())
  const start = await nowAt(id)
  const writers = people.map((who): Writer => ({ who, ...start, typed: new Set() }))
  // Each word is written once and stays in the paragraph it was written in: it must be found somewhere at the end.
  const random = randomFrom(20_261_126)
  await Promise.all(
    writers.map(async (writer, index) => {
      for (let save = 0; save < 60; save += 1) {
        type(writer, `${index}x${save}`, random)
        const { base, content } = writer
        const saved = await saveDraft(writer.who, { articleId: id, base, content }, noon)
        if (!saved.ok) throw new Error(saved.error)
        writer.base = baseOf(saved.value.base)
        writer.content = saved.value.content
      }
    }),
  )
  const end = JSON.stringify((await nowAt(id)).content.body)
  const aside = JSON.stringify(
    await db().draftAside.findMany({ where: { articleId: id }, select: { aside: true } }),
  )
  const lost = writers.flatMap(({ typed }) =>
    [...typed].filter((word) => !end.includes(word) && !aside.includes(word)),
  )
  expect(lost).toEqual([])
  const { body } = (await nowAt(id)).content
  expect(new Set(body.map((block) => block.id)).size).toBe(body.length)
  // The test would prove nothing if they had never met.
  expect(await db().draftAside.count({ where: { articleId: id } })).toBeGreaterThan(5)
})

/** Adds a word to a paragraph, or a paragraph of its own. */
function type(writer: Writer, word: string, random: () => number): void {
  const marked = `«${word}»`
  writer.typed.add(marked)
  const body = [...writer.content.body]
  const at = Math.floor(random() * (body.length + 1))
  const there = body[at]
  if (there && body.length > 6) body[at] = paragraph(there.id, `${textOf(there)} ${marked}`)
  else body.splice(at, 0, paragraph(`p${word}`, marked))
  writer.content = { ...writer.content, body }
}

/** Numbers that look random and are the same every time (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
