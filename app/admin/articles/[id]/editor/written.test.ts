import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { type Block, withIds } from '@/lib/articles/body'
import { toMarkdown } from '@/lib/articles/body-markdown'
import { blockIds } from './block-ids'
import { docOf } from './blocks'
import { commandOf } from './commands'
import { schema } from './schema'
import { anyBody } from './test-bodies'
import { blocksOf, markdownOf } from './written'

test('a body comes out of the editor as it went in, ids and all, and its Markdown is the body’s', () => {
  fc.assert(
    fc.property(anyBody, (blocks) => {
      const doc = docOf(blocks)
      doc.check()
      expect(blocksOf(doc)).toEqual(blocks)
      expect(markdownOf(doc)).toBe(toMarkdown(blocks))
    }),
  )
})

function opened(blocks: Block[]): EditorState {
  return EditorState.create({ doc: docOf(blocks), plugins: [blockIds()] })
}

const two = withIds(['One two.', 'Three.'].map((text) => ({ type: 'paragraph', content: [{ text }] })))
const idsOf = (state: EditorState) => blocksOf(state.doc).map(({ id }) => id)

test('a paragraph that is split keeps its id on the first part, and the second gets its own', () => {
  const state = opened(two)
  const [first, second, third] = idsOf(state.apply(state.tr.split(4)))
  expect([first, third]).toEqual(['p1', 'p2'])
  expect(second).toMatch(/^p[0-9a-v]{14}$/)
})

test('an empty paragraph put before the words leaves them their id', () => {
  const state = opened(two)
  expect(idsOf(state.apply(state.tr.split(1)))).toEqual(['p1', 'p2'])
})

test('a paragraph that was copied has an id of its own', () => {
  const state = opened(two)
  const ids = idsOf(state.apply(state.tr.insert(state.doc.content.size, state.doc.child(0))))
  expect(ids.slice(0, 2)).toEqual(['p1', 'p2'])
  expect(new Set(ids).size).toBe(3)
})

test('a block keeps its id when it becomes another kind, also as a list and back', () => {
  let state = opened(two)
  const dispatch = (tr: typeof state.tr) => {
    state = state.apply(tr)
  }
  for (const tool of ['subheading', 'quotation', 'paragraph', 'bullets', 'numbers'] as const) {
    expect(commandOf(tool)(state, dispatch)).toBe(true)
    expect([tool, ...idsOf(state)]).toEqual([tool, 'p1', 'p2'])
  }
  expect(blocksOf(state.doc)[0]).toMatchObject({
    type: 'list',
    ordered: true,
    items: [[{ text: 'One two.' }]],
  })
})

test('the schema knows no raw HTML and no style', () => {
  expect(Object.keys(schema.marks).sort()).toEqual(['emphasis', 'link', 'strong'])
})
