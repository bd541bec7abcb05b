import { fromParagraphs } from '@/lib/articles/body'
import { reviseArticle, setConversation } from '@/lib/articles/commands'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import {
  countComments,
  givenApprovedReader,
  givenArticle,
  givenComment,
  givenPublished,
  givenReader,
  oneOfAKind,
} from './newsroom'
import { arrive, commentBox, commentBy, postComment, problem } from './steps'

const shouted = 'HOW CAN ANYBODY BELIEVE A WORD OF WHAT THE MAYOR SAYS'

test('marks are shown as what they mean, and links lead outside without the site’s word', async ({
  page,
}) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  const body =
    '*Slowly* and **surely**.\n\n> Nobody fell.\n\n- four winters\n- one summer\n\nhttps://example.org/report and # no heading'
  await givenPublished(author, article, { body })
  await arrive(page, article.path)
  const comment = commentBy(page, author.name)
  await expect(comment.locator('em')).toHaveText('Slowly')
  await expect(comment.locator('strong')).toHaveText('surely')
  await expect(comment.locator('blockquote')).toHaveText('Nobody fell.')
  await expect(comment.getByRole('listitem')).toHaveText(['four winters', 'one summer'])
  const link = comment.getByRole('link', { name: 'https://example.org/report' })
  await expect(link).toHaveAttribute('rel', 'ugc nofollow')
  await expect(comment.getByText('and # no heading')).toBeVisible()
})

test('a preview shows how a text will look, keeps it, and posts nothing', async ({ signedIn, visitor }) => {
  const article = await givenArticle()
  for (const { page } of [await signedIn(), await visitor()]) {
    await arrive(page, `/comments/new?article=${article.id}`)
    await commentBox(page).fill('It is *true*.')
    await page.getByRole('button', { name: 'Preview' }).click()
    const preview = page.getByRole('region', { name: 'How it will look' })
    await expect(preview.locator('em')).toHaveText('true')
    await expect(commentBox(page)).toHaveValue('It is *true*.')
    await commentBox(page).fill('It is **certain**.')
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(preview.locator('strong')).toHaveText('certain')
    await commentBox(page).fill('')
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(problem(page, 'There is nothing to read in it yet.')).toBeVisible()
  }
  expect(await countComments(article.id)).toBe(0)
})

test('an author deletes a comment; the answers stay, and where there are any an empty place', async ({
  page,
  signedIn,
}) => {
  const [author, article] = [await signedIn(), await givenArticle()]
  const comment = await givenPublished(author.reader, article, { body: 'I regret this.' })
  const answerer = await givenReader()
  await givenPublished(answerer, article, { parentId: comment.id })
  await author.page.goto(`/comments/${comment.id}/receipt`)
  await author.page.getByRole('link', { name: 'Delete' }).click()
  await author.page.getByRole('button', { name: 'Delete the comment' }).click()
  await expect(author.page).toHaveURL(`/comments/${comment.id}/receipt`)
  await expect(author.page.getByText('It is gone, for everyone.')).toBeVisible()
  await expect(author.page.getByRole('link', { name: 'Delete' })).toHaveCount(0)
  await arrive(page, article.path)
  await expect(page.getByRole('article', { name: 'Comment that is gone' })).toBeVisible()
  await expect(commentBy(page, answerer.name)).toBeVisible()
  await expect(page.getByText('I regret this.')).toHaveCount(0)
})

test('an author takes the name off a comment, also when the conversation is closed', async ({
  page,
  signedIn,
}) => {
  const [author, article] = [await signedIn(), await givenArticle()]
  const comment = await givenPublished(author.reader, article, { body: 'I stand by this.' })
  await setConversation(article.id, 'closed')
  await author.page.goto(`/comments/${comment.id}/delete`)
  await author.page.getByRole('button', { name: 'Take my name off' }).click()
  await expect(author.page.getByText('Your name no longer stands over it.')).toBeVisible()
  await arrive(page, article.path)
  await expect(commentBy(page, 'A reader')).toContainText('I stand by this.')
  await expect(page.getByText(author.reader.name)).toHaveCount(0)
})

test('before a text is posted that would be held for what is in it, its writer is told why, and may insist', async ({
  signedIn,
  alarm,
  javaScriptEnabled,
}) => {
  const [{ page }, article] = [await signedIn(await givenApprovedReader()), await givenArticle()]
  if (javaScriptEnabled) alarm.expectRefusal('/api/comments', 422)
  await arrive(page, article.path)
  await postComment(page, shouted)
  await expect(problem(page, 'Most of it is in capitals.')).toBeVisible()
  await expect(commentBox(page)).toHaveValue(shouted)
  expect(await countComments(article.id)).toBe(0)
  await page.getByRole('button', { name: 'Post anyway' }).click()
  await expect(page.getByText('Waiting for review')).toBeVisible()
  expect(await countComments(article.id)).toBe(1)
})

