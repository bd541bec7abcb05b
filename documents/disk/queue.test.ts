import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWriteQueue } from './queue'

let written: string[]

beforeEach(() => {
  vi.useFakeTimers()
  written = []
})
afterEach(() => vi.useRealTimers())

function openQueue(mostBytes = 1000) {
  return createWriteQueue<string>({
    everyMs: 2000,
    mostBytes,
    async write(key, value) {
      written.push(`${key} ${value}`)
    },
  })
}

test('a key is written two seconds after it was put, once, as it was last', async () => {
  const queue = openQueue()
  queue.put('a', 'first', 1)
  await vi.advanceTimersByTimeAsync(1500)
  queue.put('a', 'second', 1)
  queue.put('b', 'only', 1)
  await vi.advanceTimersByTimeAsync(499)
  expect(written).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(written).toEqual(['a second'])
  await vi.advanceTimersByTimeAsync(1500)
  expect(written).toEqual(['a second', 'b only'])
})

test('a key that changes all the time is written once in two seconds', async () => {
  const queue = openQueue()
  for (let tick = 0; tick < 100; tick += 1) {
    queue.put('a', String(tick), 1)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(written).toHaveLength(5)
})

test('what does not fit into the queue is let go, and what waits in it may still be replaced', async () => {
  const queue = openQueue(100)
  queue.put('a', 'first', 60)
  queue.put('b', 'too much', 60)
  queue.put('a', 'second', 90)
  await queue.flush()
  expect(written).toEqual(['a second'])
  queue.put('b', 'fits now', 60)
  await queue.flush()
  expect(written).toEqual(['a second', 'b fits now'])
})

test('what is dropped is not written, and leaves its room to others', async () => {
  const queue = openQueue(100)
  queue.put('a', 'dropped', 90)
  queue.drop('a')
  queue.drop('never put')
  queue.put('b', 'written', 90)
  await queue.flush()
  expect(written).toEqual(['b written'])
})
