import { expect, test } from 'vitest'
import type { Block } from './body'
import { isTrivial } from './trivial'
import { type VersionText, versionDifference } from './version-difference'

const version = (text: string, more: Partial<VersionText> = {}): VersionText => ({
  headline: 'Ferry sails again',
  standfirst: null,
  dateline: null,
  picture: null,
  pictureAlt: null,
  caption: null,
  body: [{ type: 'paragraph', id: 'a', content: [{ text }] }] satisfies Block[],
  ...more,
})
const from = 'The ferry, which sank in May, cost 1.5 million; the council paid.'
const judge = (to: string, kind: string) => isTrivial(versionDifference(version(from), version(to)), kind)

test('spacing, capitals, commas and the shape of dashes are trifles', () => {
  expect(judge('The  Ferry which sank in may cost 1.5 million, the council paid.', 'update')).toBe(true)
  expect(
    isTrivial(
      versionDifference(version('It’s “over” – he said'), version('It\'s "over" — he said')),
      'update',
    ),
  ).toBe(true)
})

test('a figure, a question, a quotation and a paragraph are none', () => {
  expect(judge(from.replace('1.5', '15'), 'typo')).toBe(false)
  expect(judge(from.replace('paid.', 'paid?'), 'update')).toBe(false)
  expect(judge(from.replace('paid', '“paid”'), 'update')).toBe(false)
  const longer = version(from)
  longer.body = [...longer.body, { type: 'paragraph', id: 'b', content: [{ text: 'More.' }] }]
  expect(isTrivial(versionDifference(version(from), longer), 'typo')).toBe(false)
  expect(isTrivial(versionDifference(version(from), version(from, { picture: 'x' })), 'typo')).toBe(false)
})

test('a letter put right is one where the newsroom says so, and only there', () => {
  expect(judge(from.replace('council', 'counsil'), 'typo')).toBe(true)
  expect(judge(from.replace('council', 'counsil'), 'update')).toBe(false)
  expect(judge(from.replace('council', 'county'), 'typo')).toBe(false)
  expect(judge(from.replace('paid', 'never paid'), 'typo')).toBe(false)
})

test('a correction is never a trifle, however small', () => {
  for (const kind of ['clarification', 'correction', 'retraction'])
    expect(judge(from.replace('ferry,', 'ferry'), kind)).toBe(false)
})
