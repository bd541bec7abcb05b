import { expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { findDrift } from '@/lib/comments/drift'
import { findPublicComment } from '@/lib/comments/queries'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { decide } from './commands'
import { redactComment } from './commands-redact'
import { undoDecision } from './commands-undo'
import { findCommentFile } from './queries-file'
import { replay } from './replay'

useTestDatabase()

const body = 'Call Mr Plumtree at 555 1234, he *knows*. Again: 555 1234.'
const mark = '[removed]'

async function given() {
  const [article, author, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const comment = await givenApproved(author, moderator, { articleId: article.id, body })
  return { article, author, moderator, id: comment.id }
}

async function redact(moderator: Moderator, commentId: number, passage: string) {
  const read = await readByDesk(commentId)
  return redactComment(moderator, { ...read, passage, mark, reason: 'private-details', note: null }, noon)
}

const shown = async (id: number, articleId: number) =>
  JSON.stringify((await findPublicComment(id, articleId))?.text)

test('what is taken out is gone for readers, in the search, too; the comment stays public and approved', async () => {
  const { article, moderator, id } = await given()
  expect(await redact(moderator, id, '555 1234')).toMatchObject({
    ok: true,
    value: { state: 'published', rule: 'redacted' },
  })
  const text = await shown(id, article.id)
  expect(text).not.toContain('555')
  expect(text).toContain('[removed]')
  expect(await db().commentWords.count({ where: { commentId: id } })).toBe(1)
  const [words] = await db().$queryRaw<{ words: string }[]>`
    select words::text from "CommentWords" where "commentId" = ${id}`
  expect(words?.words).not.toContain('555')
  expect(words?.words).toContain('plumtree')
  const row = await db().comment.findUniqueOrThrow({
    where: { id },
    include: { decisions: { orderBy: { number: 'asc' } } },
  })
  expect(row).toMatchObject({ state: 'published', approvedById: moderator.id })
  expect(replay(row.decisions)).toMatchObject({
    state: 'published',
    currentRevisionId: row.currentRevisionId,
    publicRevisionId: row.publicRevisionId,
    approvedById: moderator.id,
  })
  expect(await findDrift()).toEqual([])
})

test('editors read what was taken out, moderators do not, until it is put back', async () => {
  const { article, moderator, id } = await given()
  const editor = await givenModerator('Edda', 'editor')
  await redact(moderator, id, '555 1234')
  const wordings = async (who: Moderator) =>
    (await findCommentFile(who, id, noon))?.revisions.map(({ words }) => words?.source ?? null)
  expect(await wordings(moderator)).toEqual([null, expect.stringContaining(mark)])
  expect(await wordings(editor)).toEqual([body, expect.stringContaining(mark)])
  const { seen } = await readByDesk(id)
  expect(await undoDecision(moderator, { commentId: id, seen }, noon)).toMatchObject({ ok: true })
  expect(await shown(id, article.id)).toContain('555 1234')
  expect(await wordings(moderator)).toEqual([body, expect.stringContaining(mark)])
  expect(await findDrift()).toEqual([])
})

test('a held comment stays held, why it is here stays with it, and it can be approved without the passage', async () => {
  const [article, moderator] = [await givenArticle(), await givenModerator()]
  const { id } = await givenComment(await givenReader(), { articleId: article.id, body })
  await redact(moderator, id, 'Mr Plumtree')
  expect(await findCommentFile(moderator, id, noon)).toMatchObject({
    state: 'held',
    findings: [{ check: 'newcomer' }],
  })
  expect((await decide(moderator, { ...(await readByDesk(id)), move: 'approve' }, noon)).ok).toBe(true)
  expect(await shown(id, article.id)).not.toContain('Plumtree')
  expect(await findDrift()).toEqual([])
})

test('nothing is taken out that is not there, of what is rejected, or of what an edit waits on', async () => {
  const { author, moderator, id } = await given()
  expect(await redact(moderator, id, '777')).toMatchObject({ error: 'no-passage' })
  expect(await redact(moderator, id, '')).toMatchObject({ error: 'no-passage' })
  const { revisionId } = await readByDesk(id)
  await editComment(author, { commentId: id, revisionId, body: `${body} Or 555 1234.` }, noon)
  expect(await redact(moderator, id, '555 1234')).toMatchObject({ error: 'edit-waits' })
  await decide(moderator, { ...(await readByDesk(id)), move: 'reject', reason: 'spam' }, noon)
  await decide(moderator, { ...(await readByDesk(id)), move: 'reject', reason: 'spam' }, noon)
  expect(await redact(moderator, id, '555 1234')).toMatchObject({ error: 'nothing-to-decide' })
})

test('A12, A27: nothing is taken out of a wording that was not read, and no edit of the old one brings it back', async () => {
  const { author, moderator, id } = await given()
  const read = await readByDesk(id)
  const about = { mark, reason: 'private-details', note: null, passage: '555 1234' } as const
  const both = await Promise.all([1, 2].map(() => redactComment(moderator, { ...read, ...about }, noon)))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: 'decided-meanwhile' })
  const late = { commentId: id, revisionId: read.revisionId, body: 'Still 555 1234.' }
  expect(await editComment(author, late, noon)).toMatchObject({ error: 'changed-meanwhile' })
})
