import { type Attempt, type Furniture, insert, nobody, twice } from './test-statements'

type Values = Record<string, string | number>

const waits = ({ article, ben }: Furniture, values: Values = {}) =>
  insert('ScheduledUpdate', {
    ...{ '"articleId"': article, content: `'{}'`, revision: 1, '"baseVersion"': 1, '"goesLiveAt"': 'now()' },
    ...{ reason: `''`, '"scheduledById"': ben },
    ...values,
  })
const isPublic = ({ otherArticle, versionOfOther }: Furniture, values: Values = {}) =>
  insert('PublishedVersion', {
    ...{ '"versionId"': versionOfOther, '"articleId"': otherArticle, number: 7, '"publishedAt"': 'now()' },
    ...values,
  })

export const attemptsOnUpdates: Attempt[] = [
  [
    'an update is an article’s',
    (given) => waits(given, { '"articleId"': nobody }),
    'ScheduledUpdate_articleId_fkey',
  ],
  ['of an article one update waits', (given) => twice(waits(given)), 'ScheduledUpdate_pkey'],
  [
    'somebody scheduled it',
    (given) => waits(given, { '"scheduledById"': nobody }),
    'ScheduledUpdate_scheduledById_fkey',
  ],
  ['it was made of a save', (given) => waits(given, { revision: 0 }), 'ScheduledUpdate_revision'],
  ['it has fields', (given) => waits(given, { content: `'[]'` }), 'ScheduledUpdate_content'],
  [
    'a retraction that waits says what it is about',
    (given) => waits(given, { kind: `'retraction'`, note: `' '` }),
    'ScheduledUpdate_note_says_what',
  ],
  ['a version is published once', (given) => isPublic(given), 'PublishedVersion_pkey'],
  [
    'what is published is a version of its article',
    (given) => isPublic(given, { '"versionId"': nobody }),
    'PublishedVersion_versionId_articleId_fkey',
  ],
  [
    'readers count from 1',
    (given) => isPublic(given, { '"versionId"': nobody, number: 0 }),
    'PublishedVersion_number',
  ],
  [
    'readers count each number of an article once',
    (given) => isPublic(given, { '"versionId"': nobody, number: 1 }),
    'PublishedVersion_articleId_number_key',
  ],
  [
    'since when a version is public does not change',
    () => `update "PublishedVersion" set "publishedAt" = now()`,
    'never change',
  ],
]
