import { expect, test } from 'vitest'
import { setConversation, setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { banReader } from '@/lib/readers/commands'
import { postComment } from './commands'
import { editComment } from './commands-edit'
import { findDrift } from './drift'
import { findPublicComment } from './queries'
import { findReceipt } from './queries-own'
import { listConversation } from './queries-page'

useTestDatabase()

const firstPage = { sort: 'newest', after: null } as const

test('a newcomer’s comment waits: its author sees it, nobody else does, nothing public counts it', async () => {
  const [article, reader, other] = [await givenArticle(), await givenReader(), await givenReader()]
  const comment = await givenComment(reader, { articleId: article.id, body: 'A first word.' })
  expect(comment.state).toBe('held')
  expect((await listConversation(article.id, firstPage, noon)).threads).toEqual([])
  expect(await findPublicComment(comment.id, article.id)).toBeNull()
  expect(await findReceipt(other, comment.id)).toBeNull()
  expect(await findReceipt(reader, comment.id)).toMatchObject({
    state: 'held',
    source: 'A first word.',
    isPublic: false,
  })
  expect(await db().article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({
    publicCommentCount: 0,
    heldCommentCount: 1,
  })
})

test('after two approvals by a person the third comment is public at once', async () => {
  const [article, reader, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  await givenApproved(reader, moderator, { articleId: article.id })
  await givenApproved(reader, moderator, { articleId: article.id })
  expect((await givenComment(reader, { articleId: article.id })).state).toBe('published')
})

test('pressing twice posts once: the same words in the same place, or the same key', async () => {
  const [article, reader] = [await givenArticle(), await givenReader()]
  const once = await givenComment(reader, { articleId: article.id, body: 'Said once.' })
  const twice = await givenComment(
    reader,
    { articleId: article.id, body: ' Said  once. ' },
    minutesAfterNoon(9),
  )
  expect(twice.id).toBe(once.id)
  const later = await givenComment(
    reader,
    { articleId: article.id, body: 'Said once.' },
    minutesAfterNoon(11),
  )
  expect(later.id).not.toBe(once.id)
  const keyed = { articleId: article.id, body: 'With a key.', key: 'k-1' }
  const first = await givenComment(reader, keyed)
  expect((await givenComment(reader, keyed, minutesAfterNoon(600))).id).toBe(first.id)
})

test('a form sent again with other words under its old key loses nothing', async () => {
  const [article, reader] = [await givenArticle(), await givenReader()]
  const first = await givenComment(reader, { articleId: article.id, body: 'One thing.', key: 'k-2' })
  const second = await givenComment(reader, { articleId: article.id, body: 'Another thing.', key: 'k-2' })
  expect(second.id).not.toBe(first.id)
  expect(await findReceipt(reader, second.id)).toMatchObject({ source: 'Another thing.' })
})

test('fifty presses at the same time post once', async () => {
  const [article, reader] = [await givenArticle(), await givenReader()]
  const input = { articleId: article.id, parentId: null, body: 'All at once.', key: null }
  const posted = await Promise.all(Array.from({ length: 50 }, () => postComment(reader, input, noon)))
  expect(new Set(posted.map((each) => (each.ok ? each.value.id : each.error))).size).toBe(1)
  expect(await db().comment.count({ where: { articleId: article.id } })).toBe(1)
  expect(await findDrift()).toEqual([])
})

test.each([
  ['', 'blank'],
  ['\u200b\u200b', 'blank'],
  ['x'.repeat(5001), 'too-long'],
  ['lost \ufffd', 'unreadable'],
])('bad text %# is refused by name and nothing is written', async (body, error) => {
  const [article, reader] = [await givenArticle(), await givenReader()]
  expect(await postComment(reader, { articleId: article.id, parentId: null, body, key: null }, noon)).toEqual(
    { ok: false, error },
  )
  expect(await db().comment.count({ where: { articleId: article.id } })).toBe(0)
})

test('signed-out and banned readers cannot post, whatever the session said a moment ago', async () => {
  const [article, reader] = [await givenArticle(), await givenReader()]
  const input = { articleId: article.id, parentId: null, body: 'Let me in.', key: null }
  expect(await postComment(null, input, noon)).toEqual({ ok: false, error: 'signed-out' })
  const { email } = await db().reader.findUniqueOrThrow({ where: { id: reader.id } })
  await banReader(email, 'spam', null)
  expect(await postComment(reader, input, noon)).toEqual({ ok: false, error: 'banned' })
})

test('a closed, withdrawn or missing article takes no comment', async () => {
  const [closed, withdrawn, reader] = [await givenArticle(), await givenArticle(), await givenReader()]
  await setConversation(closed.id, 'closed')
  await setState(withdrawn.id, 'withdrawn')
  const post = (articleId: number) =>
    postComment(reader, { articleId, parentId: null, body: 'Too late.', key: null }, noon)
  expect(await post(closed.id)).toEqual({ ok: false, error: 'closed' })
  expect(await post(withdrawn.id)).toEqual({ ok: false, error: 'no-article' })
  expect(await post(2_000_000_000)).toEqual({ ok: false, error: 'no-article' })
})

test('A36: a parent must be public and under the same article', async () => {
  const [article, elsewhere, reader, moderator] = [
    await givenArticle(),
    await givenArticle(),
    await givenReader(),
    await givenModerator(),
  ]
  const far = await givenApproved(reader, moderator, { articleId: elsewhere.id })
  const held = await givenComment(await givenReader(), { articleId: article.id })
  const answer = (parentId: number) =>
    postComment(reader, { articleId: article.id, parentId, body: `To ${parentId}`, key: null }, noon)
  expect(await answer(far.id)).toEqual({ ok: false, error: 'no-parent' })
  expect(await answer(held.id)).toEqual({ ok: false, error: 'no-parent' })
})

test('answers stand under what they answer, to the deepest level, and the fourteenth beside the thirteenth', async () => {
  const [article, moderator] = [await givenArticle(), await givenModerator()]
  let parentId: number | null = null
  for (let level = 0; level < 14; level += 1)
    parentId = (await givenComment(moderator, { articleId: article.id, parentId })).id
  const depths = await db().comment.findMany({
    where: { articleId: article.id },
    orderBy: { id: 'asc' },
    select: { depth: true },
  })
  expect(depths.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12])
  expect(await findDrift()).toEqual([])
})

test('an edit is a new revision through the same checks; the approved one stays public while it waits', async () => {
  const [article, reader, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const comment = await givenApproved(reader, moderator, { articleId: article.id, body: 'Two years.' })
  const { revisionId } = await readByDesk(comment.id)
  const edited = await editComment(
    reader,
    { commentId: comment.id, revisionId, body: 'Three years.' },
    minutesAfterNoon(4),
  )
  expect(edited).toMatchObject({ ok: true, value: { state: 'held' } })
  expect(await findPublicComment(comment.id, article.id)).toMatchObject({
    text: [{ content: ['Two years.'] }],
  })
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'approve' }, minutesAfterNoon(5))
  expect(await findPublicComment(comment.id, article.id)).toMatchObject({
    text: [{ content: ['Three years.'] }],
    edited: true,
  })
  expect(await findDrift()).toEqual([])
})

test('a rejected edit takes back the edit only', async () => {
  const [article, reader, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const comment = await givenApproved(reader, moderator, { articleId: article.id, body: 'Kind words.' })
  const { revisionId } = await readByDesk(comment.id)
  await editComment(reader, { commentId: comment.id, revisionId, body: 'Unkind words.' }, noon)
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'insult' }, noon)
  expect(await findPublicComment(comment.id, article.id)).toMatchObject({
    text: [{ content: ['Kind words.'] }],
    edited: false,
  })
  expect(await findDrift()).toEqual([])
})

