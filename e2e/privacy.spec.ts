import { publicAddresses } from './addresses'
import { expect, test } from './fixtures'
import { givenArticle } from './newsroom'
import { arrive, postComment } from './steps'

test('no page asks anybody else for anything, or sets a cookie before somebody signs in or sends a text', async ({
  page,
  context,
  alarm,
  baseURL,
}) => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== baseURL)
      elsewhere.push(request.url())
  })
  const open = ['/sign-in', '/sign-up', '/search?q=ferry', '/privacy'].map((address) => ({
    address,
    status: 200,
  }))
  for (const { address, status } of [...(await publicAddresses()), ...open]) {
    if (status !== 200) alarm.expectRefusal(address, status)
    await page.goto(address)
    const links = await page
      .locator('link[href], script[src], img[src], source[srcset], iframe, object, embed')
      .evaluateAll((found) => found.flatMap((one) => one.outerHTML.match(/https?:\/\/[^"' ]+/g) ?? []))
    expect([
      address,
      links.filter((link) => new URL(link).origin !== baseURL && !link.includes('www.w3.org')),
    ]).toEqual([address, []])
    expect([address, await context.cookies()]).toEqual([address, []])
  }
  expect(elsewhere).toEqual([])

  await arrive(page, (await givenArticle()).path)
  await postComment(page, 'I was on the first ferry.')
  await expect(page).toHaveURL(/\/sign-in/)
  const [cookie, ...more] = await context.cookies()
  expect(more).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect((cookie?.expires ?? 0) * 1000 - Date.now()).toBeLessThanOrEqual(86_400_000)
})
