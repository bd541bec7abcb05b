import type { APIResponse } from '@playwright/test'
import { editComment } from '@/lib/comments/commands-edit'
import { keptTextCookie } from '@/lib/comments/kept-text-cookie'
import { readByDesk } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { expect, type SignedIn, test } from './fixtures'
import { sessionCookieName } from './house'
import { givenArticle, givenComment, givenReader } from './newsroom'
import { commentBy, problem } from './steps'

// Forms are sent as browsers send them, whether scripts are on or not; so once is enough.

let send: (person: SignedIn, path: string, form: Record<string, string>) => Promise<APIResponse>
test.beforeEach(({ baseURL }) => {
  send = ({ request }, path, form) =>
    request.post(path, { form, headers: { accept: 'text/html', origin: baseURL ?? '' }, maxRedirects: 0 })
})

const wordToAuthor = /A word to the author/

const begun = { step: 'kind', kind: 'typo', note: '' }
const text = { step: 'text', headline: 'Typed at length', standfirst: '', body: 'They stood.', base: '1' }

/** An editor, an article to correct, and where that is done. */
async function givenCorrecting(editor: SignedIn) {
  const { id } = await givenArticle()
  return { editor, api: `/api/admin/articles/${id}/correct`, page: `/admin/articles/${id}/correct` }
}

test('a correction that is sent while signed out is there again at its step, until that step is taken', async ({
  signedIn,
  house,
}) => {
  const { editor, api, page } = await givenCorrecting(await signedIn('editor'))
  await send(editor, api, begun)
  await editor.context.clearCookies({ name: sessionCookieName })
  expect(nextOf(await send(editor, api, text))).toBe(`${page}?step=text&problem=signed-out`)
  await editor.context.addCookies([await house.sessionCookie(editor.reader.id)])
  await send(editor, api, begun)
  await editor.page.goto(`${page}?step=text&problem=signed-out`)
  await expect(problem(editor.page, 'You were signed out before it was sent.')).toBeVisible()
  await expect(editor.page.getByRole('textbox', { name: 'Headline' })).toHaveValue(text.headline)
  expect((await send(editor, api, text)).headers().location).toBe(`${page}?step=check`)
  expect(await isKept(editor)).toBe(false)
})

test('the text of a correction that was thrown away meanwhile waits until it is begun again', async ({
  signedIn,
}) => {
  const { editor, api, page } = await givenCorrecting(await signedIn('editor'))
  expect((await send(editor, api, text)).headers().location).toBe(`${page}?step=text&problem=not-begun`)
  // Begun without its note, which comes back beside the text and does not take its place.
  await send(editor, api, { ...begun, kind: 'correction' })
  await send(editor, api, begun)
  await editor.page.goto(`${page}?step=text`)
  await expect(editor.page.getByRole('textbox', { name: 'Headline' })).toHaveValue(text.headline)
})

test('a long correction comes back whole, and one that is too long to be kept is said not to be', async ({
  signedIn,
}) => {
  const { editor, api, page } = await givenCorrecting(await signedIn('editor'))
  await send(editor, api, begun)
  // Nine bytes a character on their way, three where they are kept.
  const long = '他們站在那裡。'.repeat(28_000)
  await send(editor, api, { ...text, headline: '', body: long })
  const shown = await (await editor.request.get(`${page}?step=text`)).text()
  expect(shown).toContain(long)
  // Only together with a first step's note that is far too long it is longer than what is kept.
  const note = await send(editor, api, {
    ...begun,
    kind: 'correction',
    note: 'They stood there. '.repeat(14_000),
  })
  expect(note.headers().location).toContain('kept=no')
  await editor.page.goto(note.headers().location ?? '')
  await expect(editor.page.getByText('too long to be kept here')).toBeVisible()
})

test('what the desk typed is not there for the next person after signing out; a comment is', async ({
  signedIn,
  house,
}) => {
  const [article, editor, next] = [
    await givenArticle(),
    await signedIn('editor'),
    await givenReader('editor'),
  ]
  const [api, page] = [`/api/admin/articles/${article.id}/correct`, `/admin/articles/${article.id}/correct`]
  await send(editor, api, text)
  expect(await isKept(editor)).toBe(true)
  await send(editor, '/api/sign-out', { any: '1' })
  expect(await isKept(editor)).toBe(false)
  await editor.context.addCookies([await house.sessionCookie(next.id)])
  await send(editor, api, begun)
  await editor.page.goto(`${page}?step=text`)
  await expect(editor.page.getByRole('textbox', { name: 'Headline' })).toHaveValue(article.headline)

  await editor.context.clearCookies({ name: sessionCookieName })
  await send(editor, '/api/comments', { article: String(article.id), body: 'To be posted later.' })
  await send(editor, '/api/sign-out', { any: '1' })
  expect(await isKept(editor)).toBe(true)
})

test('what the desk typed is its writer’s alone also where their session was ended elsewhere', async ({
  signedIn,
  house,
}) => {
  const [article, editor, next] = [
    await givenArticle(),
    await signedIn('editor'),
    await givenReader('editor'),
  ]
  const [api, page] = [`/api/admin/articles/${article.id}/correct`, `/admin/articles/${article.id}/correct`]
  const headline = editor.page.getByRole('textbox', { name: 'Headline' })
  await send(editor, api, begun)
  await db().session.deleteMany({ where: { readerId: editor.reader.id } })
  expect(nextOf(await send(editor, api, text))).toBe(`${page}?step=text&problem=signed-out`)
  await editor.context.addCookies([await house.sessionCookie(next.id)])
  await send(editor, api, begun)
  await editor.page.goto(`${page}?step=text`)
  await expect(headline).toHaveValue(article.headline)
  await editor.context.addCookies([await house.sessionCookie(editor.reader.id)])
  await editor.page.goto(`${page}?step=text`)
  await expect(headline).toHaveValue(text.headline)
})

