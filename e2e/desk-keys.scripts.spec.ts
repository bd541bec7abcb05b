import { focused, givenWaiting, goTo, itemsShown, openQueue, posts, ready, said } from './desk-steps'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenReader } from './newsroom'
import { commentBy } from './steps'

test('three comments are approved by keys alone, and the focus goes on to the next', async ({
  page: anyone,
  signedIn,
}) => {
  const { article, waiting } = await givenWaiting(4)
  const { page } = await signedIn('moderator')
  await openQueue(page, article)
  for (const { name } of waiting.slice(0, 3)) {
    await goTo(page, name)
    const shown = await itemsShown(page)
    const next = shown[shown.indexOf((await focused(page)) ?? '') + 1]
    await page.keyboard.press('a')
    await expect(said(page)).toHaveText(`Approved: the comment by ${name} is public. “z” undoes it.`)
    await expect(commentBy(page, name)).toHaveCount(0)
    expect(await focused(page)).toBe(next)
  }
  await goTo(page, waiting[3]?.name ?? '')
  await openQueue(page, article)
  for (const { name } of waiting.slice(0, 3)) await expect(commentBy(page, name)).toHaveCount(0)
  await expect(async () => {
    await anyone.goto(article.path)
    await expect(anyone.getByRole('region', { name: 'Your Comment' })).toContainText('3 comments')
  }).toPass()
})

test('a page that is done before the next comments have come goes on with them, the first in focus', async ({
  signedIn,
}) => {
  const { article } = await givenWaiting(22)
  const { page } = await signedIn('moderator')
  await openQueue(page, article)
  const address = page.url()
  let letCome = () => {}
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route(
    ({ pathname }) => pathname === '/admin/queue',
    async (route) => {
      await mayCome
      await route.continue()
    },
  )
  await page.keyboard.press('j')
  for (let left = 19; left >= 0; left -= 1) {
    await page.keyboard.press('a')
    await expect(page.locator('article[data-item]:visible')).toHaveCount(left)
  }
  letCome()
  await expect(page.locator('article[data-item]:visible')).toHaveCount(2)
  await expect(page.locator('article[data-item]:visible').first()).toBeFocused()
  expect(page.url()).toBe(address)
})

test('keys move a visible focus and stop at the ends; without a focus nothing is decided', async ({
  signedIn,
}) => {
  const { article } = await givenWaiting(2)
  const { page } = await signedIn('moderator')
  const sent = posts(page)
  await openQueue(page, article)
  for (const key of ['a', 'r']) {
    await page.keyboard.press(key)
    await expect(said(page)).toHaveText(
      'No comment has the focus, so nothing was done. “j” goes to the first.',
    )
  }
  const [first, second] = await itemsShown(page)
  for (const [key, item] of [
    ['j', first],
    ['j', second],
    ['k', first],
    ['k', first],
  ]) {
    await page.keyboard.press(key ?? '')
    expect(await focused(page)).toBe(item)
    const current = page.locator('article[aria-current=true]')
    await expect(current).toHaveAttribute('data-item', item ?? '')
    await expect(current).toBeInViewport()
    await expect(current).toHaveCSS('outline-style', 'solid')
  }
  await expect(said(page)).toHaveText('There is no further comment on this page.')
  expect(sent).toEqual([])
})

test('r and a digit reject with that reason; a word to the author goes along with Enter', async ({
  signedIn,
}) => {
  const article = await givenArticle()
  const [one, other] = [await signedIn(), await signedIn()]
  const waiting = [
    { name: one.reader.name, ...(await givenComment(one.reader, article)) },
    { name: other.reader.name, ...(await givenComment(other.reader, article)) },
  ]
  // One that stays keeps the page from being done.
  await givenComment(await givenReader(), article)
  const { page } = await signedIn('moderator')
  await openQueue(page, article)
  await goTo(page, one.reader.name)
  await page.keyboard.press('r')
  await expect(commentBy(page, one.reader.name).getByLabel('Reason for rejecting')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(commentBy(page, one.reader.name)).toBeFocused()
  await page.keyboard.press('r')
  await page.keyboard.press('3')
  await expect(said(page)).toHaveText(
    `Rejected: ${one.reader.name} will see the reason on the receipt. “z” undoes it.`,
  )

  await goTo(page, other.reader.name)
  await page.keyboard.press('r')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Say it again, a little kinder. 1?')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText(`Rejected: ${other.reader.name}`)

  await one.page.goto(`/comments/${waiting[0]?.id}/receipt`)
  await expect(one.page.getByText('Reason: It advertises something.')).toBeVisible()
  await other.page.goto(`/comments/${waiting[1]?.id}/receipt`)
  await expect(other.page.getByText('Reason: It breaks the house rules.')).toBeVisible()
  await expect(other.page.getByText('Say it again, a little kinder. 1?')).toBeVisible()
})

test('z takes back one decision after the other, and each comment can be decided anew', async ({
  signedIn,
}) => {
  const { article, waiting } = await givenWaiting(3)
  const [one = '', two = ''] = waiting.map(({ name }) => name)
  const { page } = await signedIn('moderator')
  await openQueue(page, article)
  await page.keyboard.press('z')
  await expect(said(page)).toHaveText('There is no decision here to undo.')
  await goTo(page, one)
  await page.keyboard.press('a')
  await expect(said(page)).toContainText(`Approved: the comment by ${one}`)
  await goTo(page, two)
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText(`Rejected: ${two}`)
  for (const name of [two, one]) {
    await page.keyboard.press('z')
    await expect(said(page)).toHaveText(`Undone: the comment by ${name} stands as before.`)
    await expect(commentBy(page, name)).toBeFocused()
  }
  await page.keyboard.press('a')
  await expect(said(page)).toContainText(`Approved: the comment by ${one}`)
  await page.reload()
  await expect(commentBy(page, two)).toBeVisible()
  await expect(commentBy(page, one)).toHaveCount(0)
})

test('a comment’s file takes the same keys, and the queue says what was done and takes it back', async ({
  signedIn,
}) => {
  const { waiting } = await givenWaiting(1)
  const [{ id, name } = { id: 0, name: '' }] = waiting
  const { page } = await signedIn('moderator')
  await page.goto(`/admin/comments/${id}`)
  await ready(page)
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(page).toHaveURL(`/admin/queue?done=approved&comment=${id}`)
  await expect(page.getByRole('status')).toContainText(`Approved: the comment by ${name} is public.`)
  await ready(page)
  await page.keyboard.press('z')
  await expect(page.getByRole('status')).toContainText(`Undone: the comment by ${name} stands as before.`)
})
