import type { APIRequestContext } from '@playwright/test'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { publicAddresses } from './addresses'
import { expect, test } from './fixtures'
import { givenAppeal, givenArticle, givenComment, givenDecision, givenReader } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'no script takes part in it')

// All of html-validate's rules, but for what is taste, not HTML.
const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      // React writes void elements and attributes as it likes.
      'void-style': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'attr-case': 'off',
      'no-implicit-input-type': 'off',
      // What HTML says of an id, and not what CSS finds easy.
      'valid-id': ['error', { relaxed: true }],
      // Lines are as long as what is said in them.
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
    },
  }),
)

test('every public page is HTML without a fault', async ({ request }) => {
  for (const { address, status } of await publicAddresses()) await expectSound(request, address, status)
})

test('so is every page of a reader', async ({ signedIn, request }) => {
  const { request: asReader, reader } = await signedIn()
  const article = await givenArticle()
  const { id } = await givenComment(reader, article)
  const refused = await givenComment(reader, article)
  await givenDecision(refused.id, 'spam')
  const appealed = await givenAppeal(reader)
  for (const address of ['/sign-in', '/sign-up', `/comments/new?article=${article.id}`])
    await expectSound(request, address)
  for (const address of [
    ...[
      '/account',
      '/account/sessions',
      '/account/comments',
      '/account/privacy',
      '/account/saved',
      '/account/muted',
      '/sign-out',
    ],
    ...['receipt', 'edit', 'delete'].map((verb) => `/comments/${id}/${verb}`),
    ...[
      `/comments/${refused.id}/receipt`,
      `/comments/${refused.id}/appeal`,
      `/comments/${appealed.id}/receipt`,
    ],
    `/comments/new?article=${article.id}`,
  ])
    await expectSound(asReader, address)
})

test('and so is the desk', async ({ signedIn }) => {
  const { request, reader } = await signedIn('editor')
  const author = await givenReader()
  const article = await givenArticle()
  const { id } = await givenComment(author, article)
  await givenAppeal(author)
  for (const address of [
    ...['/admin', '/admin/queue', '/admin/log', '/admin/appeals', '/admin/rules', '/admin/rules?begin=words'],
    ...[
      '/admin/rules/reasons',
      '/admin/rules/house',
      '/admin/readers',
      `/admin/readers/${author.id}`,
      `/admin/readers/${reader.id}`,
    ],
    ...[`/admin/settings?article=${article.id}`, `/admin/comments/${id}`, `/admin/comments/${id}/redact`],
    ...['/admin/sections', '/admin/tags', '/admin/authors', '/admin/pages', '/admin/articles/errors'],
    ...['/admin/front', '/admin/front?find=1&words=the', '/admin/insights'],
    ...['/admin/articles', `/admin/articles/${article.id}`, `/admin/articles/${article.id}/preview`],
  ])
    await expectSound(request, address)
})

async function expectSound(request: APIRequestContext, address: string, status = 200): Promise<void> {
  const answer = await request.get(address)
  expect([address, answer.status()]).toEqual([address, status])
  const report = await validator.validateString(await answer.text())
  const faults = report.results.flatMap(({ messages }) =>
    messages.filter(isSeen).map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
  expect.soft([address, [...new Set(faults)]]).toEqual([address, []])
}

/** What stands in a template has its words once it is taken out. */
function isSeen({ ruleId, selector }: { ruleId: string; selector: string | null }): boolean {
  return !(ruleId === 'text-content' && selector?.includes('template'))
}
