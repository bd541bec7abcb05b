import { type Attempt, insert, nobody, reader, remove, update, version } from './test-statements'

export const attemptsOnReaders: Attempt[] = [
  ['an email is kept in lower case', () => reader({ email: `'Ana@Example.org'` }), 'Reader_email_lower'],
  ['an email is not empty', () => reader({ email: `''` }), 'Reader_email_lower'],
  ['an email has one account', ({ email }) => reader({ email: `'${email}'` }), 'Reader_email_key'],
  ['a handle has one account', ({ handle }) => reader({ handle: `'${handle}'` }), 'Reader_handle_key'],
  ['a name is not blank', () => reader({ name: `'  '` }), 'Reader_name_shown'],
  ['a name has up to 100 characters', () => reader({ name: `repeat('x', 101)` }), 'Reader_name_shown'],
  ...['postedCount', 'approvedCount', 'rejectedCount'].map(
    (counter): Attempt => [
      `${counter} is never negative`,
      ({ ana }) => update('Reader', ana, `"${counter}" = -1`),
      'Reader_counters',
    ],
  ),
  ['whoever wrote a comment stays', ({ ana }) => remove('Reader', ana), 'Comment_authorId_fkey'],
  ['whoever approved stays', ({ approver }) => remove('Reader', approver), 'Comment_approvedById_fkey'],
  ['whoever decided stays', ({ rejecter }) => remove('Reader', rejecter), 'Decision_actorId_fkey'],
  [
    'whoever wrote a version of an article stays',
    ({ article, writer }) => `${version(article, { '"createdById"': writer })}; ${remove('Reader', writer)}`,
    'ArticleVersion_createdById_fkey',
  ],
  [
    'a session belongs to a reader',
    () => insert('Session', { id: 'gen_random_uuid()', '"readerId"': nobody, '"expiresAt"': 'now()' }),
    'Session_readerId_fkey',
  ],
  ['a ban is a reader’s', () => ban(nobody, 'null'), 'Sanction_readerId_fkey'],
  [
    'a ban was made by somebody, or by the command line',
    ({ ana }) => ban(ana, nobody),
    'Sanction_madeById_fkey',
  ],
]

function ban(readerId: number, madeById: number | 'null'): string {
  return insert('Sanction', {
    '"readerId"': readerId,
    kind: `'ban'`,
    reason: `'spam'`,
    '"madeById"': madeById,
  })
}