test('an edit is nudged, too, and a changed text goes through', async ({
  signedIn,
  alarm,
  javaScriptEnabled,
}) => {
  const [{ page, reader }, article] = [await signedIn(await givenApprovedReader()), await givenArticle()]
  const { id } = await givenComment(reader, article, { body: 'Quietly.' })
  if (javaScriptEnabled) alarm.expectRefusal(`/api/comments/${id}/edit`, 422)
  await arrive(page, `/comments/${id}/edit`)
  await commentBox(page).fill(shouted)
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect(problem(page, 'Most of it is in capitals.')).toBeVisible()
  await commentBox(page).fill('How can anybody believe it?')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect(page).toHaveURL(new RegExp(`#comment-${id}$`))
  await expect(commentBy(page, reader.name)).toContainText('How can anybody believe it?')
  await expect(commentBy(page, reader.name)).toContainText('edited')
})

test('a paragraph is answered, shown with its passage, counted beside it, and told when it is gone', async ({
  page,
  signedIn,
}) => {
  const [author, article] = [await signedIn(await givenApprovedReader()), await givenArticle()]
  await arrive(author.page, article.path)
  await author.page.getByRole('link', { name: 'Answer this paragraph' }).first().focus()
  await author.page.keyboard.press('Enter')
  await expect(author.page.getByRole('blockquote')).toHaveText('The last stone was set this morning.')
  await postComment(author.page, 'I was there.')
  const comment = commentBy(author.page, author.reader.name)
  await expect(comment.getByRole('link', { name: 'The last stone was set this morning.' })).toHaveAttribute(
    'href',
    `${article.path}#p1`,
  )
  await arrive(page, article.path)
  await page.getByRole('link', { name: '1 comment on this paragraph' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comments on one paragraph')
  await expect(commentBy(page, author.reader.name)).toContainText('I was there.')
  const version = { headline: article.headline, standfirst: null, dateline: null, tags: [], picture: null }
  const body = fromParagraphs(['Everything was said anew.', 'By others.'])
  await reviseArticle(article.id, { ...version, body }, { reason: 'updated' }, new Date())
  // Under changes a page is made anew once a second.
  await expect(async () => {
    await arrive(page, article.path)
    await expect(commentBy(page, author.reader.name)).toContainText('The passage has changed since.', {
      timeout: 500,
    })
  }).toPass()
  await expect(page.getByRole('link', { name: 'on this paragraph' })).toHaveCount(0)
})

test('an answer begins with the words it quotes', async ({ page }) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  await givenPublished(author, article, { body: 'Nobody fell.\nSo they say.' })
  await arrive(page, article.path)
  await commentBy(page, author.name).getByRole('link', { name: 'Quote' }).click()
  await expect(commentBox(page)).toHaveValue('> Nobody fell.\n> So they say.\n\n')
})

test('somebody who is named is a link to their page', async ({ page }) => {
  const [article, author, named] = [
    await givenArticle(),
    await givenReader(),
    await givenReader('reader', { name: `Ben ${oneOfAKind()}` }),
  ]
  const { handle } = await db().reader.findUniqueOrThrow({
    where: { id: named.id },
    select: { handle: true },
  })
  await givenPublished(author, article, { body: `Ask @${handle}, or @nobody-by-that-name.` })
  await arrive(page, article.path)
  const comment = commentBy(page, author.name)
  await expect(comment.getByRole('link', { name: `@${handle}` })).toHaveAttribute('href', `/u/${handle}`)
  await expect(comment.getByRole('link', { name: '@nobody' })).toHaveCount(0)
})

test('author and desk see every wording of a comment, which of them is public, and what changed', async ({
  signedIn,
}) => {
  const [{ page, reader }, desk, article] = [
    await signedIn(await givenApprovedReader()),
    await signedIn('moderator'),
    await givenArticle(),
  ]
  const { id } = await givenComment(reader, article, { body: 'It took two winters.' })
  await arrive(page, `/comments/${id}/edit`)
  await commentBox(page).fill('It took three winters.')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect(page).toHaveURL(/#comment-/)
  await page.goto(`/comments/${id}/receipt`)
  const wordings = page.getByRole('region', { name: 'Your wordings' })
  await expect(wordings).toContainText('It took two winters.')
  await expect(wordings.locator('div', { hasText: 'what readers see' }).first()).toContainText(
    'It took three winters.',
  )
  await desk.page.goto(`/admin/comments/${id}`)
  await desk.page.getByText('What changed from the wording before').click()
  await expect(desk.page.locator('del')).toHaveText('two')
  await expect(desk.page.locator('ins')).toHaveText('three')
})

test('a conversation that closes while one writes leaves the text, and says so', async ({
  signedIn,
  alarm,
  javaScriptEnabled,
}) => {
  const [{ page }, article] = [await signedIn(), await givenArticle()]
  for (const address of [`/comments/new?article=${article.id}`, article.path]) {
    await setConversation(article.id, 'open')
    if (javaScriptEnabled) alarm.expectRefusal('/api/comments', 409)
    await arrive(page, address)
    await commentBox(page).fill('Too late, it seems.')
    await setConversation(article.id, 'closed')
    await page.getByRole('button', { name: 'Post comment' }).click()
    await expect(problem(page, 'The conversation closed; your text is kept.')).toBeVisible()
    await page.goto(`/comments/new?article=${article.id}`)
    await expect(commentBox(page)).toHaveValue('Too late, it seems.')
    await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
  }
})
