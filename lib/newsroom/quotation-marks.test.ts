import { expect, test } from 'vitest'
import { unbalanced } from './quotation-marks'

test.each([
  'Nothing is quoted.',
  'She said “yes” and left.',
  'Hon sade ”ja” och gick.',
  'Er sagte „ja“ und ging.',
  'Powiedział „tak” i wyszedł.',
  'Il a dit « oui ».',
  '彼は「『はい』と」言った。',
  'He said "yes".',
  'The council’s plan, the ’90s and ‘more’.',
  'A “quotation with „another” in it” ends.',
])('%s is balanced', (text) => expect(unbalanced(text)).toBe(false))

test.each([
  'She said “yes and left.',
  'She said yes” and left.',
  'She said ”yes“.',
  'Er sagte „ja und ging.',
  'Il a dit « oui.',
  'Il a dit oui ».',
  'He said "yes.',
  '彼は「『はい」言った。',
  'One “whole” and one “half.',
])('%s is not', (text) => expect(unbalanced(text)).toBe(true))
