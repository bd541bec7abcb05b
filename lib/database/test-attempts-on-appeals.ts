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
  [
    'an appeal against a sanction is against one',
    ({ ana }) => ofSanction({ '"sanctionId"': nobody, '"readerId"': ana }),
    'SanctionAppeal_sanctionId_fkey',
  ],
  [
    'it is somebody’s',
    (given) => `${banned(given)}; ${ofSanction({ '"readerId"': nobody })}`,
    'SanctionAppeal_readerId_fkey',
  ],
  [
    'a sanction is appealed against once',
    (given) => `${banned(given)}; ${twice(ofSanction())}`,
    'SanctionAppeal_sanctionId_key',
  ],
  ['it says something', (given) => `${banned(given)}; ${ofSanction({ text: `' '` })}`, 'SanctionAppeal_text'],
  [
    'what comes of it is one of three',
    (given) => `${banned(given)}; ${ofSanction({ outcome: `'forgotten'` })}`,
    'SanctionAppeal_outcome',
  ],
  [
    'a judgement is somebody’s',
    (given) => `${banned(given)}; ${ofSanction({ outcome: `'upheld'` })}`,
    'SanctionAppeal_settled',
  ],
  [
    'of one that is there',
    (given) => `${banned(given)}; ${ofSanction({ outcome: `'upheld'`, '"settledById"': nobody })}`,
    'SanctionAppeal_settledById_fkey',
  ],
  [
    'and settles one appeal',
    (given) =>
      `${insert('StaffAction', { kind: `'sanction-appeal-upheld'`, '"actorId"': given.approver })};
       ${banned(given)}; ${ofSanction(upheld)}; ${banned(given)}; ${ofSanction(upheld)}`,
    'SanctionAppeal_settledById_key',
  ],
  [
    'what was asked against a sanction stays as it was written',
    (given) => `${banned(given)}; ${ofSanction()}; update "SanctionAppeal" set text = 'Never mind.'`,
    'SanctionAppeal rows never change',
  ],
]

const upheld = { outcome: `'upheld'`, '"settledById"': `(select max(id) from "StaffAction")` }

function banned({ ana }: Furniture): string {
  return insert('Sanction', { '"readerId"': ana, kind: `'ban'`, reason: `'spam'` })
}

/** Against the last sanction, by the one who is under it. */
function ofSanction(values: Record<string, string | number> = {}): string {
  return insert('SanctionAppeal', {
    '"sanctionId"': `(select max(id) from "Sanction")`,
    '"readerId"': `(select "readerId" from "Sanction" order by id desc limit 1)`,
    text: `'Please.'`,
    ...values,
  })
}
