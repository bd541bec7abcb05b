import {
  type Attempt,
  comment,
  insert,
  nobody,
  remove,
  report,
  twice,
  under,
  update,
} from './test-statements'

const outOfPlace = "a reply's ancestors are its parent's and its parent"
const moved = 'a comment stays where it was written'

const places: Attempt[] = [
  [
    'a comment stands under an article',
    (given) => comment(given, { '"articleId"': nobody }),
    'Comment_articleId_fkey',
  ],
  ['a parent is a comment', (given) => comment(given, under(nobody, [])), 'parent'],
  [
    'a parent stands under the same article',
    (given) => comment(given, { ...under(given.root, []), '"articleId"': given.otherArticle }),
    'Comment_parentId_articleId_fkey',
  ],
  [
    'a root is the first of the ancestors',
    (given) => comment(given, { ...under(given.answer, [given.root]), '"rootId"': given.held }),
    'Comment_ancestors',
  ],
  [
    'ancestors are the parent’s and the parent',
    (given) => comment(given, under(given.answer, [given.held])),
    outOfPlace,
  ],
  [
    'a parent is the last of the ancestors',
    (given) => comment(given, { ...under(given.root, []), '"parentId"': given.held }),
    outOfPlace,
  ],
  [
    'a comment is not its own parent',
    (given) => comment(given, { ...under(0, []), ...ownParent }),
    outOfPlace,
  ],
  [
    'a depth is the number of ancestors',
    (given) => comment(given, { ...under(given.root, []), depth: 2 }),
    'Comment_depth',
  ],
  [
    'an answer stands at most 12 deep',
    (given) => comment(given, under(given.deepest, given.aboveDeepest)),
    'Comment_depth',
  ],
  [
    'a root has no depth',
    (given) => comment(given, { depth: 1, '"ancestorIds"': `array[${given.root}]` }),
    'Comment_root',
  ],
  [
    'an answer has a root',
    (given) => comment(given, { ...under(given.root, []), '"rootId"': 'null' }),
    'Comment_root',
  ],
  [
    'ancestors are known',
    (given) => comment(given, { '"ancestorIds"': 'null' }),
    'null value in column "ancestorIds"',
  ],
  ...['articleId', 'authorId', 'parentId', 'rootId', 'depth'].map(
    (column): Attempt => [
      `${column} never changes`,
      (given) => update('Comment', given.answer, `"${column}" = ${nobody}`),
      moved,
    ],
  ),
  [
    'a comment’s ancestors never change',
    ({ answer }) => update('Comment', answer, `"ancestorIds" = '{}'`),
    moved,
  ],
  ['a comment’s time never changes', ({ root }) => update('Comment', root, '"createdAt" = now()'), moved],
  [
    'A36: parents form no ring',
    ({ root, answer }) =>
      update(
        'Comment',
        root,
        `"parentId" = ${answer}, "rootId" = ${root}, depth = 2, "ancestorIds" = array[${root}, ${answer}]`,
      ),
    moved,
  ],
  [
    'a comment’s id never changes',
    ({ held }) => update('Comment', held, 'id = 77'),
    'Revision rows never change',
  ],
  ['a comment is never removed', ({ held }) => remove('Comment', held), 'Revision_commentId_fkey'],
]

const states: Attempt[] = [
  [
    'published shows a revision',
    ({ held }) => update('Comment', held, `state = 'published'`),
    'Comment_state_shown',
  ],
  [
    'published shows the current revision',
    ({ edited }) => update('Comment', edited, `state = 'published'`),
    'Comment_state_shown',
  ],
  [
    'held does not show what is held',
    ({ root }) => update('Comment', root, `state = 'held'`),
    'Comment_state_shown',
  ],
  [
    'rejected shows nothing',
    ({ root }) => update('Comment', root, `state = 'rejected'`),
    'Comment_state_shown',
  ],
  [
    'deleted shows nothing',
    ({ root }) => update('Comment', root, `state = 'deleted'`),
    'Comment_state_shown',
  ],
  [
    'another comment’s revision is not the current one',
    ({ held, rootRevision }) => update('Comment', held, `"currentRevisionId" = ${rootRevision}`),
    'Comment_currentRevisionId_id_fkey',
  ],
  [
    'another comment’s revision is not the public one',
    ({ held, rootRevision }) => update('Comment', held, `"publicRevisionId" = ${rootRevision}`),
    'Comment_publicRevisionId_id_fkey',
  ],
]

const readers: Attempt[] = [
  ...['publicDescendantCount', 'recommendCount', 'reportCount'].map(
    (counter): Attempt => [
      `${counter} is never negative`,
      ({ root }) => update('Comment', root, `"${counter}" = -1`),
      'Comment_counters',
    ],
  ),
  [
    'an author’s key posts once',
    (given) => comment(given, { '"idempotencyKey"': `'k-1'` }),
    'Comment_authorId_idempotencyKey_key',
  ],
  ['a reader votes once', ({ root, ben }) => twice(vote(root, ben)), 'Vote_pkey'],
  ['a vote is for a comment', ({ ben }) => vote(nobody, ben), 'Vote_commentId_fkey'],
  ['a vote is a reader’s', ({ root }) => vote(root, nobody), 'Vote_readerId_fkey'],
  ['a reader reports once', (given) => twice(report(given, given.root, given.ben)), 'Report_pkey'],
  ['a report is about a comment', (given) => report(given, nobody, given.ben), 'Report_commentId_fkey'],
  [
    'a report names a revision of the comment it is about',
    (given) => report(given, given.held, given.ben),
    'Report_revisionId_commentId_fkey',
  ],
  ['a report is a reader’s', (given) => report(given, given.root, nobody), 'Report_readerId_fkey'],
  ['a kept text has at most 64 KiB', () => keptText(32_769), 'PendingComment_size'],
  ['a kept correction has at most 768 KiB', () => keptText(393_217, 'correction'), 'PendingComment_size'],
  ['a kept form is a reader’s', () => keptText(1, 'correction', nobody), 'PendingComment_readerId_fkey'],
]

export const attemptsOnComments = [...places, ...states, ...readers]

const ownParent = { '"parentId"': 'comment', '"rootId"': 'comment', '"ancestorIds"': 'array[comment]' }

function vote(commentId: number, readerId: number): string {
  return insert('Vote', { '"commentId"': commentId, '"readerId"': readerId })
}

/** A text of characters that take two bytes each. */
export function keptText(
  characters: number,
  purpose: 'comment' | 'correction' = 'comment',
  readerId: number | null = null,
): string {
  return `insert into "PendingComment" ("keyHash", address, purpose, "articleId", "readerId", body, "createdAt", "expiresAt")
          values ('k', 'a', '${purpose}', 1, ${readerId}, repeat('é', ${characters}), now(), now())`
}
