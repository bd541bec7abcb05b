import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { setConversation, setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { banReader } from '@/lib/readers/commands'
import type { Viewer } from '@/lib/readers/viewer'
import { postComment } from './commands'
import { editComment } from './commands-edit'
import { findPublicComment } from './queries'

useTestDatabase({ RATE_LIMITS: 'default' })

async function edit(author: Viewer, commentId: number, body: string, minutes = 1) {
  const { revisionId } = await readByDesk(commentId)
  return editComment(author, { commentId, revisionId, body }, minutesAfterNoon(minutes))
}

const links = Array.from({ length: 6 }, (_, index) => `https://example.org/${index}`).join(' ')

test('A12: who was approved and then edits in what the checks hold, waits, and readers see what was approved', async () => {
  const [author, moderator, article] = [await givenReader(), await givenModerator(), await givenArticle()]
  const comment = await givenApproved(author, moderator, { articleId: article.id, body: 'Nice.' })
  expect(await edit(author, comment.id, links)).toMatchObject({ ok: true, value: { state: 'held' } })
  expect(await findPublicComment(comment.id, article.id)).toMatchObject({ text: [{ content: ['Nice.'] }] })
})

test.each([
  ['blank', ' \u200b '],
  ['too long', 'a'.repeat(5_001)],
  ['unreadable', 'caf\ufffd'],
  ['many links', links],
  ['shouted', 'HOW CAN ANYBODY BELIEVE A WORD OF WHAT THE MAYOR SAYS'],
  ['repeated', 'buy it now '.repeat(30)],
])('A13: an edit passes no check that a new comment does not: %s', async (_what, body) => {
  const [author, article] = [await givenKnown(undefined, minutesAfterNoon(-20)), await givenArticle()]
  const plain = await givenComment(author, { articleId: article.id, body: 'Plain.' })
  const edited = await edit(author, plain.id, body)
  const other = await givenKnown(undefined, minutesAfterNoon(-20))
  const posted = await postComment(
    other,
    { articleId: article.id, parentId: null, key: null, body: body.replace(/ +$/, ' ') },
    minutesAfterNoon(2_000),
  )
  const verdict = (outcome: typeof posted | typeof edited) =>
    outcome.ok ? outcome.value.state : outcome.error
  expect(verdict(edited)).toBe(verdict(posted))
  expect(verdict(edited)).not.toBe('published')
})

test('A14: nobody edits once the conversation is closed, the article gone or the reader banned', async () => {
  const article = await givenArticle()
  const [closed, banned, gone] = [
    await givenKnown(undefined, minutesAfterNoon(-20)),
    await givenKnown(undefined, minutesAfterNoon(-20)),
    await givenKnown(undefined, minutesAfterNoon(-20)),
  ]
  const comments = new Map<Viewer, number>()
  for (const reader of [closed, banned, gone])
    comments.set(reader, (await givenComment(reader, { articleId: article.id })).id)
  const { email } = await db().reader.findUniqueOrThrow({ where: { id: banned.id } })
  await banReader(email, 'spam', null)
  expect(await edit(banned, comments.get(banned) ?? 0, 'Changed.')).toMatchObject({ error: 'banned' })
  await setConversation(article.id, 'closed')
  expect(await edit(closed, comments.get(closed) ?? 0, 'Changed.')).toMatchObject({ error: 'closed' })
  await setConversation(article.id, 'open')
  await setState(article.id, 'withdrawn')
  expect(await edit(gone, comments.get(gone) ?? 0, 'Changed.')).toMatchObject({ error: 'closed' })
  expect(await db().revision.count({ where: { commentId: { in: [...comments.values()] } } })).toBe(3)
})

test('A15: the window is counted from posting, however often one edits in it', async () => {
  const [author, article] = [await givenKnown(undefined, minutesAfterNoon(-20)), await givenArticle()]
  const { id } = await givenComment(author, { articleId: article.id })
  for (const minutes of [1, 3, 4.9])
    expect(await edit(author, id, `Edited ${minutes}.`, minutes)).toMatchObject({ ok: true })
  expect(await edit(author, id, 'Once more.', 5.1)).toMatchObject({ error: 'window-over' })
})

test('A16: what is hidden is not brought back by editing it', async () => {
  const [author, moderator, article] = [
    await givenKnown(undefined, minutesAfterNoon(-20)),
    await givenModerator(),
    await givenArticle(),
  ]
  const comment = await givenComment(author, { articleId: article.id, body: links })
  expect(comment.state).toBe('held')
  expect(await edit(author, comment.id, 'Bland.')).toMatchObject({ ok: true, value: { state: 'held' } })
  expect(await findPublicComment(comment.id, article.id)).toBeNull()
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  expect(await edit(author, comment.id, 'Blander.')).toMatchObject({ error: 'not-editable' })
  expect(await findPublicComment(comment.id, article.id)).toBeNull()
})

test('A17: edits have a pace, over all of one’s comments', async () => {
  const [author, article] = [await givenKnown(undefined, minutesAfterNoon(-20)), await givenArticle()]
  const ids = [
    (await givenComment(author, { articleId: article.id })).id,
    (await givenComment(author, { articleId: article.id })).id,
  ]
  const outcomes = []
  for (let index = 0; index < 12; index += 1)
    outcomes.push(await edit(author, ids[index % 2] ?? 0, `Edited ${index}.`))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10)
  expect(outcomes.at(-1)).toMatchObject({ error: 'too-soon' })
})

