import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeSmallDocument } from '@/documents/document'
import { emptyLaidFiles, openLaidFiles, pagesOf } from '@/documents/laid-out/files'
import { createLaidOut, type LaidOut, sharedHeaders } from '@/documents/laid-out/laid-out'
import { nginxInclude } from '@/documents/laid-out/nginx-include'
import { securityPolicies } from '@/documents/policy'
import type { Env } from '@/lib/env'
import { log } from './say'

const limits = { pages: 2000, bytes: 64 * 1024 * 1024 }

/**
 * Documents as files for nginx, and its configuration for them; undefined where none are wanted. The folder of the files
 * is named by what nginx says beside them: with a configuration from before it finds none.
 */
export async function openLaidOut(env: Env, secret: string): Promise<LaidOut | undefined> {
  const folder = env.NGINX_FILES_DIR
  if (folder === undefined || process.env.NODE_ENV !== 'production') return undefined
  const headers = headersOf(env)
  const edition = createHash('sha256').update(JSON.stringify(headers)).digest('hex').slice(0, 16)
  await writeInclude(folder, nginxInclude(pagesOf(join(folder, edition)), headers)).catch((error) =>
    log({ event: 'laying-out-failed', error: String(error) }),
  )
  const laidOut = createLaidOut({
    files: openLaidFiles(folder, edition),
    headers,
    secret,
    timeZone: env.SITE_TIMEZONE,
    limits: {
      pages: Math.ceil(limits.pages / env.WEB_CONCURRENCY),
      bytes: Math.ceil(limits.bytes / env.WEB_CONCURRENCY),
    },
    now: Date.now,
    log,
  })
  process.once('exit', laidOut.empty)
  return laidOut
}

/** Removes what lies there for nginx: nobody would hear that it is old. */
export async function emptyLaidOut({ NGINX_FILES_DIR }: Env): Promise<void> {
  if (NGINX_FILES_DIR !== undefined) await emptyLaidFiles(NGINX_FILES_DIR)
}

function headersOf({ SITE_URL, SITE_LANGUAGE }: Env) {
  const { document } = securityPolicies(SITE_URL, false)
  const page = makeSmallDocument({
    status: 200,
    html: '',
    headers: document,
    language: SITE_LANGUAGE,
    buildId: '',
  })
  return sharedHeaders(page.br)
}

async function writeInclude(folder: string, text: string): Promise<void> {
  const path = join(folder, 'nginx.conf')
  const before = await readFile(path, 'utf8').catch(() => undefined)
  if (before === text) return
  await mkdir(folder, { recursive: true })
  await writeFile(`${path}.${process.pid}`, text)
  await rename(`${path}.${process.pid}`, path)
  log({ event: 'nginx-include-written', path })
}
