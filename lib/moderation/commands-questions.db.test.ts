import { expect, test } from 'vitest'
import { setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenModerator, givenReader, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { type Asked, setQuestions } from './commands-questions'
import { findArticleModes } from './queries-modes'

useTestDatabase()

async function given() {
  const [editor, guest, article] = [
    await givenModerator('Ed', 'editor'),
    await givenReader('reader', 'Mina Ferry'),
    await givenArticle(),
  ]
  const { handle } = await db().reader.findUniqueOrThrow({
    where: { id: guest.id },
    select: { handle: true },
  })
  const ask = (asked: Asked, id = article.id) => setQuestions(editor, id, asked, noon)
  const now = async () => {
    const modes = await findArticleModes(editor, article.id, noon)
    return modes && { isQuestions: modes.isQuestions, guests: modes.guests }
  }
  return { editor, guest, handle, article, ask, now }
}

test('an editor has readers ask and a guest answer, and takes both back; the log has each once', async () => {
  const { editor, guest, handle, article, ask, now } = await given()
  expect(await now()).toEqual({ isQuestions: false, guests: [] })
  const minister = { guest: { handle, title: ' Minister of  ferries ' } }
  await Promise.all([ask({ mode: 'questions' }), ask({ mode: 'questions' }), ask(minister), ask(minister)])
  const guests = [{ handle, name: 'Mina Ferry', title: 'Minister of ferries' }]
  expect(await now()).toEqual({ isQuestions: true, guests })
  expect(await ask({ noGuest: handle })).toEqual({ ok: true, value: {} })
  expect(await ask({ noGuest: handle })).toEqual({ ok: true, value: {} })
  await ask({ mode: 'comments' })
  expect(await now()).toEqual({ isQuestions: false, guests: [] })
  const actions = await db().staffAction.findMany({
    where: { articleId: article.id, actorId: editor.id },
    orderBy: { kind: 'asc' },
  })
  expect(actions.map(({ kind, readerId, note }) => [kind, readerId, note])).toEqual([
    ['guest-ended', guest.id, 'Minister of ferries'],
    ['guest-named', guest.id, 'Minister of ferries'],
    ['questions-begun', null, null],
    ['questions-ended', null, null],
  ])
})

test('what cannot be is refused and changes nothing: nobody’s handle, no line, no article, no editor', async () => {
  const { handle, article, ask, now } = await given()
  expect(await ask({ guest: { handle: 'nobody-has-this', title: 'Sage' } })).toMatchObject({
    error: 'no-reader',
  })
  expect(await ask({ guest: { handle, title: 'Min\u202eister' } })).toMatchObject({ error: 'bad-title' })
  expect(await ask({ mode: 'questions' }, 2_000_000_000)).toMatchObject({ error: 'no-article' })
  const asked = { mode: 'questions' } as const
  expect(await setQuestions(await givenModerator(), article.id, asked, noon)).toMatchObject({
    error: 'not-your-role',
  })
  expect(await now()).toEqual({ isQuestions: false, guests: [] })
  await setState(article.id, 'withdrawn')
  expect(await ask(asked)).toMatchObject({ error: 'no-article' })
  expect(await db().staffAction.count({ where: { articleId: article.id } })).toBe(0)
})
