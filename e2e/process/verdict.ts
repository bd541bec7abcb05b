import { db } from '@/lib/db'
import { replay } from '@/lib/moderation/replay'
import type { Decision, Edit, Entry, Fate, Post } from './ledger'

export type StoredComment = Awaited<ReturnType<typeof storedComments>>[number]

/** Every comment with its wordings and decisions. */
export function storedComments() {
  return db().comment.findMany({
    orderBy: { id: 'asc' },
    select: {
      id: true,
      articleId: true,
      authorId: true,
      parentId: true,
      state: true,
      currentRevisionId: true,
      publicRevisionId: true,
      approvedById: true,
      revisions: { orderBy: { number: 'asc' }, select: { id: true, number: true, source: true } },
      decisions: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          number: true,
          actorId: true,
          revisionId: true,
          fromState: true,
          toState: true,
          rule: true,
          undoesId: true,
        },
      },
    },
  })
}

/**
 * Where what is stored is not what the site answered, a line each: a write it said was done and that is missing,
 * one that is there twice, one that nobody made. `people` are those whose writes are all in the ledger.
 */
export function findDisagreements(entries: Entry[], stored: StoredComment[], people: Set<number>): string[] {
  return [
    ...postsAmiss(entries, stored, people),
    ...editsAmiss(entries, stored, people),
    ...decisionsAmiss(entries, stored, people),
  ]
}

/** Comments that do not stand where their decisions lead to. */
export function findMisled(stored: StoredComment[]): string[] {
  return stored.flatMap(({ decisions, ...comment }) => {
    const led = replay(decisions)
    const amiss = Object.entries(led).filter(([name, value]) => Reflect.get(comment, name) !== value)
    return amiss.map(([name, value]) => `comment ${comment.id} has ${name} other than ${value}`)
  })
}

function postsAmiss(entries: Entry[], stored: StoredComment[], people: Set<number>): string[] {
  const posts = entries.filter((entry): entry is Post => entry.did === 'post')
  const theirs = stored.filter(({ authorId }) => people.has(authorId))
  const byWords = grouped(theirs, ({ revisions }) => revisions[0]?.source ?? '')
  const known = new Set(posts.map(({ body }) => body))
  return [
    ...posts.flatMap((post) => postAmiss(post, byWords.get(post.body) ?? [])),
    ...theirs
      .filter(({ revisions }) => !known.has(revisions[0]?.source ?? ''))
      .map(({ id }) => `comment ${id} was posted by nobody`),
  ]
}

function postAmiss(post: Post, rows: StoredComment[]): string[] {
  const found = `it is there as ${rows.map(({ id }) => id).join(', ') || 'nothing'}`
  if (post.fate !== 'taken') return rows.length === 0 ? [] : [`a refused post: ${found}`]
  const [row] = rows
  if (rows.length !== 1 || !row || row.id !== post.id) return [`comment ${post.id}: ${found}`]
  const inPlace = row.articleId === post.articleId && row.authorId === post.by && isAnswerTo(row, post)
  return inPlace ? [] : [`comment ${post.id} stands in another place than it was posted to`]
}

/** An answer to the deepest of a thread stands beside it. */
function isAnswerTo({ parentId }: StoredComment, post: Post): boolean {
  return (parentId === null) === (post.parentId === null)
}

function editsAmiss(entries: Entry[], stored: StoredComment[], people: Set<number>): string[] {
  const edits = entries.filter((entry): entry is Edit => entry.did === 'edit')
  const keyOf = (commentId: number, words: string) => `edit of ${commentId}: ${words.slice(0, 60)}`
  const rows = stored
    .filter(({ authorId }) => people.has(authorId))
    .flatMap(({ id, revisions }) => revisions.slice(1).map(({ source }) => keyOf(id, source)))
  return countsAmiss(
    edits.map(({ fate, commentId, body }) => ({ fate, key: keyOf(commentId, body) })),
    rows,
  )
}

function decisionsAmiss(entries: Entry[], stored: StoredComment[], people: Set<number>): string[] {
  const decisions = entries.filter((entry): entry is Decision => entry.did === 'decide')
  const keyOf = (comment: number, number: number, revision: number, by: number, move: string) =>
    `decision ${number} on ${comment}, revision ${revision}, by ${by}: ${move}`
  const rows = stored.flatMap((comment) =>
    comment.decisions.flatMap(({ number, revisionId, actorId, rule }) =>
      actorId !== null && people.has(actorId)
        ? [keyOf(comment.id, number, revisionId, actorId, rule === 'approved' ? 'approve' : 'reject')]
        : [],
    ),
  )
  const said = decisions.map(({ fate, commentId, number, revisionId, by, move }) => ({
    fate,
    key: keyOf(commentId, number, revisionId, by, move),
  }))
  return countsAmiss(said, rows)
}

/** What was taken is there once; what was refused is not, unless a try before the refusal was lost. */
function countsAmiss(said: { key: string; fate: Fate }[], rows: string[]): string[] {
  const counts = grouped(rows, (key) => key)
  const fates = grouped(said, ({ key }) => key)
  const keys = new Set([...counts.keys(), ...fates.keys()])
  return [...keys].flatMap((key) => {
    const count = counts.get(key)?.length ?? 0
    const each = fates.get(key)?.map(({ fate }) => fate) ?? []
    const [least, most] = each.includes('taken') ? [1, 1] : [0, each.includes('refused-after-loss') ? 1 : 0]
    return count >= least && count <= most
      ? []
      : [`${key}: answered ${each.join(', ') || 'never'}, there ${count} times`]
  })
}

/** Map.groupBy, which Node 20 does not have. */
function grouped<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
