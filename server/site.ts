import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import next from 'next'
import { connectVersions } from '@/documents/listener'
import { createPictures } from '@/documents/pictures'
import { createPurge } from '@/documents/purge'
import { createDocuments, type Documents } from '@/documents/serve'
import { startSchedule } from '@/jobs/run'
import { picturesFolder } from '@/lib/articles/pictures'
import { openDatabase } from '@/lib/db'
import type { Env } from '@/lib/env'
import { shared } from '@/lib/shared'
import { errorWords } from '@/messages/error-words'
import type { Surroundings } from './messages'
import { log } from './say'

export type Site = { documents: Documents; close(): Promise<void> }

/** Everything that answers requests of `server`, ready to begin: the database's pool, Next, topics, documents. */
export async function openSite(
  server: Server,
  given: Env,
  { url, directUrl, named, connections, authSecret }: Surroundings,
  runsJobs: boolean,
): Promise<Site> {
  const dev = process.env.NODE_ENV !== 'production'
  const env = { ...given, AUTH_SECRET: authSecret }
  shared().env = env
  // next-auth would otherwise guess its address from what a request claims.
  Object.assign(process.env, { AUTH_URL: env.SITE_URL.href, AUTH_TRUST_HOST: 'true' })
  const db = openDatabase(url, connections, named)

  const app = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer: server })
  await app.prepare()
  const nextHandler = app.getRequestHandler()
  const { PURGE_URL, PURGE_MAX_AGE } = env
  const purge =
    PURGE_URL &&
    createPurge({ url: PURGE_URL, maxAge: PURGE_MAX_AGE, secret: authSecret, now: Date.now, log })
  const versions = await connectVersions({
    connection: () => ({ connectionString: directUrl }),
    now: Date.now,
    log,
    ...(purge ? { heard: purge.announce } : {}),
  })
  shared().hearNow = () => versions.hearNow()
  const documents = createDocuments({
    next: nextHandler,
    dev: dev && !process.argv.includes('--documents') ? 'live' : 'off',
    buildId: dev ? 'dev' : await readBuildId(),
    siteUrl: env.SITE_URL,
    timeZone: env.SITE_TIMEZONE,
    language: env.SITE_LANGUAGE,
    versions,
    errorText: errorWords,
    assets: createPictures(picturesFolder(env.DATA_DIR), nextHandler),
    trustedProxies: env.TRUSTED_PROXIES,
    purging: purge,
    now: Date.now,
    log,
  })
  documents.serve(server)
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  await documents.ready
  const stopSchedule = runsJobs ? startSchedule(log) : () => undefined

  return {
    documents,
    async close() {
      stopSchedule()
      await documents.close()
      await versions.close()
      await purge?.close()
      await db.$disconnect()
    },
  }
}

async function readBuildId(): Promise<string> {
  return (await readFile(`${process.env.TRIBUNE_BUILD ?? '.next'}/BUILD_ID`, 'utf8')).trim()
}
