import { expect, test } from 'vitest'
import { sharing } from './sharing'

test('whoever asks while a turn is under way is served by one that begins afterwards, together', async () => {
  const turns: (() => void)[] = []
  const ask = sharing(() => new Promise<void>((resolve) => turns.push(resolve)))
  const served: string[] = []
  const first = ask().then(() => served.push('first'))
  const others = ['second', 'third'].map((name) => ask().then(() => served.push(name)))
  expect(turns).toHaveLength(1)
  turns[0]?.()
  await first
  expect(served).toEqual(['first'])
  expect(turns).toHaveLength(2)
  turns[1]?.()
  await Promise.all(others)
  expect(served).toEqual(['first', 'second', 'third'])
  const last = ask()
  expect(turns).toHaveLength(3)
  turns[2]?.()
  await last
})
