import { type Attempt, decision, nobody } from './test-statements'

const action = (given: { approver: number | string }, values: Record<string, string | number> = {}) => {
  const all = { kind: `'picked'`, '"actorId"': given.approver, ...values }
  return `insert into "StaffAction" (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`
}
const last = `(select max(id) from "StaffAction")`

export const attemptsOnActions: Attempt[] = [
  ['an action is somebody’s', (given) => action(given, { '"actorId"': nobody }), 'StaffAction_actorId_fkey'],
  ['it is about a reader', (given) => action(given, { '"readerId"': nobody }), 'StaffAction_readerId_fkey'],
  ['a comment', (given) => action(given, { '"commentId"': nobody }), 'StaffAction_commentId_fkey'],
  ['or an article', (given) => action(given, { '"articleId"': nobody }), 'StaffAction_articleId_fkey'],
  ['it undoes one', (given) => action(given, { '"undoesId"': nobody }), 'StaffAction_undoesId_fkey'],
  [
    'and one is undone once',
    (given) =>
      `${action(given)}; ${action(given, { '"undoesId"': last })}; ${action(given, { '"undoesId"': `(select "undoesId" from "StaffAction" where id = ${last})` })}`,
    'StaffAction_undoesId_key',
  ],
  [
    'what was done stays written',
    (given) => `${action(given)}; update "StaffAction" set note = 'x'`,
    'StaffAction rows never change',
  ],
  [
    'none is taken out',
    (given) => `${action(given)}; delete from "StaffAction"`,
    'StaffAction rows never change',
  ],
  [
    'a decision made with others was made in one action',
    (given) => decision(given, { '"actionId"': nobody }),
    'Decision_actionId_fkey',
  ],
]
