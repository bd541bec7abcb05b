import { type Attempt, nobody } from './test-statements'

const item = (
  given: { root: number | string; article: number | string; ana: number | string },
  values = {},
) => {
  const all = {
    ...{ '"commentId"': given.root, '"articleId"': given.article, '"sectionId"': 1, '"authorId"': given.ana },
    '"authorJoinedAt"': 'now()',
    ...{ queue: `'held'`, rule: `'words'`, risk: 0.5, reach: 1, rank: 0, since: 'now()' },
    ...values,
  }
  return `insert into "DeskItem" (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`
}
const queue = (given: { approver: number | string }, values = {}) => {
  const all = { name: `'Bridges'`, filter: `''`, '"madeById"': given.approver, ...values }
  return `insert into "SavedQueue" (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`
}

export const attemptsOnDesk: Attempt[] = [
  [
    'what the desk reads is a comment',
    (given) => item(given, { '"commentId"': nobody }),
    'DeskItem_commentId_fkey',
  ],
  ['it is held or reported', (given) => item(given, { queue: `'new'` }), 'DeskItem_queue'],
  ['its risk is a share', (given) => item(given, { risk: 1.5 }), 'DeskItem_measures'],
  ['it is claimed until a time', (given) => item(given, { '"claimedById"': given.ana }), 'DeskItem_claim'],
  [
    'it is claimed by somebody',
    (given) => item(given, { '"claimedById"': nobody, '"claimedAt"': 'now()', '"claimedUntil"': 'now()' }),
    'DeskItem_claimedById_fkey',
  ],
  ['a saved queue has a name', (given) => queue(given, { name: `' '` }), 'SavedQueue_name'],
  ['a name is of one queue', (given) => `${queue(given)}; ${queue(given)}`, 'SavedQueue_name_key'],
  ['a promise has minutes', (given) => queue(given, { '"promisedMinutes"': 0 }), 'SavedQueue_promise'],
  ['somebody made it', (given) => queue(given, { '"madeById"': nobody }), 'SavedQueue_madeById_fkey'],
]
