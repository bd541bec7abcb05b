import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenDecision, givenReader, oneOfAKind } from './newsroom'
import { arrive, commentBy, findInQueue } from './steps'

const attack = [
  '</p></article></textarea></title><script>alert(1)</script>',
  '<img src=x onerror="alert(2)"><svg onload=alert(3)><animate onbegin=alert(4)>',
  '<a href="javascript:alert(5)">press</a> javascript:alert(6) [press](javascript:alert(7))',
  `"onfocus="alert(8)" autofocus x='&lt;script&gt;' {{constructor}} \${alert(9)} <!--`,
].join('\n')

test('markup in a name or a comment is text, wherever it is shown', async ({ page, signedIn }) => {
  const article = await givenArticle()
  const author = await signedIn(
    await givenReader('reader', { name: `<b onclick=alert(1)>"Ana' ${oneOfAKind()}</b>` }),
  )
  const { id } = await givenComment(author.reader, article, { body: attack })

  await author.page.goto(`/comments/${id}/receipt`)
  await expectOnlyText(author.page)
  await author.page.goto(`/comments/${id}/edit`)
  await expect(author.page.getByRole('textbox', { name: 'Your comment' })).toHaveValue(attack)
  await author.page.goto('/account')
  await expect(author.page.getByText(`Signed in as ${author.reader.name}`)).toBeVisible()
  await expectOnlyText(author.page)

  const moderator = await signedIn('moderator')
  await findInQueue(moderator.page, author.reader)
  await expectOnlyText(moderator.page)
  await moderator.page.goto(`/admin/comments/${id}`)
  await expectOnlyText(moderator.page)
  await givenDecision(id)

  for (const address of [article.path, `/news/${article.id}/comments`, `/comments/${id}/replies`]) {
    await page.goto(address)
    await expect(commentBy(page, author.reader.name)).toBeVisible()
    await expectOnlyText(page)
    expect(await page.evaluate(() => document.querySelectorAll('script:not([data-island])').length)).toBe(
      address === article.path ? 1 : 0,
    )
  }
  const answer = await signedIn()
  await answer.page.goto(`/comments/new?article=${article.id}&parent=${id}`)
  await expectOnlyText(answer.page)
})

test('markup in a headline ends neither the title nor the data for machines', async ({ page }) => {
  const headline = `</title></script><script>alert(1)</script><!-- "${oneOfAKind()}" & 'co' \u2028 <svg onload=alert(2)>`
  const article = await givenArticle({ headline })
  await arrive(page, article.path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline.replace(/\s+/g, ' '))
  await expect(page).toHaveTitle(/<svg onload=alert\(2\)> · Tribune$/)
  const data = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script:not([data-island])')].map(({ type, text }) => ({
      type,
      text,
    })),
  )
  expect(data.map(({ type }) => type)).toEqual(['application/ld+json'])
  expect(JSON.parse(data[0]?.text ?? '')).toMatchObject({ '@type': 'NewsArticle', headline })
})

/** The attack stands there to read, and made no element. */
async function expectOnlyText(page: Page): Promise<void> {
  await expect(
    page.getByText('</p></article></textarea></title><script>alert(1)</script>').first(),
  ).toBeVisible()
  const made =
    'main :is(script:not([type]), svg, animate, b, img, [onerror], [onload], [onclick], [autofocus])'
  await expect(page.locator(made)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'press' })).toHaveCount(0)
  await expect(page.locator('[href^="javascript:" i]')).toHaveCount(0)
}
