import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll } from 'vitest'
import { freePort } from '@/lib/database/free-port'
import { startNginx } from '../nginx'
import type { PlainAnswer } from './ask-plainly'
import { newDataDir } from './data-dir'
import { type Front, openFront } from './front'
import { startSite } from './site'
import { until } from './until'

const administrator = { email: 'ines@example.org', password: 'seven quiet lanterns' }

/** What nginx says of an answer that was a file. */
export const fromFile = 'nginx; hit; detail=file'

/** A site that lays its documents out for the nginx in front of it, for all the tests around. */
export function siteWithFiles(workers: number) {
  let held: Awaited<ReturnType<typeof start>> | undefined

  beforeAll(async () => {
    held = await start(workers)
  }, 300_000)
  afterAll(async () => {
    held?.site.signal('SIGTERM')
    await held?.site.ended
    await held?.nginx.stop()
  })

  return {
    now() {
      if (held === undefined) throw new Error('the site has not been started')
      return held
    },
    async startAgain() {
      if (held !== undefined) held.site = await startSite(held.variables)
    },
  }
}

async function start(workers: number) {
  const port = await freePort()
  const nginx = await startNginx({ apps: [port], workers })
  const certificate = await readFile(nginx.certificate)
  const dataDir = await newDataDir('demonstration')
  const folder = join(dataDir, 'for-nginx')
  const variables = {
    DATA_DIR: dataDir,
    NGINX_FILES_DIR: folder,
    PORT: String(port),
    SITE_URL: `https://localhost:${new URL(nginx.httpsOrigin).port}`,
    TRUSTED_PROXIES: '127.0.0.1',
    WEB_CONCURRENCY: String(workers),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  }
  const site = await startSite(variables)
  await nginx.serveFiles(join(folder, 'nginx.conf'))
  const front = openFront({ origin: nginx.httpsOrigin, certificate, dataDir, cookieName: '__Host-' })
  const desk = await front.signIn(administrator)
  const [, article] = await front.articles()
  // It shows all of the few comments there are.
  const path = String((await front.get(`/news/${article}`)).headers.location)
  return { nginx, site, folder, variables, front, desk, path }
}

export const asBrowsers = { 'accept-encoding': 'gzip, deflate, br' }
export const asGzip = { 'accept-encoding': 'gzip' }

export function untilFile(
  front: Front,
  path: string,
  headers: Record<string, string> = asBrowsers,
): Promise<PlainAnswer> {
  return until(
    `${path} is a file`,
    async () => {
      const answer = await front.get(path, headers)
      return answer.headers['cache-status'] === fromFile && answer
    },
    15_000,
  )
}

/** The files that lie in a folder for nginx. */
export async function laidIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => /^[0-9a-f]{16}\/pages\/.*\.(?:br|gzip)$/.test(name)).sort()
}

/** Of an answer in gzip. */
export function shows({ body }: PlainAnswer, words: string): boolean {
  return gunzipSync(body).includes(words)
}