test('A37b: posting is paced where it is done, over all articles, places and keys, by whatever way it came', async () => {
  const author = await givenKnown(undefined, minutesAfterNoon(-20))
  const articles = await Promise.all(Array.from({ length: 12 }, () => givenArticle()))
  const outcomes = []
  for (const [index, article] of articles.entries()) {
    const input = {
      articleId: article.id,
      parentId: null,
      body: `Word number ${index}.`,
      key: `key ${index}`,
    }
    // Both ways in: by the reader who was read before, and by the session that names them.
    outcomes.push(await postComment(index % 2 === 0 ? author : await sessionOf(author), input, noon))
  }
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10)
  expect(outcomes.at(-1)).toMatchObject({ error: 'too-soon' })
})

test('A24, A37b: many accounts at one address have one pace besides their own, and what is not written costs none of it', async () => {
  const article = await givenArticle()
  const known = () => givenKnown(undefined, minutesAfterNoon(-20))
  const [first, ...others] = [await known(), ...(await Promise.all(Array.from({ length: 7 }, known)))]
  const post = (author: Viewer, body: string, from: string | null) =>
    postComment(author, { articleId: article.id, parentId: null, body, key: null, from }, noon)
  const wordOf = async (author: Viewer, count: number) => {
    const outcomes = []
    for (let index = 0; index < count; index += 1)
      outcomes.push(await post(author, `Word number ${index}.`, '192.0.2.7'))
    return outcomes.filter(({ ok }) => ok).length
  }
  // Their own pace is ten.
  expect(await wordOf(first, 15)).toBe(10)
  const written = await Promise.all(others.map((other) => wordOf(other, 9)))
  expect(written.reduce((one, two) => one + two)).toBe(50)
  const somebody = await known()
  expect(await post(somebody, 'From elsewhere.', '192.0.2.8')).toMatchObject({ ok: true })
  expect(await post(somebody, 'From there.', '192.0.2.7')).toMatchObject({
    error: 'too-soon',
    retryAt: expect.any(Date),
  })
})

test('a session that ended, ran out, or never was, posts nothing', async () => {
  const [author, article] = [await givenKnown(undefined, minutesAfterNoon(-20)), await givenArticle()]
  const input = { articleId: article.id, parentId: null, body: 'Still here?', key: null }
  const ended = await sessionOf(author)
  await db().session.delete({ where: { id: ended.sessionId } })
  const runOut = await sessionOf(author, noon)
  for (const session of [ended, runOut, { sessionId: randomUUID() }])
    expect(await postComment(session, input, noon)).toEqual({ ok: false, error: 'signed-out' })
})

async function sessionOf(reader: Viewer, expiresAt = minutesAfterNoon(60)) {
  const { id } = await db().session.create({
    data: { id: randomUUID(), readerId: reader.id, createdAt: minutesAfterNoon(-60), expiresAt },
  })
  return { sessionId: id }
}
