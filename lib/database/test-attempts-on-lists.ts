import { type Attempt, nobody } from './test-statements'

const list = (given: { ben: number | string }, values: Record<string, string | number> = {}) => {
  const all = { words: `'{}'`, '"deniedHosts"': `'{}'`, '"actorId"': given.ben, ...values }
  return `insert into "HouseList" (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`
}
const many = (count: number) => `array_fill('x'::text, array[${count}])`

export const attemptsOnLists: Attempt[] = [
  ['a list is somebody’s', (given) => list(given, { '"actorId"': nobody }), 'HouseList_actorId_fkey'],
  ...['words', '"deniedHosts"', '"allowedHosts"'].flatMap((lines): Attempt[] => [
    [
      `a list in force has at most 5,000 ${lines}`,
      (given) => list(given, { [lines]: many(5_001), '"adoptedAt"': 'now()' }),
      'HouseList_size',
    ],
    [
      `a proposal has at most 50,000 ${lines}`,
      (given) => list(given, { [lines]: many(50_001) }),
      'HouseList_proposed_size',
    ],
  ]),
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
