import { expect, test } from 'vitest'
import { type ConversationChange, changeConversation } from '@/lib/articles/commands-conversation'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { topics } from '@/lib/topics'
import { editComment } from './commands-edit'
import { listConversation } from './queries-page'
import { countQuestions } from './queries-questions'

useTestDatabase()

test('questions and those that a guest answered in public are counted', async () => {
  const { article, guest, desk, asker } = await given()
  const ask = () => givenApproved(asker, desk, { articleId: article.id })
  const [first, second] = [await ask(), await ask()]
  await ask()
  await givenComment(guest, { articleId: article.id, parentId: first.id })
  await givenComment(guest, { articleId: article.id, parentId: first.id })
  await givenApproved(asker, desk, { articleId: article.id, parentId: second.id })
  // What a guest writes of their own accord is no question, and a question that waits is none yet.
  await givenComment(guest, { articleId: article.id })
  await givenComment(await givenReader(), { articleId: article.id })
  expect(await countQuestions(article.id)).toMatchObject({
    count: 3,
    answered: 1,
    guests: [{ name: guest.name, title: 'Minister of ferries' }],
  })
})

test('a guest’s first answers are read at once, elsewhere they are a newcomer’s; their edits, too', async () => {
  const { article, guest } = await given()
  const here = await givenComment(guest, { articleId: article.id })
  expect(here.state).toBe('published')
  const { currentRevisionId: revisionId } = await db().comment.findUniqueOrThrow({ where: { id: here.id } })
  const edit = { commentId: here.id, revisionId, body: 'The ferry sails at nine.' }
  expect(await editComment(guest, edit, noon)).toMatchObject({ ok: true, value: { state: 'published' } })
  const elsewhere = await givenComment(guest, { articleId: (await givenArticle()).id })
  expect(elsewhere.state).toBe('held')
  await change(article.id, { noGuests: [await handleOf(guest.id)] })
  expect((await givenComment(guest, { articleId: article.id })).state).toBe('held')
})

test('guests’ answers stand first under a question, with their title', async () => {
  const { article, guest, desk, asker } = await given()
  const question = await givenApproved(asker, desk, { articleId: article.id })
  const under = { articleId: article.id, parentId: question.id }
  for (let minute = 1; minute <= 4; minute += 1) await givenComment(desk, under, minutesAfterNoon(minute))
  const answer = await givenComment(guest, under, minutesAfterNoon(9))
  const { threads } = await listConversation(article.id, { sort: 'best', after: null }, minutesAfterNoon(10))
  const [first] = threads[0]?.answers ?? []
  expect(first?.comment).toMatchObject({ id: answer.id, author: { guestTitle: 'Minister of ferries' } })
})

test('a conversation is changed as a whole or not at all, and its pages are renewed', async () => {
  const { article, guest } = await given()
  const handle = await handleOf(guest.id)
  const before = await version(article.id)
  const wrong: [Partial<ConversationChange>, string][] = [
    [{ mode: 'comments', guests: [{ handle: 'nobody-at-all', title: 'Sage' }] }, 'no-reader'],
    [{ mode: 'comments', noGuests: ['nobody-at-all'] }, 'no-reader'],
    [{ mode: 'comments', guests: [{ handle, title: ' ' }] }, 'bad-title'],
    [{ mode: 'comments', guests: [{ handle, title: 'x'.repeat(61) }] }, 'bad-title'],
    [{ mode: 'comments', guests: [{ handle, title: 'Min\u202eister' }] }, 'bad-title'],
  ]
  for (const [asked, error] of wrong) expect(await change(article.id, asked)).toMatchObject({ error })
  expect(await changeConversation(2_000_000_000, { guests: [], noGuests: [] })).toMatchObject({
    error: 'no-article',
  })
  expect(await version(article.id)).toBe(before)
  expect(await change(article.id, { conversation: 'closed', guests: [{ handle, title: 'Mayor' }] })).toEqual({
    ok: true,
    value: {
      mode: 'questions',
      conversation: 'closed',
      guests: [{ handle, name: guest.name, title: 'Mayor' }],
    },
  })
  expect(await version(article.id)).not.toBe(before)
})

async function given() {
  const article = await givenArticle()
  const [guest, desk, asker] = [await givenReader(), await givenModerator(), await givenReader()]
  const handle = await handleOf(guest.id)
  await change(article.id, { mode: 'questions', guests: [{ handle, title: 'Minister of ferries' }] })
  return { article, guest, desk, asker }
}

function change(articleId: number, asked: Partial<ConversationChange>) {
  return changeConversation(articleId, { guests: [], noGuests: [], ...asked })
}

async function handleOf(id: number): Promise<string> {
  return (await db().reader.findUniqueOrThrow({ where: { id }, select: { handle: true } })).handle
}

async function version(articleId: number) {
  const name = topics.talk(articleId)
  return (await db().topic.findUnique({ where: { name }, select: { version: true } }))?.version
}
