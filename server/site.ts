import { createServer, type Server } from 'node:http'
import { dirname } from 'node:path'
import next from 'next'
import { createAssets } from '@/documents/assets'
import { connectVersions } from '@/documents/listener'
import { createLiveIslands } from '@/documents/live-islands'
import { createNobody } from '@/documents/nobody'
import { createPurge } from '@/documents/purge'
import { createDocuments, type Documents } from '@/documents/serve'
import { startSchedule } from '@/jobs/run'
import { forgetReaders, recordReads, saltOfDay } from '@/lib/articles/commands-reads'
import { recordExposure } from '@/lib/comments/commands-exposure'
import { listTalkEvents, newestTalkMark } from '@/lib/comments/queries-talk-events'
import { askDatabase } from '@/lib/database/ask'
import { watchPresence } from '@/lib/database/presence'
import type { Env } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { sessionCookieName } from '@/lib/session-cookie'
import { shared } from '@/lib/shared'
import { dateIn } from '@/lib/site-time'
import { errorWords, givenBackWords } from '@/messages/error-words'
import { openDisk, readBuildId } from './disk'
import { createExposure } from './exposure'
import { openLaidOut } from './laid-out'
import type { Surroundings } from './messages'
import { openPictures } from './pictures'
import { preloadForReaders } from './preloading'
import { createReads } from './reads'
import { log } from './say'
import { noteServing } from './serving-note'
import { createTalkStreams } from './talk-streams'

export type Site = {
  documents: Documents
  /** From here on the database is as this Tribune needs it. */
  useDatabase(): void
  /** What can wait until readers are served. */
  settle(): void
  /** Streams end, every answer from here on ends its connection, and idle ones are closed after `lingerMs`. */
  drain(lingerMs: number): void
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

  const build = process.env.TRIBUNE_BUILD ?? '.next'
  if (!dev) await noteServing(build, process.pid)
  // Next takes over what asks to upgrade, for hot reload. Readers' requests that ask for it are answered as ever.
  const httpServer = dev ? server : createServer()
  const app = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer })
  await app.prepare()
  if (!dev) await preloadForReaders(build, log)
  const nextHandler = app.getRequestHandler()
  const disk = await openDisk(env)
  const laidOut = await openLaidOut(env, authSecret)
  let isSettled = settled
  const presence = watchPresence({
    startsAway: !settled,
    async ask() {
      if (!isSettled) throw notSettled()
      await askDatabase(url)
    },
    log,
  })
  const { PURGE_URL, PURGE_MAX_AGE } = env
  const purge = PURGE_URL
    ? createPurge({ url: PURGE_URL, maxAge: PURGE_MAX_AGE, secret: authSecret, now: Date.now, log })
    : undefined
  const reads = createReads({
    store: { salt: saltOfDay, record: recordReads, forget: forgetReaders },
    dayOf: (instant) => dateIn(new Date(instant), env.SITE_TIMEZONE),
    now: Date.now,
    log,
  })
  const exposure = createExposure({
    read: reads.note,
    next: createNobody(nextHandler, sessionCookieName(env.SITE_URL), Date.now),
    store: (articleId, counts) => recordExposure(articleId, counts, new Date()),
    secret: authSecret,
    log,
  })
  const talk = createTalkStreams({
    next: exposure.handle,
    newest: (articleId) => newestTalkMark(articleId, new Date()),
    read: listTalkEvents,
    now: Date.now,
    random: Math.random,
    log,
  })
  const versions = await connectVersions({
    connection() {
      if (!isSettled) throw notSettled()
      return { connectionString: directUrl }
    },
    ...(disk === undefined ? {} : { heard: disk.heard }),
    moved(changes) {
      laidOut?.moved(changes)
      talk.moved(changes)
      purge?.announce(changes)
    },
    presence,
    now: Date.now,
    log,
  })
  laidOut?.watch(versions)
  shared().hearNow = () => versions.hearNow()
  shared().hear = versions.hear
  const ownFiles = () =>
    createAssets({ build, builds: dirname(build), publicFolder: 'public', now: Date.now })
  const pictures = openPictures(
    env,
    authSecret,
    dev ? createLiveIslands('.next/islands', nextHandler) : await ownFiles(),
  )
  const documents = createDocuments({
    next: talk.handle,
    dev: dev && !process.argv.includes('--documents') ? 'live' : 'off',
    buildId: await readBuildId(),
    siteUrl: env.SITE_URL,
    timeZone: env.SITE_TIMEZONE,
    language: env.SITE_LANGUAGE,
    versions,
    presence,
    ...(disk === undefined ? {} : { disk }),
    ...(laidOut === undefined ? {} : { laidOut }),
    errorText: errorWords,
    givenBack: givenBackWords(),
    assets: pictures.handle,
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
    useDatabase() {
      isSettled = true
    },
    settle() {
      if (runsJobs) void pictures.warm()
    },
    drain(lingerMs) {
      talk.close()
      documents.drain(lingerMs)
    },
    async close() {
      stopSchedule()
      pictures.close()
      presence.close()
      await laidOut?.close()
      await documents.close()
      await exposure.close()
      await reads.close()
      await disk?.close()
      await versions.close()
      await purge?.close()
      await db.$disconnect()
    },
  }
}

function notSettled(): Error {
  return new Error('the database has not been brought up to date yet')
}
