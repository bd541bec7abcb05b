import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { givenNewsroom } from './outage-newsroom'
import { startSite } from './site'
import { expectSoundPage } from './sound-page'

test('an article that cannot be drawn is a page that says so, without a fault and without a barrier', async () => {
  const { database, variables, other } = await givenNewsroom()
  const [, id] = /^\/news\/(\d+)\//.exec(other) ?? []
  // Nothing that the newsroom can do leads there; what was restored from elsewhere, or a fault of ours, might.
  await database.inside(async () => {
    await db().$executeRaw`alter table "ArticleVersion" disable trigger "ArticleVersion_immutable"`
    await db()
      .$executeRaw`update "ArticleVersion" set sources = '[{"nothing":"known"}]' where "articleId" = ${Number(id)}`
    await db().$executeRaw`alter table "ArticleVersion" enable trigger "ArticleVersion_immutable"`
  })
  const site = await startSite(variables)
  await expectSoundPage(new URL(other, site.origin).href, 500)
  site.signal('SIGTERM')
  expect(await site.ended).toEqual({ code: 0, signal: null })
})
