import {
  type Attempt,
  type Furniture,
  insert,
  nobody,
  reader,
  remove,
  report,
  twice,
  update,
} from './test-statements'

/** What readers and the newsroom add to a conversation beyond its comments. */
export const attemptsOnTalk: Attempt[] = [
  [
    'nobody is seen less than never',
    ({ root }) => update('Comment', root, '"seenCount" = -1'),
    'Comment_exposure',
  ],
  [
    'reports weigh something',
    ({ root }) => update('Comment', root, '"reportWeight" = -0.5'),
    'Comment_exposure',
  ],
  [
    'only what begins a thread is pinned',
    ({ answer }) => update('Comment', answer, '"pinnedAt" = now()'),
    'Comment_pinned_is_root',
  ],
  [
    'names that look alike have one account',
    () =>
      twice(reader({ '"nameKey"': `'ana'`, handle: `md5(random()::text)`, email: `md5(random()::text)` })),
    'Reader_nameKey_key',
  ],
  ...['reportsUpheld', 'reportsDismissed'].map(
    (counter): Attempt => [
      `${counter} is never negative`,
      ({ ana }) => update('Reader', ana, `"${counter}" = -1`),
      'Reader_report_record',
    ],
  ),
  [
    'reports upheld against somebody are never fewer than none',
    ({ ana }) => update('Reader', ana, '"upheldAgainst" = -1'),
    'Reader_upheld_against',
  ],
  ...[-1, 6].map(
    (weight): Attempt => [
      `a report does not weigh ${weight}`,
      (given) => `${report(given, given.root, given.ben)}; update "Report" set weight = ${weight}`,
      'Report_weight',
    ],
  ),
  [
    'a report is settled by a decision',
    (given) => `${report(given, given.root, given.ben)}; update "Report" set upheld = true`,
    'Report_settled',
  ],
  [
    'a report is settled by a decision that is there',
    (given) =>
      `${report(given, given.root, given.ben)}; update "Report" set upheld = true, "decisionId" = ${nobody}`,
    'Report_decisionId_fkey',
  ],
  ['one mutes a reader', ({ ana }) => mute(ana, nobody), 'Mute_mutedId_fkey'],
  ['a reader mutes', ({ ana }) => mute(nobody, ana), 'Mute_readerId_fkey'],
  ['nobody mutes themselves', ({ ana }) => mute(ana, ana), 'Mute_somebody_else'],
  [
    'an author answers with a reader’s account',
    () => insert('Author', { slug: `'a'`, name: `'A'`, '"readerId"': nobody }),
    'Author_readerId_fkey',
  ],
  [
    'an account is one author’s',
    ({ ana }) => twice(insert('Author', { slug: 'md5(random()::text)', name: `'A'`, '"readerId"': ana })),
    'Author_readerId_key',
  ],
  ['a guest is asked under an article', ({ ana }) => guest(nobody, ana), 'Guest_articleId_fkey'],
  ['a guest has an account', ({ article }) => guest(article, nobody), 'Guest_readerId_fkey'],
  ['ranks are of an order that is kept', (given) => pastRank(given, { sort: `'newest'` }), 'PastRank_sort'],
  [
    'a rank ends after it began',
    (given) => pastRank(given, { until: `now() - interval '1 hour'` }),
    'PastRank_interval',
  ],
  ['a rank is a comment’s', (given) => pastRank(given, { '"commentId"': nobody }), 'PastRank_commentId_fkey'],
  ['a passage is quoted', (given) => anchor(given, { quote: `' '` }), 'Anchor_size'],
  ['a quotation is short', (given) => anchor(given, { quote: `repeat('x', 501)` }), 'Anchor_size'],
  ['context before is short', (given) => anchor(given, { prefix: `repeat('x', 101)` }), 'Anchor_size'],
  ['context after is short', (given) => anchor(given, { suffix: `repeat('x', 101)` }), 'Anchor_size'],
  ['paragraphs are counted from nought', (given) => anchor(given, { paragraph: -1 }), 'Anchor_size'],
  [
    'a passage is what a comment is about',
    (given) => anchor(given, { '"commentId"': nobody }),
    'Anchor_commentId_fkey',
  ],
  [
    'a passage was found in a version of its own article',
    (given) => anchor(given, { '"versionId"': given.versionOfOther }),
    'Anchor_versionId_articleId_fkey',
  ],
  [
    'somebody is mentioned in a comment',
    ({ ana }) => insert('Mention', { '"commentId"': nobody, '"readerId"': ana }),
    'Mention_commentId_fkey',
  ],
  [
    'readers are mentioned',
    ({ root }) => insert('Mention', { '"commentId"': root, '"readerId"': nobody }),
    'Mention_readerId_fkey',
  ],
  [
    'comments are saved',
    ({ ana }) => insert('Saved', { '"commentId"': nobody, '"readerId"': ana }),
    'Saved_commentId_fkey',
  ],
  [
    'readers save',
    ({ root }) => insert('Saved', { '"commentId"': root, '"readerId"': nobody }),
    'Saved_readerId_fkey',
  ],
  [
    'readers visit',
    ({ article }) => insert('Visit', { '"articleId"': article, '"readerId"': nobody, '"seenAt"': 'now()' }),
    'Visit_readerId_fkey',
  ],
  [
    'articles are visited',
    ({ ana }) => insert('Visit', { '"articleId"': nobody, '"readerId"': ana, '"seenAt"': 'now()' }),
    'Visit_articleId_fkey',
  ],
  [
    'words are a comment’s',
    ({ article }) =>
      insert('CommentWords', { '"commentId"': nobody, '"articleId"': article, words: `to_tsvector('w')` }),
    'CommentWords_commentId_fkey',
  ],
  [
    'only what can happen is told',
    ({ article, root }) =>
      insert('TalkEvent', { '"articleId"': article, '"commentId"': root, kind: `'shouted'` }),
    'TalkEvent_kind',
  ],
  [
    'an account that wrote comments stays, whoever muted it',
    ({ ana, ben }) => `${mute(ben, ana)}; ${remove('Reader', ana)}`,
    'Comment_authorId_fkey',
  ],
  [
    'only a comment that is there waits for its place in the other view',
    () => insert('OtherViewDue', { '"commentId"': nobody }),
    'OtherViewDue_commentId_fkey',
  ],
]

function mute(readerId: number, mutedId: number): string {
  return insert('Mute', { '"readerId"': readerId, '"mutedId"': mutedId })
}

function guest(articleId: number, readerId: number): string {
  return insert('Guest', { '"articleId"': articleId, '"readerId"': readerId, title: `'Minister'` })
}

function pastRank({ root, article }: Furniture, values: Record<string, string | number>): string {
  return insert('PastRank', {
    '"commentId"': root,
    '"articleId"': article,
    sort: `'best'`,
    rank: 0.5,
    since: 'now()',
    until: 'now()',
    ...values,
  })
}

function anchor({ root, article }: Furniture, values: Record<string, string | number>): string {
  return insert('Anchor', {
    '"commentId"': root,
    '"articleId"': article,
    '"versionId"': `(select "currentVersionId" from "Article" where id = ${article})`,
    paragraph: 0,
    quote: `'It stands.'`,
    prefix: `''`,
    suffix: `''`,
    ...values,
  })
}
