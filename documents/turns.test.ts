import { expect, test } from 'vitest'
import { createTurns } from './turns'

test('only so many go on at once, the rest in the order they came', async () => {
  const turns = createTurns(2, 10)
  const began: string[] = []
  for (const name of ['a', 'b', 'c', 'd']) void turns.take(false)?.then(() => began.push(name))
  await settled()
  expect(began).toEqual(['a', 'b'])
  turns.end()
  await settled()
  expect(began).toEqual(['a', 'b', 'c'])
  turns.end()
  turns.end()
  turns.end()
  await settled()
  expect(began).toEqual(['a', 'b', 'c', 'd'])
  expect(turns.take(false)).toBeDefined()
})

test('beyond the bound strangers are turned away, and pages that were kept are not', () => {
  const turns = createTurns(1, 2)
  void turns.take(false)
  for (const _ of [1, 2]) expect(turns.take(false)).toBeDefined()
  expect(turns.take(false)).toBeUndefined()
  for (let page = 0; page < 100; page += 1) expect(turns.take(true)).toBeDefined()
  expect(turns.waiting()).toBe(102)
})

test('kept pages and strangers take turns when both wait', async () => {
  const turns = createTurns(1, 10)
  void turns.take(false)
  const began: string[] = []
  for (const name of ['x', 'y', 'z']) void turns.take(false)?.then(() => began.push(name))
  for (const name of ['A', 'B', 'C']) void turns.take(true)?.then(() => began.push(name))
  for (let round = 0; round < 6; round += 1) {
    turns.end()
    await settled()
  }
  expect(began).toEqual(['A', 'x', 'B', 'y', 'C', 'z'])
})

const settled = () => new Promise((resolve) => setImmediate(resolve))
