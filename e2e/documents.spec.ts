import { publicAddresses } from './addresses'
import { expect, test } from './fixtures'

test('public pages are documents: no script of a framework, nothing inline, nothing about the reader', async ({
  signedIn,
  alarm,
}) => {
  const { page, reader } = await signedIn()
  for (const { address, status } of await publicAddresses()) {
    if (status !== 200) alarm.expectRefusal(address, status)
    const answer = await page.goto(address)
    expect([address, answer?.status()]).toEqual([address, status])
    const headers = await answer?.allHeaders()
    expect(headers, address).not.toHaveProperty('set-cookie')
    expect(headers?.vary, address).toBe('Accept-Encoding')
    const policy = headers?.['content-security-policy'] ?? ''
    expect(policy, address).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
    expect(policy, address).not.toMatch(/unsafe|nonce-/)
    expect(await answer?.text(), address).not.toContain(reader.name)

    const { scripts, styled, handlers, preloads } = await page.evaluate(() => ({
      scripts: [...document.scripts]
        .filter((script) => script.type !== 'application/ld+json' && !script.matches('[src][data-island]'))
        .map((script) => script.outerHTML),
      styled: document.querySelectorAll('[style], style').length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      preloads: document.querySelectorAll('link[as=script], link[rel=modulepreload]').length,
    }))
    expect([address, scripts, styled, handlers, preloads]).toEqual([address, [], 0, [], 0])
    await expect(page.getByRole('banner').getByRole('link', { name: 'Tribune' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  }
})

test('a document is the same bytes for everyone, signed in or not', async ({ request, signedIn }) => {
  const { request: asModerator } = await signedIn('moderator')
  for (const { address } of await publicAddresses()) {
    // Other journeys publish meanwhile: what counts is a page that stood still around the moderator's look at it.
    await expect(async () => {
      const before = await request.get(address)
      const moderator = await asModerator.get(address)
      const after = await request.get(address)
      expect(after.headers().etag, address).toBe(before.headers().etag)
      expect(moderator.headers().etag, address).toBe(before.headers().etag)
      expect(await moderator.text(), address).toBe(await before.text())
    }).toPass({ timeout: 10_000 })
  }
})
