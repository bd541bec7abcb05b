import { expect, test } from 'vitest'
import type { Block } from '@/lib/articles/body'
import { wordsIn } from '@/lib/articles/body-words'
import { useTestDatabase } from '@/lib/database/test-database'
import { baseOf, givenDraft, givenEditor, nowAt, written } from '@/lib/database/test-desk'
import { noon } from '@/lib/database/test-newsroom'
import { keptWords, lostOf, randomFrom, writeTogether } from '@/lib/database/test-two-writers'
import { db } from '@/lib/db'
import { baseName } from './base'
import { type Choice, choiceName, standsAt } from './choose'
import { saveDraft } from './commands-save'
import { settleAside } from './commands-settle'

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
  const choose = (choice: Choice) =>
    settleAside(ana, { articleId: id, asideId: aside.id, choice, seen: '' }, noon)
  expect(await choose('both')).toMatchObject({ ok: true })
  expect((await nowAt(id)).content.body.map(textOf).slice(0, 2)).toEqual(['Ana’s.', 'Ben’s.'])
  expect(await choose('aside')).toMatchObject({ error: 'settled' })
})

test('nobody gives up by a choice what was written on either side after they looked', async () => {
  const [ana, ben] = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  const say = (text: string) => ({ ...content, body: [paragraph('p1', text), ...content.body.slice(1)] })
  const first = await saveDraft(ana, { articleId: id, base, content: say('Ana’s.') }, noon)
  const second = await saveDraft(ben, { articleId: id, base, content: say('Ben’s.') }, noon)
  if (!first.ok || !second.ok) throw new Error('both are taken')
  const look = async () => {
    const [aside] = await openAsides(id)
    if (!aside) throw new Error('nothing was set aside')
    const standing = standsAt((await nowAt(id)).content, aside.place)
    return { articleId: id, asideId: aside.id, seen: choiceName(standing, aside.aside) }
  }
  const before = await look()
  const base2 = baseOf(first.value.base)
  await saveDraft(ana, { articleId: id, base: base2, content: say('Ana’s, longer.') }, noon)
  expect(await settleAside(ben, { ...before, choice: 'aside' }, noon)).toMatchObject({ error: 'written-on' })
  const between = await look()
  const base3 = baseOf(second.value.sent)
  await saveDraft(ben, { articleId: id, base: base3, content: say('Ben’s, longer.') }, noon)
  expect(await settleAside(ana, { ...between, choice: 'standing' }, noon)).toMatchObject({
    error: 'written-on',
  })
  expect(await settleAside(ben, { ...(await look()), choice: 'aside' }, noon)).toMatchObject({ ok: true })
  expect((await nowAt(id)).content.body.map(textOf)[0]).toBe('Ben’s, longer.')
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

test('two people write for a hundred and twenty saves at once: no word is lost, and none is overwritten silently', async () => {
  const people = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id } = await givenDraft(people[0] ?? (await givenEditor()), written())
  let saves = 0
  const ledger = await writeTogether(people, {
    ...{ articleId: id, restMs: () => 0, random: randomFrom(20_261_127), now: noon },
    isOver: () => ++saves > 120,
  })
  expect(await lostOf(ledger, id)).toEqual([])
  // Whatever became of it: what was sent is kept as it was sent.
  const kept = await keptWords(id)
  expect([...ledger.sent].filter((word) => !kept.has(word))).toEqual([])
  const { body } = (await nowAt(id)).content
  expect(new Set(body.map((block) => block.id)).size).toBe(body.length)
  // The test would prove nothing if they had never met.
  expect(await db().draftAside.count({ where: { articleId: id } })).toBeGreaterThan(5)
})
