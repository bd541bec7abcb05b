import { setState } from '@/lib/articles/commands'
import { expect, once, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { expectNothingHere, soon } from './steps'

const noIds = ['0', '-1', '007', '2147483648', '99999999999999999999', 'abc', '1e3', '1.0', '%31%00']
const places = [
  '/news/ID',
  '/news/ID/some-slug',
  '/news/ID/comments',
  '/n/ID',
  '/comments/ID',
  '/comments/ID/replies',
]

test('whatever is no News ID leads nowhere, on every address that takes one', once, async ({ request }) => {
  for (const id of noIds)
    for (const place of places) {
      const address = place.replace('ID', id)
      const answer = await request.get(address, { headers: { accept: 'text/html' }, maxRedirects: 0 })
      expect([address, answer.status()]).toEqual([address, id.includes('%00') ? expect.any(Number) : 404])
      expect(answer.status(), address).toBeGreaterThanOrEqual(400)
      expect(answer.status(), address).toBeLessThan(500)
    }
})

test('an address that leads nowhere shows the masthead and the way home', async ({ page, alarm }) => {
  for (const address of ['/news/abc', '/news/2147483647', '/section/nowhere', '/a/page/that/never/was']) {
    alarm.expectRefusal(address, 404)
    await page.goto(address)
    await expectNothingHere(page)
  }
  await page.getByRole('link', { name: 'To the front page' }).click()
  await expect(page).toHaveURL('/')
})

test('every other form of an article’s address leads to the one, for good', once, async ({ request }) => {
  const { id, path } = await givenArticle()
  for (const address of [`/news/${id}`, `/n/${id}`, `/news/${id}/another-slug`, `${path}/`, `/news/${id}/`]) {
    const answer = await request.get(address, { maxRedirects: 0 })
    expect([address, answer.status()]).toEqual([address, 308])
    expect((await request.get(address)).url()).toMatch(new RegExp(`${path}$`))
  }
})

test('a withdrawn article says so with 410, a blocked one with 451, and both can come back', async ({
  page,
  alarm,
}) => {
  const { id, path, headline } = await givenArticle()
  const { body } = await givenPublished(await givenReader(), { id })
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  const said = {
    withdrawn: 'This article was withdrawn',
    blocked: 'This article is blocked for legal reasons',
  }
  for (const [state, status] of [
    ['withdrawn', 410],
    ['blocked', 451],
  ] as const) {
    await setState(id, state)
    await expect.poll(async () => (await page.request.get(path)).status(), soon).toBe(status)
    alarm.expectRefusal(path, status)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said[state])
    await expect(page.getByRole('banner').getByRole('link', { name: 'Tribune' })).toBeVisible()
    await expect(page.getByText(body)).toHaveCount(0)
    expect((await page.request.get(`/news/${id}`)).status()).toBe(status)
  }
  await setState(id, 'published')
  await expect.poll(async () => (await page.request.get(path)).text(), soon).toContain(body)
})
