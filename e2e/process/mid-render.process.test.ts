import pg from 'pg'
import { expect, test } from 'vitest'
import { withoutAnnouncements } from '@/lib/database/test-announcements'
import { givenModerator, readByDesk } from '@/lib/database/test-newsroom'
import { decide } from '@/lib/moderation/commands'
import type { Moderator } from '@/lib/readers/viewer'
import { newDataDir } from './data-dir'
import { ask, databaseOf, withDatabaseOf } from './running'
import { type Answer, sender } from './send'
import { givenSignedIn } from './session'
import { startSite } from './site'
import { until } from './until'

const words = 'What must not be read any more.'
// The demonstration's lead.
const articleId = 49401

test('a comment that is rejected while its page is being rendered is gone for the next readers, announced or not', async () => {
  const dataDir = await newDataDir('demonstration')
  const site = await startSite({ DATA_DIR: dataDir, RATE_LIMITS: 'off' })
  const send = sender(site.origin)
  const read = (path: string) => send({ path, patienceMs: 60_000 })

  for (const way of ['announced', 'lost']) {
    const [moderator, author] = await withDatabaseOf(dataDir, async () => [
      await givenModerator(),
      await givenSignedIn(dataDir, `Ana ${way}`),
    ])
    const json = { article: articleId, body: `${words} ${way}`, key: way }
    const posted = await send({ path: '/api/comments', cookie: author.cookie, json })
    const id = Number(/"id":(\d+)/.exec(posted.body)?.[1])
    await withDatabaseOf(dataDir, () => decideOn(id, moderator, { move: 'approve' }))
    const path = `/comments/${id}/replies`
    await until('the comment is public', async () => (await read(path)).body.includes(words), 20_000)

    // A branch reads its comments first, and then what they are about.
    const versions = await holdTable(dataDir, 'ArticleVersion')
    await ask(dataDir, 'select bump_topics($1)', [[`article:${articleId}`]])
    const early: Promise<Answer>[] = []
    await until(
      'a render that stands still',
      async () => {
        if ((await versions.waiting()) > 0) return true
        early.push(read(path))
        return false
      },
      20_000,
    )
    const url = await databaseOf(dataDir)
    const reject = () => decideOn(id, moderator, { move: 'reject', reason: 'spam' })
    await withDatabaseOf(dataDir, () => (way === 'lost' ? withoutAnnouncements(url, reject) : reject()))
    const late = read(path)
    await versions.release()
    const answers = await Promise.all(early)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(answers.at(-1)?.body, 'the render that was held had read the comment').toContain(words)
    await late

    const isGone = async () => !(await read(path)).body.includes(words)
    await until('it is gone', isGone, 10_000)
    for (let reader = 0; reader < 20; reader += 1) expect(await isGone()).toBe(true)
    expect((await read(`/news/${articleId}/comments`)).body).not.toContain(words)
  }
  send.close()
})

/** Decides in this process, as another machine would: the site learns of it by the announcement or not at all. */
async function decideOn(
  id: number,
  moderator: Moderator,
  how: { move: 'approve' } | { move: 'reject'; reason: 'spam' },
): Promise<void> {
  const decided = await decide(moderator, { ...(await readByDesk(id)), ...how }, new Date())
  if (!decided.ok) throw new Error(decided.error)
}

/** Keeps a table from everybody else, so that whoever reads it waits. */
async function holdTable(dataDir: string, table: string) {
  const client = new pg.Client({ connectionString: await databaseOf(dataDir) })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query(`lock table "${table}" in access exclusive mode`)
  return {
    waiting: async () => {
      const [row] = await ask<{ waiting: number }>(
        dataDir,
        `select count(*)::int as waiting from pg_stat_activity where application_name = 'tribune' and wait_event_type = 'Lock'`,
      )
      return row?.waiting ?? 0
    },
    release: async () => {
      await client.query('rollback')
      await client.end()
    },
  }
}
