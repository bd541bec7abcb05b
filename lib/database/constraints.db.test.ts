import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { decide } from '@/lib/moderation/commands'
import { attemptsOnActions } from './test-attempts-on-actions'
import { attemptsOnAppeals } from './test-attempts-on-appeals'
import { attemptsOnArticles } from './test-attempts-on-articles'
import { attemptsOnComments, keptText } from './test-attempts-on-comments'
import { attemptsOnCorrections } from './test-attempts-on-corrections'
import { attemptsOnDecisions } from './test-attempts-on-decisions'
import { attemptsOnDesk } from './test-attempts-on-desk'
import { attemptsOnDrafts } from './test-attempts-on-drafts'
import { attemptsOnFinding } from './test-attempts-on-finding'
import { attemptsOnLists } from './test-attempts-on-lists'
import { attemptsOnMachines } from './test-attempts-on-machines'
import { attemptsOnModes } from './test-attempts-on-modes'
import { attemptsOnPictures } from './test-attempts-on-pictures'
import { attemptsOnReaders } from './test-attempts-on-readers'
import { attemptsOnRules } from './test-attempts-on-rules'
import { attemptsOnTalk } from './test-attempts-on-talk'
import { attemptsOnUpdates } from './test-attempts-on-updates'
import { useTestDatabase } from './test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from './test-newsroom'
import { article, comment, decision, type Furniture, revision, under } from './test-statements'

const { pool } = useTestDatabase()

let given: Furniture
const refusedBy = new Set<string>()

beforeAll(async () => {
  given = await furnish()
})

describe.each([
  ['readers', attemptsOnReaders],
  ['articles', attemptsOnArticles],
  ['working copies and what goes live', attemptsOnDrafts],
  ['updates that wait, and since when versions are public', attemptsOnUpdates],
  ['corrections and what editors edit', attemptsOnCorrections],
  ['comments', attemptsOnComments],
  ['what programs read and readers’ reads', attemptsOnMachines],
  ['revisions and decisions', attemptsOnDecisions],
  ['what a conversation holds besides', attemptsOnTalk],
  ['the newsroom’s lists', attemptsOnLists],
  ['what its people did', attemptsOnActions],
  ['what stories are found by', attemptsOnFinding],
  ['the library of pictures', attemptsOnPictures],
  ['what the desk reads', attemptsOnDesk],
  ['the house’s rules', attemptsOnRules],
  ['appeals', attemptsOnAppeals],
  ['what conversations go by', attemptsOnModes],
])('%s', (_table, attempts) => {
  test.each(attempts)('%s', async (_promise, sql, refusal) => {
    expect(await refusalOf(sql(given))).toContain(refusal)
    refusedBy.add(refusal)
  })
})

const sound: [what: string, sql: (given: Furniture) => string][] = [
  ['a comment', (given) => comment(given, {})],
  ['an answer', (given) => comment(given, under(given.answer, [given.root]))],
  [
    'a comment that is public at once',
    (given) => comment(given, { state: `'published'::"CommentState"`, '"publicRevisionId"': 'revision' }),
  ],
  [
    'the same key of another author',
    (given) => comment(given, { '"authorId"': given.ben, '"idempotencyKey"': `'k-1'` }),
  ],
  ['5,000 characters, whatever their size', ({ held }) => revision(held, { source: `repeat('🐋', 5000)` })],
  ['a further decision', (given) => decision(given, {})],
  ['a kept text of 64 KiB', () => keptText(32_768)],
  ['a draft without a version', (given) => article(given, {})],
]

test.each(sound)('%s is taken: no statement above was wrong in another way', async (_what, sql) => {
  expect(await refusalOf(sql(given))).toBe('')
})

test('articles written here are numbered above those that come from elsewhere', () => {
  expect(given.article).toBeGreaterThan(100_000)
})

// The primary key and a column, there for foreign keys to point at; and the root, which the chain of parents
// proves before this key is asked; and the article of a passage, which its version's key proves.
const cannotBreakAlone = [
  'Anchor_articleId_fkey',
  'Article_currentVersionId_id_key',
  'ArticleVersion_id_articleId_key',
  'Comment_id_articleId_key',
  'Comment_rootId_fkey',
  'PublishedVersion_versionId_articleId_key',
  'Revision_id_commentId_key',
]

test('every constraint of the database has been tried', async () => {
  const { rows } = await pool.query<{ name: string }>(`
    select conname as name from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f')
    union select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indisunique and not i.indisprimary and c.relnamespace = 'public'::regnamespace`)
  const untried = rows.map(({ name }) => name).filter((name) => !refusedBy.has(name))
  expect(untried.sort()).toEqual(cannotBreakAlone.sort())
})

/** Runs statements as one change and takes it back. What refused it, constraint and message; empty if nothing did. */
async function refusalOf(sql: string): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(sql)
    return ''
  } catch (error) {
    if (error instanceof pg.DatabaseError) return `${error.constraint ?? ''} ${error.message}`
    throw error
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function furnish(): Promise<Furniture> {
  const [{ id: articleId }, other, empty] = [await givenArticle(), await givenArticle(), await givenArticle()]
  const [ana, ben, writer] = [await givenReader(), await givenReader(), await givenReader('editor')]
  const [approver, rejecter, editor] = [
    await givenModerator(),
    await givenModerator(),
    await givenModerator(),
  ]
  const root = await givenApproved(ana, approver, { articleId, key: 'k-1' })
  const answer = await givenComment(editor, { articleId, parentId: root.id })
  const held = await givenComment(ana, { articleId })
  const edited = await givenApproved(ben, approver, { articleId })
  const { revisionId } = await readByDesk(edited.id)
  await editComment(ben, { commentId: edited.id, revisionId, body: 'Other words.' }, noon)
  const rejected = await givenComment(ana, { articleId })
  await decide(rejecter, { ...(await readByDesk(rejected.id)), move: 'reject', reason: 'spam' }, noon)
  const chain: number[] = []
  for (let depth = 0; depth <= 12; depth += 1)
    chain.push((await givenComment(editor, { articleId, parentId: chain.at(-1) ?? null })).id)
  const { rows } = await pool.query<
    Pick<Furniture, 'email' | 'handle' | 'section' | 'versionOfOther' | 'heldDecision'>
  >(`
    select r.email, r.handle, (select id from "Section" where slug = 'world') as section,
           (select "currentVersionId" from "Article" where id = ${other.id}) as "versionOfOther",
           (select id from "Decision" where "commentId" = ${held.id}) as "heldDecision"
    from "Reader" r where id = ${ana.id}`)
  const [row] = rows
  if (!row) throw new Error('the newsroom is not furnished')
  return {
    ...row,
    ...{ article: articleId, otherArticle: other.id, emptyArticle: empty.id },
    ...{ ana: ana.id, ben: ben.id, writer: writer.id, approver: approver.id, rejecter: rejecter.id },
    ...{ root: root.id, rootRevision: (await readByDesk(root.id)).revisionId, answer: answer.id },
    ...{ held: held.id, heldRevision: (await readByDesk(held.id)).revisionId, edited: edited.id },
    ...{ deepest: chain.at(-1) ?? 0, aboveDeepest: chain.slice(0, -1) },
  }
}
