import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isDatabaseAway } from './database-away'
import { createInTurn } from './in-turn'

test('never more at once than allowed, in the order in which they came, whatever fails', async () => {
  const inTurn = createInTurn(2, { slowMs: 5_000, patienceMs: 5_000 })
  let running = 0
  let most = 0
  const begun: number[] = []
  const works = Array.from({ length: 20 }, (_, index) =>
    inTurn(async () => {
      begun.push(index)
      running += 1
      most = Math.max(most, running)
      await pause(index % 3)
      running -= 1
      if (index % 5 === 0) throw new Error(`the ${index}th`)
      return index
    }),
  )
  const settled = await Promise.allSettled(works)
  expect(most).toBe(2)
  expect(begun).toEqual([...begun].sort((a, b) => a - b))
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(4)
  expect(await inTurn(async () => 'free again')).toBe('free again')
})

test('who waited too long goes away as from a database that is away, and takes no turn', async () => {
  const inTurn = createInTurn(1, { slowMs: 5_000, patienceMs: 20 })
  let release = () => {}
  const hanging = inTurn(() => new Promise<void>((resolve) => (release = resolve)))
  const error: unknown = await inTurn(async () => 'never').catch((reason) => reason)
  expect(isDatabaseAway(error)).toBe(true)
  release()
  await hanging
  expect(await inTurn(async () => 'next')).toBe('next')
})

test('what is slow keeps nobody waiting, and does not count twice when it ends', async () => {
  const inTurn = createInTurn(1, { slowMs: 20, patienceMs: 5_000 })
  let release = () => {}
  const hanging = inTurn(() => new Promise<void>((resolve) => (release = resolve)))
  expect(await inTurn(async () => 'beside it')).toBe('beside it')
  release()
  await hanging
  let [running, most] = [0, 0]
  await Promise.all(
    Array.from({ length: 6 }, () =>
      inTurn(async () => {
        running += 1
        most = Math.max(most, running)
        await pause(1)
        running -= 1
      }),
    ),
  )
  expect(most).toBe(1)
})
