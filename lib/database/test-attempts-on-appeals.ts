import { type Attempt, type Furniture, insert, nobody, twice } from './test-statements'

const appeal = ({ held, heldDecision, ana }: Furniture, values: Record<string, string | number> = {}) =>
  insert('Appeal', {
    '"decisionId"': heldDecision,
    '"commentId"': held,
    '"readerId"': ana,
    text: `'Please.'`,
    ...values,
  })

export const attemptsOnAppeals: Attempt[] = [
  ['an appeal is somebody’s', (given) => appeal(given, { '"readerId"': nobody }), 'Appeal_readerId_fkey'],
  ['against a decision', (given) => appeal(given, { '"decisionId"': nobody }), 'Appeal_decisionId_fkey'],
  ['about a comment', (given) => appeal(given, { '"commentId"': nobody }), 'Appeal_commentId_fkey'],
  ['and about something', (given) => appeal(given, { '"decisionId"': 'null' }), 'Appeal_about'],
  ['a decision is appealed against once', (given) => twice(appeal(given)), 'Appeal_decisionId_key'],
  ['an appeal says something', (given) => appeal(given, { text: `' '` }), 'Appeal_text'],
  ['in at most 2,000 characters', (given) => appeal(given, { text: `repeat('🐋', 2001)` }), 'Appeal_text'],
  [
    'what comes of it is one of three',
    (given) => appeal(given, { outcome: `'forgotten'`, '"settledById"': given.heldDecision }),
    'Appeal_outcome',
  ],
  ['and has a decision that made it so', (given) => appeal(given, { outcome: `'upheld'` }), 'Appeal_settled'],
  [
    'one that is there',
    (given) => appeal(given, { outcome: `'upheld'`, '"settledById"': nobody }),
    'Appeal_settledById_fkey',
  ],
  [
    'what was asked stays as it was written',
    (given) => `${appeal(given)}; update "Appeal" set text = 'Never mind.'`,
    'Appeal rows never change',
  ],
  [
    'an appeal is never removed',
    (given) => `${appeal(given)}; delete from "Appeal"`,
    'Appeal rows never change',
  ],
  ['appeals are never emptied', () => `truncate "Appeal"`, 'rows never change'],
]