test('a comment can be edited again after an edit of it was rejected', async () => {
  const [article, reader, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const comment = await givenApproved(reader, moderator, { articleId: article.id, body: 'First.' })
  const edit = async (body: string) =>
    editComment(
      reader,
      { commentId: comment.id, revisionId: (await readByDesk(comment.id)).revisionId, body },
      noon,
    )
  await edit('Second.')
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'other' }, noon)
  expect(await edit('Third.')).toMatchObject({ ok: true, value: { state: 'held' } })
  expect(await findReceipt(reader, comment.id)).toMatchObject({ source: 'Third.', isPublic: true })
})

test('an edit whose answer was lost is not made again, even when it was rejected meanwhile', async () => {
  const [article, reader, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const comment = await givenApproved(reader, moderator, { articleId: article.id, body: 'First.' })
  const edit = {
    commentId: comment.id,
    revisionId: (await readByDesk(comment.id)).revisionId,
    body: 'Second.',
  }
  await editComment(reader, edit, noon)
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'other' }, noon)
  expect(await editComment(reader, edit, noon)).toMatchObject({ ok: true, value: { state: 'published' } })
  expect(await db().revision.count({ where: { commentId: comment.id } })).toBe(2)
})

test('editing ends five minutes after posting, however often one edited before', async () => {
  const [article, reader] = [await givenArticle(), await givenReader()]
  const comment = await givenComment(reader, { articleId: article.id })
  const edit = async (body: string, minutes: number) =>
    editComment(
      reader,
      { commentId: comment.id, revisionId: (await readByDesk(comment.id)).revisionId, body },
      minutesAfterNoon(minutes),
    )
  expect((await edit('Better.', 4)).ok).toBe(true)
  expect((await edit('Best.', 5)).ok).toBe(true)
  expect(await edit('Too late.', 5.1)).toEqual({ ok: false, error: 'window-over' })
})

test('nobody edits another’s comment, and an edit of an older revision is refused', async () => {
  const [article, reader, other] = [await givenArticle(), await givenReader(), await givenReader()]
  const comment = await givenComment(reader, { articleId: article.id })
  const { revisionId } = await readByDesk(comment.id)
  expect(await editComment(other, { commentId: comment.id, revisionId, body: 'Mine now.' }, noon)).toEqual({
    ok: false,
    error: 'no-comment',
  })
  await editComment(reader, { commentId: comment.id, revisionId, body: 'Second.' }, noon)
  expect(
    await editComment(
      reader,
      { commentId: comment.id, revisionId, body: 'Third, from an old window.' },
      noon,
    ),
  ).toEqual({ ok: false, error: 'changed-meanwhile' })
})

test('a comment that is gone keeps its empty place while answers stand under it, and lets it go with the last', async () => {
  const [article, moderator] = [await givenArticle(), await givenModerator('Ines Valcourt', 'editor')]
  const writer = await givenModerator()
  const root = await givenComment(writer, { articleId: article.id, body: 'To be removed.' })
  const answer = await givenComment(writer, { articleId: article.id, parentId: root.id })
  await decide(moderator, { ...(await readByDesk(root.id)), move: 'reject', reason: 'other' }, noon)
  const { threads } = await listConversation(article.id, firstPage, noon)
  expect(threads).toMatchObject([
    { comment: { id: root.id, author: null, text: null }, answers: [{ comment: { id: answer.id } }] },
  ])
  await decide(moderator, { ...(await readByDesk(answer.id)), move: 'reject', reason: 'other' }, noon)
  expect((await listConversation(article.id, firstPage, noon)).threads).toEqual([])
  expect(await findDrift()).toEqual([])
})
