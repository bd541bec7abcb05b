import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appealableUntil, longestAppeal, mayJudge, readWords, refusalIn, standingDecision } from './appeal'

type Row = { id: number; rule: string; undoesId: number | null; createdAt: Date }

test('the decision that stands is the last that was not taken back', () => {
  expect(standingDecision(rows('newcomer', 'rejected'))?.rule).toBe('rejected')
  expect(standingDecision(rows('newcomer', 'rejected', 'approved', 'undone'))?.id).toBe(2)
  expect(standingDecision(rows('newcomer', 'rejected', 'undone'))?.rule).toBe('newcomer')
  expect(standingDecision(rows('newcomer', 'rejected', 'appeal-upheld'))?.id).toBe(2)
  expect(standingDecision(rows('newcomer', 'rejected', 'appeal-upheld', 'undone'))?.id).toBe(2)
  expect(standingDecision(rows('newcomer', 'rejected', 'appeal-overturned', 'undone'))?.id).toBe(2)
  expect(standingDecision([])).toBeUndefined()
})

test('only refusals are appealed against, and only those that stand', () => {
  for (const rule of ['rejected', 'edit-rejected'])
    expect(refusalIn(rows('newcomer', rule))?.decision.id).toBe(2)
  for (const rule of ['approved', 'reported', 'links', 'deleted-by-author', 'appeal-overturned', 'undone'])
    expect(refusalIn(rows('newcomer', 'rejected', rule))).toBeNull()
})

test('an undo and what it takes back leave no trace in what stands', () => {
  const rules = fc.array(fc.constantFrom('rejected', 'approved', 'edit-rejected', 'links', 'appeal-upheld'))
  fc.assert(
    fc.property(rules, fc.constantFrom('approved', 'rejected', 'appeal-upheld'), (before, undone) => {
      const all = rows('newcomer', ...before)
      const after = rows('newcomer', ...before, undone, 'undone')
      expect(standingDecision(after)).toEqual(standingDecision(all))
    }),
  )
})

test('fourteen days, to the millisecond', () => {
  const decided = new Date('2026-03-01T12:00:00.000Z')
  expect(appealableUntil(decided)).toEqual(new Date('2026-03-15T12:00:00.000Z'))
})

test('an appeal has something to read in it, and 2,000 characters as people count them', () => {
  expect(readWords(' It was\r\nmeant well. ', longestAppeal)).toEqual({
    ok: true,
    value: 'It was\nmeant well.',
  })
  expect(readWords('🐋'.repeat(2_000), longestAppeal).ok).toBe(true)
  expect(readWords('🐋'.repeat(2_001), longestAppeal)).toEqual({ ok: false, error: 'too-long' })
  expect(readWords(' \u200b\n ', longestAppeal)).toEqual({ ok: false, error: 'blank' })
  expect(readWords('a\0', longestAppeal)).toEqual({ ok: false, error: 'unreadable' })
})

test('nobody judges their own comment, and their own decision only as the one administrator there is', () => {
  const flags = fc.record({
    isAuthor: fc.boolean(),
    isFirstDecider: fc.boolean(),
    isAdministrator: fc.boolean(),
    isAlone: fc.boolean(),
  })
  fc.assert(
    fc.property(flags, (judge) => {
      const may = mayJudge(judge)
      if (judge.isAuthor) expect(may).toBe('own-comment')
      else if (!judge.isFirstDecider) expect(may).toBe('yes')
      else expect(may).toBe(judge.isAdministrator && judge.isAlone ? 'yes' : 'own-decision')
    }),
  )
})

/** Decisions in a row; `undone` takes back the one before it. */
function rows(...rules: string[]): Row[] {
  return rules.map((rule, index) => ({
    ...{ id: index + 1, rule, undoesId: rule === 'undone' ? index : null },
    createdAt: new Date(index),
  }))
}
