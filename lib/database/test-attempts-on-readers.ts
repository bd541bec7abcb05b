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
  [
    'and lifted by somebody',
    ({ ana }) => sanction(ana, { '"liftedAt"': 'now()', '"liftedById"': nobody }),
    'Sanction_liftedById_fkey',
  ],
  [
    'nobody lifted what stands',
    ({ ana, approver }) => sanction(ana, { '"liftedById"': approver }),
    'Sanction_lifted_once_lifted',
  ],
  ['a sanction says why', ({ ana }) => sanction(ana, { reason: `' '` }), 'Sanction_says_why'],
  ['slowing says how much', ({ ana }) => sanction(ana, { kind: `'slow'` }), 'Sanction_slow_says_how'],
  ['nothing else does', ({ ana }) => sanction(ana, { minutes: 5 }), 'Sanction_slow_says_how'],
  [
    'and not by more than a day',
    ({ ana }) => sanction(ana, { kind: `'slow'`, minutes: 1441 }),
    'Sanction_slow_says_how',
  ],
  ['a suspension has an end', ({ ana }) => sanction(ana, { kind: `'suspend'` }), 'Sanction_suspension_ends'],
  ['a note is about a reader', ({ ana }) => note(nobody, ana), 'ReaderNote_readerId_fkey'],
  ['somebody wrote it', ({ ana }) => note(ana, nobody), 'ReaderNote_authorId_fkey'],
  ['it is not blank', ({ ana }) => note(ana, ana, `'  '`), 'ReaderNote_says_something'],
  [
    'what was noted stays written',
    ({ ana }) => `${note(ana, ana)}; update "ReaderNote" set text = 'x'`,
    'ReaderNote rows never change',
  ],
  [
    'sections are a moderator’s',
    ({ section }) => insert('ModeratorSection', { '"readerId"': nobody, '"sectionId"': section }),
    'ModeratorSection_readerId_fkey',
  ],
  [
    'and there are such sections',
    ({ approver }) => insert('ModeratorSection', { '"readerId"': approver, '"sectionId"': nobody }),
    'ModeratorSection_sectionId_fkey',
  ],
]

function sanction(readerId: number, values: Record<string, string | number>): string {
  return insert('Sanction', { '"readerId"': readerId, kind: `'ban'`, reason: `'spam'`, ...values })
}

function note(readerId: number, authorId: number, text = `'n'`): string {
  return insert('ReaderNote', { '"readerId"': readerId, '"authorId"': authorId, text })
}

function ban(readerId: number, madeById: number | 'null'): string {
  return sanction(readerId, { '"madeById"': madeById })
}
