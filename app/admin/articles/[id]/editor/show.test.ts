import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import type { Block } from '@/lib/articles/body'
import { blockIds } from './block-ids'
import { docOf } from './blocks'
import { changeTo } from './show'
import { anyBody } from './test-bodies'
import { blocksOf } from './written'

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ text }] })
const three = [paragraph('a', 'One two.'), paragraph('b', 'Three four.'), paragraph('c', 'Five six.')]

function opened(blocks: readonly Block[]): EditorState {
  return EditorState.create({ doc: docOf(blocks), plugins: [blockIds()] })
}

/** With the cursor after so many letters of the words of a block. */
function writingIn(state: EditorState, id: string, letters: number): EditorState {
  let at = 0
  state.doc.forEach((node, position) => {
    if (node.attrs.id === id) at = position + 1 + letters
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
}

function typing(state: EditorState): string {
  const { parent, parentOffset } = state.selection.$from
  return `${parent.attrs.id}: ${parent.textBetween(0, parentOffset)}|${parent.textBetween(parentOffset, parent.content.size)}`
}

const shown = (state: EditorState, blocks: readonly Block[]) => state.apply(changeTo(state, blocks))

test('whatever was there, what others wrote is shown as they wrote it', () => {
  const shuffled = anyBody.chain((blocks) =>
    fc.tuple(
      fc.constant(blocks),
      anyBody.chain((others) => {
        const renamed = others.map((block, index) => ({ ...block, id: `x${index}` }))
        return fc.shuffledSubarray([...blocks, ...renamed])
      }),
    ),
  )
  fc.assert(
    fc.property(shuffled, anyBody, ([before, after], others) => {
      expect(blocksOf(shown(opened(before), after).doc)).toEqual(after)
      // The same names, and other words under them.
      expect(blocksOf(shown(opened(before), others).doc)).toEqual(others)
    }),
  )
})

test('whoever writes between two changes of another, or beside one that comes, goes or moves, stays where they write', () => {
  const state = writingIn(opened(three), 'b', 5)
  const [a, b, c] = [paragraph('a', 'One and two.'), paragraph('b', 'Three four.'), paragraph('c', 'Five.')]
  for (const blocks of [
    [a, b, c],
    [b, c],
    [b],
    [paragraph('d', 'New.'), b, a],
    [c, b, a, paragraph('d', 'New.')],
  ]) {
    const after = shown(state, blocks)
    expect(typing(after)).toBe('b: Three| four.')
    expect(blocksOf(after.doc)).toEqual(blocks)
  }
})

test('whoever writes in a paragraph that another changed, too, stays at their word', () => {
  const state = writingIn(opened(three), 'b', 3)
  const changed = [three[0], paragraph('b', 'Three, three and four.'), three[2]].flatMap(
    (block) => block ?? [],
  )
  expect(typing(shown(state, changed))).toBe('b: Thr|ee, three and four.')
})

test('a space that was just typed, and a paragraph that was just begun, stay', () => {
  let state = writingIn(opened(three), 'b', 'Three four.'.length)
  state = state.apply(state.tr.insertText(' '))
  const changed = [paragraph('a', 'One.'), ...three.slice(1, 2), paragraph('c', 'Five.')]
  expect(typing(shown(state, changed))).toBe('b: Three four. |')
  state = state.apply(state.tr.split(state.selection.from))
  const after = shown(state, changed)
  expect(after.selection.$from.parent.content.size).toBe(0)
  expect(after.doc.childCount).toBe(4)
  expect(blocksOf(after.doc)).toEqual(changed)
})

test('what says the same is no change, and what others wrote is not one’s own to undo', () => {
  expect(changeTo(opened(three), three).docChanged).toBe(false)
  expect(changeTo(opened(three), []).getMeta('addToHistory')).toBe(false)
})
