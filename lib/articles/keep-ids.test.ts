import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newBlockId } from './block-id'
import { type Block, bodySchema, fromParagraphs, type NewBlock } from './body'
import { keepIds, type LooseBlock } from './keep-ids'

function paragraph(text: string, id?: string): LooseBlock {
  return { type: 'paragraph', content: [{ text }], ...(id ? { id } : {}) }
}

function counting() {
  let given = 0
  return () => {
    given += 1
    return `pnew${given.toString(36)}`
  }
}

const idsOf = (blocks: readonly Block[]) => blocks.map(({ id }) => id)

test('what stays keeps its id, what is new gets a new one, wherever it stands', () => {
  const before = fromParagraphs(['The first.', 'The second.', 'The third.'])
  const after = keepIds(
    before,
    ['Quite new.', 'The first.', 'The third.'].map((text) => paragraph(text)),
    counting(),
  )
  expect(idsOf(after)).toEqual(['pnew1', 'p1', 'p3'])
})

test('a paragraph that is rewritten in its place keeps its id; one that has other words does not', () => {
  const before = fromParagraphs(['Ten people were hurt on the bridge.', 'It opened in May.', 'The end.'])
  const after = keepIds(
    before,
    [
      paragraph('Twelve people were hurt on the old bridge.'),
      paragraph('Nobody knows why.'),
      paragraph('The end.'),
    ],
    counting(),
  )
  expect(idsOf(after)).toEqual(['p1', 'pnew1', 'p3'])
})

test('a paragraph that moved keeps its id, and so does one the editor names, whatever its words', () => {
  const before = fromParagraphs(['One thing.', 'Another matter.', 'A third.'])
  const moved = keepIds(
    before,
    ['A third.', 'One thing.', 'Another matter.'].map((text) => paragraph(text)),
    counting(),
  )
  expect(idsOf(moved)).toEqual(['p3', 'p1', 'p2'])
  expect(idsOf(keepIds(before, [paragraph('Wholly rewritten', 'p2')], counting()))).toEqual(['p2'])
})

test('of a paragraph that was split the greater part keeps the id', () => {
  const [before] = [fromParagraphs(['It rained in the night and then the sun came out over the bay.'])]
  const split = [
    paragraph('It rained', 'p1'),
    paragraph('in the night and then the sun came out over the bay.', 'p1'),
  ]
  expect(idsOf(keepIds(before, split, counting()))).toEqual(['pnew1', 'p1'])
})

const text = fc.oneof(fc.constantFrom('a b c d', 'a b c e', 'x y', ''), fc.lorem({ maxCount: 6 }))
const loose = fc
  .record({ type: fc.constantFrom('paragraph' as const, 'subheading' as const), text })
  .map(({ type, text }): NewBlock => ({ type, content: [{ text }] }))
const named = fc.tuple(loose, fc.option(fc.constantFrom('p1', 'p2', 'p3', 'pother'), { nil: undefined }))

/** Versions of a body one after the other, and every id that ever stood for a block. */
function history(versions: NewBlock[][]): Block[][] {
  const bodies: Block[][] = []
  for (const next of versions) bodies.push(keepIds(bodies.at(-1) ?? [], next, newId))
  return bodies
}
const newId = newBlockId

test('ids are unique and well-formed, whatever an editor names', () => {
  fc.assert(
    fc.property(fc.array(loose, { maxLength: 6 }), fc.array(named, { maxLength: 8 }), (first, second) => {
      const before = keepIds([], first, counting())
      const after = keepIds(
        before,
        second.map(([block, id]) => ({ ...block, id })),
        newId,
      )
      expect(bodySchema.safeParse(after).success).toBe(true)
      expect(after.map(({ id: _, ...block }) => block)).toEqual(second.map(([block]) => block))
    }),
  )
})

test('blocks that stay word for word keep their ids, as many of them as stood there before', () => {
  fc.assert(
    fc.property(fc.array(loose, { maxLength: 8 }), fc.array(loose, { maxLength: 8 }), (first, second) => {
      const before = keepIds([], first, counting())
      const after = keepIds(before, second, newId)
      const key = ({ id: _, ...block }: Block) => JSON.stringify(block)
      for (const wording of new Set(after.map(key))) {
        const had = new Set(idsOf(before.filter((block) => key(block) === wording)))
        const has = after.filter((block) => key(block) === wording)
        expect(has.filter(({ id }) => had.has(id)).length).toBe(Math.min(had.size, has.length))
      }
      expect(
        keepIds(
          after,
          after.map(({ id: _, ...block }) => block),
          newId,
        ),
      ).toEqual(after)
    }),
  )
})

test('an id that is gone never comes back for another paragraph', () => {
  fc.assert(
    fc.property(fc.array(fc.array(loose, { maxLength: 5 }), { minLength: 2, maxLength: 5 }), (versions) => {
      const bodies = history(versions)
      const gone = new Set<string>()
      bodies.forEach((body, index) => {
        const ids = new Set(idsOf(body))
        for (const id of ids) expect(gone.has(id)).toBe(false)
        for (const id of idsOf(bodies[index - 1] ?? [])) if (!ids.has(id)) gone.add(id)
      })
    }),
  )
})
