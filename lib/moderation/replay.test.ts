import { expect, test } from 'vitest'
import type { CommentState } from '@/prisma/generated/enums'
import { type DecisionRow, replay } from './replay'

test('a comment stands where its first decision put it', () => {
  expect(replay(rows(['newcomer', 'held']))).toEqual(standing('held', 1, null, null))
  expect(replay(rows(['checks-passed', 'published']))).toEqual(standing('published', 1, 1, null))
})

test('an approval stands with its revision and the person who gave it', () => {
  const held: Said = ['newcomer', 'held']
  expect(replay(rows(held, ['approved', 'published', 1, 7]))).toEqual(standing('published', 1, 1, 7))
  expect(replay(rows(held, ['approved', 'published', 1, 7], ['rejected', 'rejected', 1, 8]))).toEqual(
    standing('rejected', 1, null, null),
  )
})

test('an edit that is held leaves what was approved before its readers', () => {
  const published: Said[] = [
    ['newcomer', 'held'],
    ['approved', 'published', 1, 7],
  ]
  const edited = rows(...published, ['links', 'held', 2])
  expect(replay(edited)).toEqual(standing('held', 2, 1, 7))
  expect(replay(rows(...published, ['links', 'held', 2], ['edit-rejected', 'published', 2, 8]))).toEqual(
    standing('published', 1, 1, 7),
  )
})

test('what is undone stands as before', () => {
  const decided = rows(['newcomer', 'held'], ['approved', 'published', 1, 7], ['links', 'held', 2])
  for (const rule of ['approved', 'edit-rejected']) {
    const next = row(4, [rule, 'published', 2, 8], 'held')
    const undo = { ...row(5, ['undone', 'held', 2, 8], 'published'), undoesId: next.id }
    expect(replay([...decided, next, undo])).toEqual(replay(decided))
  }
})

test('reports and the author take a comment from its readers', () => {
  const published: Said = ['checks-passed', 'published']
  expect(replay(rows(published, ['reported', 'held']))).toEqual(standing('held', 1, null, null))
  expect(replay(rows(published, ['deleted-by-author', 'deleted', 1, 3]))).toEqual(
    standing('deleted', 1, null, null),
  )
})

test('a comment without a decision is a bug', () => {
  expect(() => replay([])).toThrow('at least one decision')
})

test('a missing decision is noticed', () => {
  const [first, , third] = rows(['newcomer', 'held'], ['approved', 'published'], ['rejected', 'rejected'])
  expect(() => replay(first && third ? [first, third] : [])).toThrow('decision 2 is missing')
})

test('decisions out of their order are noticed', () => {
  const decisions = rows(['newcomer', 'held'], ['approved', 'published'])
  expect(() => replay(decisions.toReversed())).toThrow('decision 1 is missing')
})

test('a decision that begins where the one before did not end is noticed', () => {
  const [first] = rows(['newcomer', 'held'])
  const from = (state: CommentState | null) =>
    first ? [first, row(2, ['approved', 'published'], state)] : []
  expect(() => replay(from('rejected'))).toThrow('begins at rejected, but the state was held')
  expect(() => replay(from(null))).toThrow('begins at null, but the state was held')
})

test('a decision that says another state than it leads to is noticed', () => {
  expect(() => replay(rows(['newcomer', 'held'], ['approved', 'rejected']))).toThrow('leads to published')
})

test('only the last decision is taken back', () => {
  const decisions = rows(['newcomer', 'held'], ['approved', 'published'], ['rejected', 'rejected'])
  const undo = { ...row(4, ['undone', 'held'], 'rejected'), undoesId: decisions[1]?.id ?? null }
  expect(() => replay([...decisions, undo])).toThrow('takes back another than the last')
})

type Said = [rule: string, toState: CommentState, revisionId?: number, actorId?: number]

function rows(...said: Said[]): DecisionRow[] {
  return said.map((each, index) => row(index + 1, each, said[index - 1]?.[1] ?? null))
}

function row(
  number: number,
  [rule, toState, revisionId = 1, actorId]: Said,
  fromState: CommentState | null,
): DecisionRow {
  return {
    id: 100 + number,
    number,
    revisionId,
    actorId: actorId ?? null,
    fromState,
    toState,
    rule,
    undoesId: null,
  }
}

function standing(
  state: CommentState,
  currentRevisionId: number,
  publicRevisionId: number | null,
  approvedById: number | null,
) {
  return { state, currentRevisionId, publicRevisionId, approvedById }
}
