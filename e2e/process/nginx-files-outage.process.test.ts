import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '@/lib/database/free-port'
import {
  givenApproved,
  givenArticle,
  givenModerator,
  givenReader,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { decide } from '@/lib/moderation/commands'
import { hasNginx, startNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { newDataDir } from './data-dir'
import { externalDatabase } from './external-database'
import { startSite } from './site'
import { laidIn } from './site-with-files'
import { until } from './until'

const comment = 'This comment is to be removed'
const present = hasNginx()

describe.skipIf(!present)('documents as files for nginx, when the database', () => {
  test('is not heard any more, go, until the application has heard what changed', async () => {
    const { database, site, nginx, folder, path, removeComment } = await given()
    await until('it is a file', async () => (await get()).how.includes('detail=file'), 15_000)
    expect((await get()).text).toContain(comment)

    database.hang()
    await until('nothing lies there', async () => (await laidIn(folder)).length === 0, 12_000)
    const marked = await until(
      'it is marked',
      async () => {
        const answer = await get()
        return answer.how.includes('detail=outage') && answer
      },
      12_000,
    )
    expect(marked.text).toContain(comment)
    expect(await laidIn(folder)).toEqual([])

    await removeComment()
    await database.open()
    const back = await until(
      'it is a file again',
      async () => {
        const answer = await get()
        return answer.how.includes('detail=file') && answer
      },
      20_000,
    )
    expect(back.text).not.toContain(comment)
    site.signal('SIGTERM')
    expect(await site.ended).toEqual({ code: 0, signal: null })
    expect(await laidIn(folder)).toEqual([])

    async function get() {
      const answer = await askPlainly(nginx.origin + path, { headers: { 'accept-encoding': 'gzip' } })
      expect(answer.status).toBe(200)
      return { text: gunzipSync(answer.body).toString(), how: String(answer.headers['cache-status']) }
    }
  })
})

async function given() {
  const database = await externalDatabase()
  onTestFinished(() => database.end())
  const made = await database.inside(async () => {
    const { id: articleId } = await givenArticle()
    const moderator = await givenModerator()
    const { id } = await givenApproved(await givenReader(), moderator, { articleId, body: comment })
    return { articleId, moderator, id }
  })
  const port = await freePort()
  const nginx = await startNginx({ apps: [port] })
  onTestFinished(() => nginx.stop())
  const dataDir = await newDataDir()
  const folder = join(dataDir, 'for-nginx')
  const site = await startSite({
    DATA_DIR: dataDir,
    NGINX_FILES_DIR: folder,
    PORT: String(port),
    TRUSTED_PROXIES: '127.0.0.1',
    DATABASE_URL: database.url,
    AUTH_SECRET: 'a secret of thirty-two signs or more',
    ADMIN_EMAIL: 'ines@example.org',
    ADMIN_PASSWORD: 'seven quiet lanterns',
  })
  await nginx.serveFiles(join(folder, 'nginx.conf'))
  return {
    database,
    site,
    nginx,
    folder,
    path: `/news/${made.articleId}/a-bridge-is-built`,
    removeComment: () =>
      database.inside(async () => {
        const move = { ...(await readByDesk(made.id)), move: 'reject', reason: 'off-topic' } as const
        const decided = await decide(made.moderator, move, new Date())
        if (!decided.ok) throw new Error(decided.error)
      }),
  }
}
