import type { Page } from '@playwright/test'
import { expect, once, test } from './fixtures'
import { givenArticle, givenComment } from './newsroom'
import { arrive } from './steps'

const banner = (page: Page) => page.getByRole('banner')

test('the masthead leads to one’s account, and with scripts it knows whose', async ({
  page,
  signedIn,
  javaScriptEnabled,
}) => {
  const article = await givenArticle()
  const { page: own, reader } = await signedIn()
  await arrive(page, article.path)
  await expect(banner(page).getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(banner(page).getByRole('link', { name: 'Account' })).toHaveCount(javaScriptEnabled ? 0 : 1)
  await own.goto(article.path)
  const account = javaScriptEnabled ? reader.name : 'Account'
  await expect(banner(own).getByRole('link', { name: 'Sign in' })).toHaveCount(javaScriptEnabled ? 0 : 1)
  await expect(banner(own).getByRole('link', { name: 'Desk' })).toHaveCount(0)
  await banner(own).getByRole('link', { name: account }).click()
  await expect(own.getByText(`Signed in as ${reader.name}`)).toBeVisible()
})

test(
  'what the site knows of a viewer is theirs alone, and nobody keeps it',
  once,
  async ({ request, signedIn }) => {
    const article = await givenArticle()
    const { request: asAuthor, reader } = await signedIn()
    const { id, body } = await givenComment(reader, article)
    const address = `/api/viewer?article=${article.id}`
    const nobody = await request.get(address)
    expect(nobody.headers()['cache-control']).toBe('private, no-store')
    expect(await nobody.json()).toMatchObject({ reader: null, article: null })
    const own = await asAuthor.get(address)
    expect(own.headers()['cache-control']).toBe('private, no-store')
    expect(await own.json()).toMatchObject({
      reader: { name: reader.name, role: 'reader', hasDesk: false },
      article: { comments: [{ id, parentId: null, state: 'held', isPublic: false }], votes: [] },
    })
    const other = (await signedIn('moderator')).request
    expect(await (await other.get(address)).text()).not.toContain(body)
    expect(await (await other.get(address)).json()).toMatchObject({ reader: { hasDesk: true } })
    for (const odd of ['x', '0', '2147483648', '', `${article.id}&article=1`])
      expect((await asAuthor.get(`/api/viewer?article=${odd}`)).status()).toBe(200)
  },
)
