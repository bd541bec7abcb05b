import { expect, test } from 'vitest'
import { ArticleState } from '@/prisma/generated/enums'
import { moves, movesFrom, stateAfter } from './transitions'

const states = Object.values(ArticleState)
const everything = states.flatMap((state) => moves.map((move) => [state, move] as const))

test.each([
  ['draft', ['publish', 'schedule', 'embargo', 'hold']],
  ['scheduled', ['publish', 'schedule', 'embargo', 'update', 'go-live', 'cancel', 'hold']],
  ['embargoed', ['publish', 'schedule', 'embargo', 'update', 'go-live', 'cancel', 'hold']],
  ['published', ['publish', 'schedule-later', 'embargo-later', 'withdraw', 'unpublish', 'block', 'hold']],
  ['withdrawn', ['publish', 'block', 'restore', 'hold']],
  ['blocked', ['restore', 'hold']],
] as const)('what is %s may be moved by %j and nothing else', (state, may) => {
  expect(movesFrom({ state, isHeld: false, hasUpdate: false })).toEqual(may)
})

test.each(everything)(
  'what is %s and under a legal hold is neither shown nor changed by %s',
  (state, move) => {
    const after = stateAfter({ state, isHeld: true, hasUpdate: true }, move)
    if (after.ok)
      expect(['published', 'scheduled', 'embargoed'].includes(after.state) && after.state !== state).toBe(
        false,
      )
    if (/^(publish|schedule|embargo|update|go-live|restore)(-later)?$/.test(move))
      expect(after.ok).toBe(false)
  },
)

test('only restoring shows again what the law took away', () => {
  expect(stateAfter({ state: 'blocked', isHeld: false, hasUpdate: false }, 'publish')).toEqual({
    ok: false,
    error: 'not-from-here',
  })
  expect(stateAfter({ state: 'blocked', isHeld: false, hasUpdate: false }, 'restore')).toEqual({
    ok: true,
    state: 'published',
  })
})

test('an update that waits is changed, called back and goes live; where none waits there is nothing of it', () => {
  const may = movesFrom({ state: 'published', isHeld: false, hasUpdate: true })
  expect(may).toEqual(expect.arrayContaining(['update-later', 'go-live-later', 'cancel-later']))
  for (const state of states.filter((each) => each !== 'published'))
    expect(
      movesFrom({ state, isHeld: false, hasUpdate: true }).filter((move) => move.endsWith('-later')),
    ).toEqual([])
})
