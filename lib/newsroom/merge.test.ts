import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '@/lib/articles/body'
import { emptyContent } from './draft-content'
import { merge } from './merge'
import { mergeBody, withUniqueIds } from './merge-body'

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ text }] })
const base = [paragraph('a', 'one'), paragraph('b', 'two'), paragraph('c', 'three')]
const textsOf = (blocks: Block[]) =>
  blocks.map((block) => (block.type === 'paragraph' ? block.content.map(({ text }) => text).join('') : ''))

function names(): () => string {
  let next = 0
  return () => `new-${++next}`
}

test('changes to different paragraphs are both taken', () => {
  const mine = [paragraph('a', 'ONE'), ...base.slice(1)]
  const theirs = [...base.slice(0, 2), paragraph('c', 'THREE')]
  const { body, asides } = mergeBody(base, mine, theirs, names())
  expect(textsOf(body)).toEqual(['ONE', 'two', 'THREE'])
  expect(asides).toEqual([])
})

test('of two changes to one paragraph the first saved stands, and the other is set aside', () => {
  const mine = [paragraph('a', 'mine'), ...base.slice(1)]
  const theirs = [paragraph('a', 'theirs'), ...base.slice(1)]
  const { body, asides } = mergeBody(base, mine, theirs, names())
  expect(textsOf(body)).toEqual(['theirs', 'two', 'three'])
  expect(asides).toEqual([{ place: 'block:a', aside: paragraph('a', 'mine') }])
})

test('what one changed and the other removed is gone only from where it stood', () => {
  const mine = [paragraph('a', 'mine'), ...base.slice(1)]
  const { body, asides } = mergeBody(base, mine, base.slice(1), names())
  expect(textsOf(body)).toEqual(['two', 'three'])
  expect(asides).toEqual([{ place: 'block:a', aside: paragraph('a', 'mine') }])
})

test('a removal of what the other changed waits for a choice', () => {
  const theirs = [paragraph('a', 'theirs'), ...base.slice(1)]
  const { body, asides } = mergeBody(base, base.slice(1), theirs, names())
  expect(textsOf(body)).toEqual(['theirs', 'two', 'three'])
  expect(asides).toEqual([{ place: 'block:a', aside: null }])
})

test('two paragraphs added under one name both stand', () => {
  const mine = [...base, paragraph('d', 'mine')]
  const theirs = [...base, paragraph('d', 'theirs')]
  const { body, asides } = mergeBody(base, mine, theirs, names())
  expect(textsOf(body)).toEqual(['one', 'two', 'three', 'mine', 'theirs'])
  expect(new Set(body.map(({ id }) => id)).size).toBe(5)
  expect(asides).toEqual([])
})

test('what one moved stays moved beside what the other added', () => {
  const [a, b, c] = base
  if (!a || !b || !c) throw new Error('three paragraphs')
  const theirs = [a, b, paragraph('d', 'after two'), c]
  expect(textsOf(mergeBody(base, [c, a, b], theirs, names()).body)).toEqual([
    'three',
    'one',
    'two',
    'after two',
  ])
})

test('fields are put together one by one', () => {
  const was = { ...emptyContent('world'), headline: 'A bridge', tags: ['bridges'] }
  const mine = { ...was, headline: 'A bridge falls', dateline: 'Kerava' }
  const theirs = { ...was, headline: 'A bridge is built', standfirst: 'It stands.' }
  const { content, asides } = merge(was, mine, theirs, names())
  expect(content).toMatchObject({
    ...{ headline: 'A bridge is built', standfirst: 'It stands.', dateline: 'Kerava', tags: ['bridges'] },
  })
  expect(asides).toEqual([{ place: 'headline', aside: 'A bridge falls' }])
})

test('no paragraph is lost for having another’s name', () => {
  const blocks = withUniqueIds([paragraph('a', 'one'), paragraph('a', 'two')], names())
  expect(blocks).toEqual([paragraph('a', 'one'), paragraph('new-1', 'two')])
})

const words = fc.constantFrom('red', 'green', 'blue', 'white')
const edit = fc.oneof(
  fc.record({ what: fc.constant('change' as const), at: fc.nat(9), to: words }),
  fc.record({ what: fc.constant('add' as const), at: fc.nat(9), to: words }),
  fc.record({ what: fc.constant('remove' as const), at: fc.nat(9) }),
  fc.record({ what: fc.constant('move' as const), at: fc.nat(9), to: fc.nat(9) }),
)

/** What somebody made of it; every text they wrote can be told from every other. */
function edited(
  blocks: Block[],
  edits: (typeof edit extends fc.Arbitrary<infer E> ? E : never)[],
  by: string,
) {
  const made = [...blocks]
  for (const [number, each] of edits.entries()) {
    const at = made.length === 0 ? 0 : each.at % made.length
    const there = made[at]
    if (each.what === 'add') made.splice(at, 0, paragraph(`n${number}`, `${by}-${number}-${each.to}`))
    else if (!there) continue
    else if (each.what === 'change') made[at] = paragraph(there.id, `${by}-${number}-${each.to}`)
    else if (each.what === 'remove') made.splice(at, 1)
    else {
      made.splice(at, 1)
      made.splice(each.to % (made.length + 1), 0, there)
    }
  }
  return made
}

test('whatever two people do, every text of either is in the article or aside, and none is there twice', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), fc.array(edit, { maxLength: 8 }), (one, two) => {
      const [mine, theirs] = [edited(base, one, 'mine'), edited(base, two, 'theirs')]
      const { body, asides } = mergeBody(base, mine, theirs, names())
      const aside = asides.flatMap((each) => (each.place !== 'order' && each.aside ? [each.aside] : []))
      const all = [...textsOf(body), ...textsOf(aside)]
      for (const text of [...textsOf(mine), ...textsOf(theirs)])
        if (!textsOf(base).includes(text)) expect(all).toContain(text)
      // What neither touched is still there; what nobody wrote is not.
      for (const block of base)
        if ([mine, theirs].every((blocks) => blocks.some((each) => each === block)))
          expect(textsOf(body)).toContain(textsOf([block])[0])
      expect(new Set(body.map(({ id }) => id)).size).toBe(body.length)
      for (const text of all) expect([...textsOf(base), ...textsOf(mine), ...textsOf(theirs)]).toContain(text)
    }),
  )
})

test('against what nobody else changed, mine is taken as it is; against mine, too', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const mine = edited(base, edits, 'mine')
      expect(mergeBody(base, mine, base, names())).toEqual({ body: mine, asides: [] })
      expect(mergeBody(base, base, mine, names())).toEqual({ body: mine, asides: [] })
      expect(mergeBody(base, mine, mine, names())).toEqual({ body: mine, asides: [] })
    }),
  )
})