test('a note on a reader’s file that is sent while signed out is there again, and goes when it is taken', async ({
  signedIn,
  house,
}) => {
  const [{ id }, moderator] = [await givenReader(), await signedIn('moderator')]
  const [api, page] = [`/api/admin/readers/${id}/note`, `/admin/readers/${id}`]
  await moderator.context.clearCookies({ name: sessionCookieName })
  const next = nextOf(await send(moderator, api, { text: 'A calm voice.' }))
  expect(next).toBe(`${page}?problem=signed-out`)
  await moderator.context.addCookies([await house.sessionCookie(moderator.reader.id)])
  await moderator.page.goto(next)
  await expect(problem(moderator.page, 'You were signed out')).toBeVisible()
  await expect(moderator.page.getByRole('textbox', { name: 'A note' })).toHaveValue('A calm voice.')
  expect((await send(moderator, api, { text: 'A calm voice.' })).headers().location).toBe(
    `${page}?done=noted`,
  )
  expect(await isKept(moderator)).toBe(false)
})

test('a passage that is to be taken out is there again after signing in, with its note', async ({
  signedIn,
  house,
}) => {
  const author = await givenReader()
  const comment = await givenComment(author, await givenArticle(), { body: 'Ring me at 555 0199, please.' })
  const moderator = await signedIn('moderator')
  const [api, page] = [`/api/admin/comments/${comment.id}/redact`, `/admin/comments/${comment.id}/redact`]
  const { revisionId, seen } = await readByDesk(comment.id)
  const form = { revision: String(revisionId), seen: String(seen), passage: '555 0199' }
  await moderator.context.clearCookies({ name: sessionCookieName })
  const next = nextOf(await send(moderator, api, { ...form, note: 'A number.' }))
  expect(next).toBe(`${page}?problem=signed-out`)
  await moderator.context.addCookies([await house.sessionCookie(moderator.reader.id)])
  await moderator.page.goto(next)
  await expect(problem(moderator.page, 'You were signed out')).toBeVisible()
  await expect(moderator.page.getByRole('textbox', { name: /The passage/ })).toHaveValue('555 0199')
  await moderator.page.getByRole('button', { name: 'Look at it first' }).click()
  await expect(moderator.page.locator('#note')).toHaveValue('A number.')
})

test('a word to the author is kept when they were faster with an edit, until it is decided', async ({
  signedIn,
}) => {
  const author = await givenReader()
  const comment = await givenComment(author, await givenArticle())
  const moderator = await signedIn('moderator')
  const [api, queue] = [`/api/admin/comments/${comment.id}/decide`, `author=${author.id}`]
  const { revisionId, seen } = await readByDesk(comment.id)
  const form = {
    move: 'reject',
    revision: String(revisionId),
    seen: String(seen),
    reason: 'insult',
    from: queue,
  }
  const edit = { commentId: comment.id, revisionId, body: 'Said otherwise by now.' }
  expect(await editComment(author, edit, new Date())).toMatchObject({ ok: true })
  const answer = await send(moderator, api, { ...form, note: 'Kindly without the name.' })
  await moderator.page.goto(answer.headers().location ?? '')
  await expect(problem(moderator.page, 'Nothing changed')).toBeVisible()
  await expect(moderator.page.getByText('Kindly without the name.')).toBeVisible()
  const item = commentBy(moderator.page, author.name)
  await expect(item.getByRole('textbox', { name: wordToAuthor })).toHaveValue('Kindly without the name.')
  await expect(item.getByLabel('Reason for rejecting')).toHaveValue('insult')
  await item.getByRole('button', { name: 'Reject' }).click()
  await expect(moderator.page.getByRole('status')).toContainText('Rejected')
  await expect.poll(() => isKept(moderator)).toBe(false)
})

test('a decision that is sent while signed out keeps its word to the author', async ({ signedIn, house }) => {
  const comment = await givenComment(await givenReader(), await givenArticle())
  const moderator = await signedIn('moderator')
  const { revisionId, seen } = await readByDesk(comment.id)
  await moderator.context.clearCookies({ name: sessionCookieName })
  const next = nextOf(
    await send(moderator, `/api/admin/comments/${comment.id}/decide`, {
      ...{ move: 'reject', revision: String(revisionId), seen: String(seen), reason: 'spam' },
      note: 'Once is enough.',
    }),
  )
  await moderator.context.addCookies([await house.sessionCookie(moderator.reader.id)])
  await moderator.page.goto(next)
  await expect(moderator.page.getByRole('textbox', { name: wordToAuthor })).toHaveValue('Once is enough.')
})

function nextOf(answer: APIResponse): string {
  expect(answer.status()).toBe(303)
  const url = new URL(answer.headers().location ?? '', 'http://site.invalid')
  expect(url.pathname).toBe('/sign-in')
  return url.searchParams.get('next') ?? ''
}

async function isKept({ context }: SignedIn): Promise<boolean> {
  return (await context.cookies()).some(({ name }) => name === keptTextCookie)
}
