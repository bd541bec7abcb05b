import { expect, test } from './fixtures'
import { givenArticle, givenComment } from './newsroom'

test('private pages are nobody else’s to keep, and only their own scripts run', async ({
  page: anonymous,
  signedIn,
  javaScriptEnabled,
}) => {
  const { page, reader } = await signedIn('moderator')
  const article = await givenArticle()
  const { id } = await givenComment(reader, article)
  const nonces = new Set<string>()
  const visits = [
    { page: anonymous, addresses: ['/sign-in', '/sign-up'] },
    {
      page,
      addresses: [
        '/account',
        '/account/comments',
        '/account/sessions',
        '/account/sanctions/1/appeal',
        `/comments/new?article=${article.id}`,
        `/comments/${id}/receipt`,
        `/comments/${id}/edit`,
        '/admin',
        '/admin/queue',
        '/admin/log',
        '/admin/appeals',
        `/comments/${id}/appeal`,
        '/admin/rules/reasons',
        '/admin/rules/house',
        `/admin/settings?article=${article.id}`,
        `/admin/comments/${id}`,
        `/admin/comments/${id}/redact`,
        '/admin/readers',
        `/admin/readers/${reader.id}`,
        '/sign-out',
      ],
    },
    {
      page: (await signedIn('editor')).page,
      addresses: [
        '/admin/pictures',
        '/admin/articles',
        `/admin/articles/${article.id}`,
        `/admin/articles/${article.id}/preview`,
        '/admin/front',
        '/admin/insights',
        '/admin/articles/errors',
        '/admin/sections',
        '/admin/tags',
        '/admin/authors',
        '/admin/pages/about',
        `/admin/articles/${article.id}/correct`,
        `/news/${article.id}/report-error`,
      ],
    },
  ]
  for (const { page, addresses } of visits)
    for (const address of addresses) {
      const answer = await page.goto(address, { waitUntil: javaScriptEnabled ? 'networkidle' : 'load' })
      const headers = (await answer?.allHeaders()) ?? {}
      expect([address, answer?.status(), headers['cache-control']]).toEqual([
        address,
        200,
        'private, no-store',
      ])
      const policy = headers['content-security-policy'] ?? ''
      const [, nonce = ''] = /script-src 'nonce-([^']{20,})' 'strict-dynamic';/.exec(policy) ?? []
      expect(nonce, address).not.toBe('')
      expect(policy, address).not.toContain('unsafe')
      nonces.add(nonce)
      const without = await page.evaluate(
        (nonce) =>
          [...document.scripts].filter((script) => script.nonce !== nonce && script.src === '').length,
        nonce,
      )
      expect([address, without]).toEqual([address, 0])
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    }
  expect(nonces.size).toBe(visits.flatMap(({ addresses }) => addresses).length)
})
