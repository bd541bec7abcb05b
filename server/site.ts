import type { Server } from 'node:http'
import next from 'next'
import { connectVersions } from '@/documents/listener'
import { createPictures } from '@/documents/pictures'
import { createDocuments, type Documents } from '@/documents/serve'
import { startSchedule } from '@/jobs/run'
import { picturesFolder } from '@/lib/articles/pictures'
import { askDatabase } from '@/lib/database/ask'
import { watchPresence } from '@/lib/database/presence'
import { openDatabase } from '@/lib/db'
import type { Env } from '@/lib/env'
import { shared } from '@/lib/shared'
import { errorWords, givenBackWords } from '@/messages/error-words'
import { openDisk, readBuildId } from './disk'
import type { Surroundings } from './messages'
import { log } from './say'

export type Site = {
  documents: Documents
  /** From here on the database is as this Tribune needs it. */
  useDatabase(): void
  close(): Promise<void>
}

/** Everything that answers requests of `server`, ready to begin: the database's pool, Next, topics, documents. */
export async function openSite(
  server: Server,
  given: Env,
  { url, directUrl, named, connections, authSecret, settled }: Surroundings,
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
  const disk = await openDisk(env)
  let isSettled = settled
  const presence = watchPresence({
    startsAway: !settled,
    async ask() {
      if (!isSettled) throw notSettled()
      await askDatabase(url)
    },
    log,
  })
  const versions = await connectVersions({
    connection() {
      if (!isSettled) throw notSettled()
      return { connectionString: directUrl }
    },
    ...(disk === undefined ? {} : { heard: disk.heard }),
    presence,
    now: Date.now,
    log,
  })
  shared().hearNow = () => versions.hearNow()
  const documents = createDocuments({
    next: nextHandler,
    dev: dev && !process.argv.includes('--documents') ? 'live' : 'off',
    buildId: await readBuildId(),
    siteUrl: env.SITE_URL,
    timeZone: env.SITE_TIMEZONE,
    language: env.SITE_LANGUAGE,
    versions,
    presence,
    ...(disk === undefined ? {} : { disk }),
    errorText: errorWords,
    givenBack: givenBackWords(),
    assets: createPictures(picturesFolder(env.DATA_DIR), nextHandler),
    trustedProxies: env.TRUSTED_PROXIES,
    now: Date.now,
    log,
  })
  documents.serve(server)
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  await documents.ready
  const stopSchedule = runsJobs ? startSchedule(log) : () => undefined

  return {
    documents,
    useDatabase() {
      isSettled = true
    },
    async close() {
      stopSchedule()
      presence.close()
      await documents.close()
      await disk?.close()
      await versions.close()
      await db.$disconnect()
    },
  }
}

function notSettled(): Error {
  return new Error('the database has not been brought up to date yet')
}
