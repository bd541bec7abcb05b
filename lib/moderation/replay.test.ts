import { expect, test } from 'vitest'
import type { CommentState } from '@/prisma/generated/enums'
import { type DecisionRow, replay } from './replay'

test('the state is the one the last decision led to', () => {
  expect(replay(rows('held'))).toBe('held')
  expect(replay(rows('held', 'published', 'rejected', 'published'))).toBe('published')
})

test('a decision may leave a comment in the state it was in', () => {
  expect(replay(rows('held', 'held'))).toBe('held')
})

test('a comment without a decision is a bug', () => {
  expect(() => replay([])).toThrow('at least one decision')
})

test('a missing decision is noticed', () => {
  const [first, , third] = rows('held', 'published', 'rejected')
  expect(() => replay(first && third ? [first, third] : [])).toThrow('decision 2 is missing')
})

test('decisions out of their order are noticed', () => {
  expect(() => replay(rows('held', 'published').toReversed())).toThrow('decision 1 is missing')
})

test('a decision that begins where the one before did not end is noticed', () => {
  const [first] = rows('held')
  const from = (fromState: CommentState | null): DecisionRow[] =>
    first ? [first, { number: 2, fromState, toState: 'published' }] : []
  expect(() => replay(from('rejected'))).toThrow('begins at rejected, but the state was held')
  expect(() => replay(from(null))).toThrow('begins at null, but the state was held')
})

/** Decisions that follow from each other through these states. */
function rows(...states: CommentState[]): DecisionRow[] {
  return states.map((toState, index) => ({
    number: index + 1,
    fromState: states[index - 1] ?? null,
    toState,
  }))
}
