import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { liveliestArticle } from './addresses'
import { expect, test } from './fixtures'
import {
  givenAppeal,
  givenArticle,
  givenComment,
  givenDecision,
  givenPublished,
  givenReader,
} from './newsroom'
import { arrive, commentBy, postComment } from './steps'

/** In the dark only the colours differ. */
const rules = { light: undefined, dark: ['color-contrast'] }
/** They come from the tokens, whose contrast is computed (app/contrast.test.ts): of pages nobody reads news on once more only at length. */
const isAllInTheDark = process.env.TRIBUNE_LONG === '1'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'the examination itself is a script')

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('readers’ pages have no barrier that a machine can find', async ({ page, alarm }) => {
      const { id, path } = await liveliestArticle()
      for (const address of [
        '/',
        path,
        `/news/${id}/comments`,
        `/news/${id}/comments?q=the`,
        '/section/world',
        '/rules',
        '/sign-in',
        '/sign-up',
      ])
        await examine(page, colorScheme, address)
      alarm.expectRefusal('/no/such/page', 404)
      await examine(page, colorScheme, '/no/such/page')
    })

    if (colorScheme === 'dark' && !isAllInTheDark) return

    test('a writer’s pages have no barrier that a machine can find', async ({ signedIn }) => {
      const { page, reader } = await signedIn()
      const article = await givenArticle()
      const { id } = await givenComment(reader, article)
      const refused = await givenComment(reader, article)
      await givenDecision(refused.id, 'spam')
      const appealed = await givenAppeal(reader)
      for (const address of [
        '/account',
        '/account/sessions',
        `/comments/${id}/receipt`,
        `/comments/${id}/edit`,
        `/comments/${refused.id}/receipt`,
        `/comments/${refused.id}/appeal`,
        `/comments/${appealed.id}/receipt`,
      ])
        await examine(page, colorScheme, address)
      await page.goto(`/comments/new?article=${article.id}`)
      await examine(page, colorScheme)
      await postComment(page, 'a'.repeat(5_001))
      await examine(page, colorScheme)
    })

    test('a conversation at work has no barrier that a machine can find', async ({ signedIn }) => {
      const { page, reader } = await signedIn()
      const article = await givenArticle()
      const author = await givenReader()
      await givenPublished(author, article)
      await arrive(page, article.path)
      await postComment(page, 'A thought.')
      await expect(commentBy(page, reader.name)).toContainText('Waiting for review')
      await commentBy(page, author.name).getByRole('link', { name: 'Reply' }).click()
      await postComment(page, 'a'.repeat(5_001))
      await expect(page.getByRole('alert')).toBeVisible()
      await examine(page, colorScheme)
    })

    test('the queues of the desk have no barrier that a machine can find', async ({ signedIn }) => {
      const { page } = await signedIn('editor')
      const { id } = await givenComment(await givenReader(), await givenArticle())
      for (const address of ['/admin', '/admin/queue?rule=newcomer', '/admin/queue?queue=new'])
        await examine(page, colorScheme, address)
      await page.goto('/admin/queue')
      await page.getByRole('button', { name: 'Keys', exact: true }).click()
      await examine(page, colorScheme)
      await examine(page, colorScheme, `/admin/comments/${id}`)
      await page.getByRole('link', { name: 'Take something out of it' }).click()
      await examine(page, colorScheme)
    })

    test('the log, the rules and the appeals have no barrier that a machine can find', async ({
      signedIn,
    }) => {
      const { page } = await signedIn('editor')
      await givenAppeal(await givenReader())
      const addresses = [
        ...[
          '/admin/log',
          '/admin/log?comment=x',
          '/admin/appeals',
          '/admin/rules/reasons',
          '/admin/rules/house',
          '/admin/pictures',
        ],
        '/admin/rules?begin=words',
      ]
      for (const address of addresses) await examine(page, colorScheme, address)
    })

    test('the settings have no barrier that a machine can find', async ({ signedIn }) => {
      const { page } = await signedIn('editor')
      await examine(page, colorScheme, `/admin/settings?article=${(await givenArticle()).id}`)
    })

    test('articles, corrections, sections, pages, the front and what is read have no barrier that a machine can find', async ({
      signedIn,
    }) => {
      const { page } = await signedIn('editor')
      const { id } = await givenArticle()
      const addresses = [
        ...['/admin/articles', `/admin/articles/${id}`, `/admin/articles/${id}/preview`],
        ...[`/admin/articles/${id}/correct`, '/admin/articles/errors', '/admin/sections', '/admin/tags'],
        ...['/admin/authors', '/admin/pages', '/admin/pages/rules', `/news/${id}/report-error`],
        ...['/admin/front', '/admin/insights'],
      ]
      for (const address of addresses) await examine(page, colorScheme, address)
    })

    test('readers’ files have no barrier that a machine can find', async ({ signedIn }) => {
      const { page } = await signedIn('editor')
      await examine(page, colorScheme, '/admin/readers')
      await page.getByRole('list').getByRole('link').nth(-1).click()
      for (const folded of ['Lay a sanction on them', 'Write a note', 'Write to them'])
        await page.getByText(folded).click()
      await examine(page, colorScheme)
    })
  })
}

async function examine(page: Page, scheme: keyof typeof rules, address?: string): Promise<void> {
  if (address) await page.goto(address)
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules[scheme] ? axe.withRules(rules[scheme]) : axe).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect([page.url(), found]).toEqual([page.url(), []])
}
