import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Move, moved, type Shown } from './moves'

const held: Shown = { state: 'held', currentRevisionId: 2, publicRevisionId: null }
const heldEdit: Shown = { state: 'held', currentRevisionId: 2, publicRevisionId: 1 }
const published: Shown = { state: 'published', currentRevisionId: 2, publicRevisionId: 2 }
const rejected: Shown = { state: 'rejected', currentRevisionId: 2, publicRevisionId: null }
const deleted: Shown = { state: 'deleted', currentRevisionId: 2, publicRevisionId: null }

test.each<[string, Move, Shown, ReturnType<typeof moved>]>([
  ['what waits becomes public when it is approved', 'approve', held, { ...published, rule: 'approved' }],
  [
    'an edit that waits takes the place of what was public',
    'approve',
    heldEdit,
    { ...published, rule: 'approved' },
  ],
  ['a rejection can be taken back', 'approve', rejected, { ...published, rule: 'approved' }],
  ['there is nothing to approve about what is public', 'approve', published, null],
  ['what its author deleted stays deleted', 'approve', deleted, null],
  ['what waits is rejected', 'reject', held, { ...rejected, rule: 'rejected' }],
  ['what is public is taken from everyone', 'reject', published, { ...rejected, rule: 'rejected' }],
  [
    'a rejected edit takes back the edit alone: what was approved stands again',
    'reject',
    heldEdit,
    { state: 'published', currentRevisionId: 1, publicRevisionId: 1, rule: 'edit-rejected' },
  ],
  ['there is nothing to reject twice', 'reject', rejected, null],
  ['there is nothing to reject about what is deleted', 'reject', deleted, null],
])('%s', (_promise, move, before, after) => {
  expect(moved(before, move)).toEqual(after)
})

test('whatever is moved, readers see the current revision or, while an edit waits, an older one', () => {
  const moves = fc.array(fc.constantFrom<Move>('approve', 'reject'), { maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(held, heldEdit, published, rejected, deleted), moves, (start, all) => {
      let comment = start
      for (const move of all) {
        comment = moved(comment, move) ?? comment
        expect(comment.publicRevisionId).toBe(shown(comment))
      }
    }),
  )
})

function shown({ state, currentRevisionId, publicRevisionId }: Shown): number | null {
  if (state === 'published') return currentRevisionId
  return state === 'held' && publicRevisionId !== currentRevisionId ? publicRevisionId : null
}
