import { describe, expect, test } from 'vitest'
import { mayHaveMissed, readTalkMark, writeTalkMark } from './talk-mark'

const now = new Date('2026-03-02T12:00:00Z')
const mark = (id: number, hoursAgo: number) => ({
  id: BigInt(id),
  at: new Date(now.getTime() - hoursAgo * 3_600_000),
})

test('a mark is read as it was written', () => {
  for (const each of [mark(0, 0), mark(17, 3), { id: 999_999_999_999_999_999n, at: now }])
    expect(readTalkMark(writeTalkMark(each))).toEqual(each)
})

test.each(['', '17', '17-', '-k', '17-zzzzzzzzzz', '1e3-k', '17-K', '9999999999999999999-k'])(
  '%j is none',
  (text) => {
    expect(readTalkMark(text)).toBeNull()
  },
)

describe('a page may have missed something', () => {
  test.each([
    ['no: it knows the newest', mark(9, 40), mark(9, 40), false],
    ['no: what came since is kept', mark(5, 23), mark(9, 1), false],
    ['yes: what came since may be swept', mark(5, 25), mark(9, 1), true],
    ['no: nothing was kept then, nor since', mark(0, 1), mark(0, 0), false],
    ['no: nothing was kept then, and all since is', mark(0, 1), mark(9, 0), false],
    ['no: its own event has just been swept, with nothing after it', mark(5, 25), mark(0, 0), false],
    ['yes: it was away for days', mark(5, 60), mark(0, 0), true],
    ['yes: its number is another database’s', mark(99, 1), mark(9, 1), true],
  ])('%s', (_why, page, newest, missed) => {
    expect(mayHaveMissed(page, newest, 24, now)).toBe(missed)
  })
})
