import { expect, test } from 'vitest'
import { createPictureDoor } from './picture-door'

function givenDoor() {
  const state = {
    now: 0,
    isPublic: true as boolean | null,
    isAway: false,
    asked: 0,
    exists: true,
    complaints: 0,
  }
  const admits = createPictureDoor({
    mayExist: async () => state.exists,
    async isPublic() {
      state.asked += 1
      if (state.isAway) throw new Error('away')
      return state.isPublic
    },
    opens: (_hash, key) => key === 'right',
    now: () => state.now,
    onAway: () => {
      state.complaints += 1
    },
  })
  return { state, admits }
}

test('a public picture is anyone’s; another is for whoever has its key, and one that is not there for nobody', async () => {
  const { state, admits } = givenDoor()
  expect(await admits('a', null)).toBe('anyone')
  state.isPublic = false
  expect([await admits('b', null), await admits('b', 'wrong'), await admits('b', 'right')]).toEqual([
    'nobody',
    'nobody',
    'key',
  ])
  state.isPublic = null
  expect(await admits('c', 'right')).toBe('nobody')
  state.exists = false
  const { asked } = state
  expect(await admits('d', null)).toBe('nobody')
  expect(state.asked).toBe(asked)
})

test('many who ask at once share one question, and what was taken back is gone a second later', async () => {
  const { state, admits } = givenDoor()
  await Promise.all(Array.from({ length: 20 }, () => admits('a', null)))
  expect(state.asked).toBe(1)
  state.isPublic = false
  state.now = 999
  expect(await admits('a', null)).toBe('anyone')
  state.now = 1000
  expect(await admits('a', null)).toBe('nobody')
})

test('while the database is away what was known goes on, and what was not is nobody’s', async () => {
  const { state, admits } = givenDoor()
  await admits('a', null)
  state.isPublic = false
  await admits('b', null)
  Object.assign(state, { isAway: true, now: 5000 })
  expect([await admits('a', null), await admits('b', null), await admits('c', null)]).toEqual([
    'anyone',
    'nobody',
    'away',
  ])
  expect(state.complaints).toBe(3)
})
