import { type Attempt, decision, nobody, revision } from './test-statements'

export const attemptsOnDecisions: Attempt[] = [
  ['revisions are numbered from 1', ({ held }) => revision(held, { number: 0 }), 'Revision_number'],
  [
    'a revision’s number is used once',
    ({ held }) => revision(held, { number: 1 }),
    'Revision_commentId_number_key',
  ],
  ['a revision says something', ({ held }) => revision(held, { source: `'  '` }), 'Revision_source'],
  [
    'a revision has at most 5,000 characters',
    ({ held }) => revision(held, { source: `repeat('🐋', 5001)` }),
    'Revision_source',
  ],
  ['a revision is of a comment', () => revision(nobody, {}), 'Revision_commentId_fkey'],
  ['decisions are numbered from 1', (given) => decision(given, { number: 0 }), 'Decision_number'],
  [
    'a decision’s number is used once',
    (given) => decision(given, { number: 1, '"fromState"': 'null' }),
    'Decision_commentId_number_key',
  ],
  [
    'only the first decision begins from nothing',
    (given) => decision(given, { '"fromState"': 'null' }),
    'Decision_first',
  ],
  ['the first decision begins from nothing', (given) => decision(given, { number: 1 }), 'Decision_first'],
  [
    'a rejection says why',
    (given) => decision(given, { '"toState"': `'rejected'` }),
    'Decision_rejection_says_why',
  ],
  [
    'a decision is about a comment',
    (given) => decision(given, { '"commentId"': nobody }),
    'Decision_commentId_fkey',
  ],
  [
    'a decision is about a revision of its comment',
    (given) => decision(given, { '"revisionId"': given.rootRevision }),
    'Decision_revisionId_commentId_fkey',
  ],
  [
    'a decision is somebody’s, or a rule’s',
    (given) => decision(given, { '"actorId"': nobody }),
    'Decision_actorId_fkey',
  ],
  [
    'a decision undoes one that is there',
    (given) => decision(given, { '"undoesId"': nobody }),
    'Decision_undoesId_fkey',
  ],
  [
    'a decision is undone once',
    (given) => {
      const undo = { '"undoesId"': given.heldDecision }
      return `${decision(given, undo)}; ${decision(given, { ...undo, number: 3 })}`
    },
    'Decision_undoesId_key',
  ],
  ...['ArticleVersion', 'Revision', 'Decision'].flatMap((table): Attempt[] => [
    [
      `a row of ${table} never changes`,
      () => `update "${table}" set "createdAt" = now()`,
      `${table} rows never change`,
    ],
    [`a row of ${table} is never removed`, () => `delete from "${table}"`, `${table} rows never change`],
    [`${table} is never emptied`, () => `truncate "${table}" cascade`, 'rows never change'],
  ]),
]
