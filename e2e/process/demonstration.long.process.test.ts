import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { newDataDir } from './data-dir'
import { ask } from './running'
import { launchSite, type Site, startSite, type Variables } from './site'
import { until } from './until'

test('a demonstration whose loading is killed twice is completed by the next start, as if undisturbed', async () => {
  const undisturbed = await givenVariables()
  const calm = await startSite(undisturbed)
  const expected = await newsroomIn(undisturbed.DATA_DIR)
  await end(calm)
  expect(expected.articles.filter((id) => id < 49_401 || id > 49_433)).toEqual([])
  expect(expected.articles.length).toBeGreaterThanOrEqual(24)
  expect(expected.comments.length).toBeGreaterThan(50)

  const variables = await givenVariables()
  await killWhen(variables, `select id from "Article" where id >= 49415`)
  await killWhen(variables, `select id from "Comment" where id >= 40`)
  const site = await startSite(variables)
  expect(await newsroomIn(variables.DATA_DIR)).toEqual(expected)
  expect(await readdir(variables.DATA_DIR)).not.toContain('demonstration-loading')
  await end(site)
})

async function givenVariables(): Promise<Variables & { DATA_DIR: string }> {
  const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }
  return { DATA_DIR: await newDataDir(), ...administrator }
}

/** Begins a start and kills its web process as soon as the query finds something. */
async function killWhen(variables: Variables & { DATA_DIR: string }, query: string): Promise<void> {
  const site = await launchSite(variables)
  // Before the tables are there nothing can be asked.
  const found = () =>
    ask(variables.DATA_DIR, query).then(
      (rows) => rows.length > 0,
      () => false,
    )
  await until('the moment to kill', found, 60_000)
  expect(site.said()).not.toContain('Loading the demonstration')
  site.signal('SIGKILL')
  await site.ended
}

/** Everything the demonstration made, without what differs between two loads: ids of rows and the time of day. */
async function newsroomIn(dataDir: string) {
  const articles = await ask<{ id: number }>(dataDir, 'select id from "Article" order by id')
  const comments = await ask<{ line: string }>(
    dataDir,
    `select concat_ws(' | ', c."articleId", r.email, c.state, c.depth, v.source, p.source,
       (select string_agg(d.rule || ' to ' || d."toState", ', ' order by d.number) from "Decision" d where d."commentId" = c.id)) as line
     from "Comment" c join "Reader" r on r.id = c."authorId" join "Revision" v on v.id = c."currentRevisionId"
     left join "Comment" q on q.id = c."parentId" left join "Revision" p on p.id = q."currentRevisionId" order by 1`,
  )
  const counts = await ask(
    dataDir,
    `select (select count(*) from "ArticleVersion") as versions, (select count(*) from "Revision") as revisions,
       (select count(*) from "Byline") as bylines, (select count(*) from "Picture") as pictures,
       (select count(*) from "Reader") as readers, (select count(*) from "Outbox") as outbox,
       (select sum("publicCommentCount") from "Article") as public, (select sum("heldCommentCount") from "Article") as held`,
  )
  return { articles: articles.map(({ id }) => id), comments: comments.map(({ line }) => line), counts }
}

async function end(site: Site): Promise<void> {
  site.signal('SIGTERM')
  await site.ended
}
