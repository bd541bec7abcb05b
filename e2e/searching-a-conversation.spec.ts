import { expect, test } from './fixtures'
import { givenArticle, givenPublished, givenReader } from './newsroom'
import { arrive, commentBy } from './steps'

test('a reader finds words in a conversation, sees them marked, and follows one to its place', async ({
  page,
}) => {
  const article = await givenArticle()
  const [ana, ben] = [await givenReader(), await givenReader()]
  const root = await givenPublished(ana, article, { body: 'The **ferry** was late, and nobody said why.' })
  await givenPublished(ben, article, { body: 'A <b>Ferry</b> & a bridge.', parentId: root.id })
  await givenPublished(ben, article, { body: 'Nothing of the kind.' })

  await arrive(page, article.path)
  const search = page.locator('#talk').getByRole('search')
  await search.getByRole('searchbox', { name: 'Search this conversation' }).fill('FERRY')
  await search.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/comments\?q=FERRY$/)
  await expect(page.getByText('2 comments have these words, the newest first.')).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Search this conversation' })).toHaveValue('FERRY')
  const found = page.getByRole('article')
  await expect(found).toHaveCount(2)
  await expect(found.first()).toContainText('A <b>Ferry</b> & a bridge.')
  await expect(page.locator('mark')).toHaveText(['Ferry', 'ferry'])

  await found.last().getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`#comment-${root.id}$`))
  await expect(commentBy(page, ana.name)).toBeVisible()
})

test('A1 and A2: neither what is searched for nor what is found becomes markup', async ({ page }) => {
  const article = await givenArticle()
  const evil = `"><img src=x onerror=alert(1)> ferry '"</script><script>alert(2)</script>`
  await givenPublished(await givenReader(), article, { body: evil })
  await page.goto(`/news/${article.id}/comments?${new URLSearchParams({ q: 'alert ferry </script>' })}`)
  await expect(page.getByRole('article')).toContainText('<img src=x onerror=alert(1)> ferry')
  await page.goto(`/news/${article.id}/comments?${new URLSearchParams({ q: evil.slice(0, 100) })}`)
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.locator('main img, main script')).toHaveCount(0)
})

test('a search that finds nothing says so; one that is none shows the conversation', async ({ page }) => {
  const article = await givenArticle()
  const { id } = await givenPublished(await givenReader(), article)
  await page.goto(`/news/${article.id}/comments?q=${encodeURIComponent('"zeppelin')}`)
  await expect(page.getByText('No comment has these words.')).toBeVisible()
  for (const none of ['', '%00', '%20', '-']) {
    await page.goto(`/news/${article.id}/comments?q=${none}`)
    await expect(page.locator(`#comment-${id}`)).toBeVisible()
  }
})
