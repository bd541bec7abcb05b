import { type Attempt, nobody } from './test-statements'

const list = (given: { ben: number | string }, values: Record<string, string | number> = {}) => {
  const all = { words: `'{}'`, '"deniedHosts"': `'{}'`, '"actorId"': given.ben, ...values }
  return `insert into "HouseList" (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`
}
const many = `array_fill('x'::text, array[5001])`

export const attemptsOnLists: Attempt[] = [
  ['a list is somebody’s', (given) => list(given, { '"actorId"': nobody }), 'HouseList_actorId_fkey'],
  ['a list has at most 5,000 words', (given) => list(given, { words: many }), 'HouseList_size'],
  ['a list has at most 5,000 hosts', (given) => list(given, { '"deniedHosts"': many }), 'HouseList_size'],
  [
    'a list allows at most 5,000 hosts',
    (given) => list(given, { '"allowedHosts"': many }),
    'HouseList_allowed',
  ],
  [
    'a check that fails holds or publishes',
    () => `insert into "CheckSetting" (name, "onFailure") values ('words', 'reject')`,
    'CheckSetting_on_failure',
  ],
  [
    'a failing check has failed',
    () => `insert into "CheckFailure" (name, since, last, count) values ('words', now(), now(), 0)`,
    'CheckFailure_count',
  ],
  [
    'what is checked again is a wording',
    () => `insert into "Recheck" ("revisionId", checks) values (${nobody}, '[]')`,
    'Recheck_revisionId_fkey',
  ],
  ['a person has one proposal', (given) => `${list(given)}; ${list(given)}`, 'HouseList_proposal'],
]
