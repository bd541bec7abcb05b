import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DiskTier, hasStandIns, openDiskTier } from '@/documents/disk/tier'
import type { Env } from '@/lib/env'
import { log } from './say'

/** The build that is served; `dev` where pages are made from the source as it lies there. */
export async function readBuildId(): Promise<string> {
  if (process.env.NODE_ENV !== 'production') return 'dev'
  return (await readFile(`${process.env.TRIBUNE_BUILD ?? '.next'}/BUILD_ID`, 'utf8')).trim()
}

/** Where this site keeps documents on disk; undefined where it keeps none: in development, or when told so. */
export async function openDisk(env: Env): Promise<DiskTier | undefined> {
  return keepsOnDisk(env) ? openDiskTier(await optionsOf(env)) : undefined
}

/** Whether there are documents of this very site and build that can be served while the database is away. */
export async function canStandIn(env: Env): Promise<boolean> {
  return keepsOnDisk(env) && hasStandIns(await optionsOf(env))
}

function keepsOnDisk({ DOCUMENTS_DISK_MB }: Env): boolean {
  return process.env.NODE_ENV === 'production' && DOCUMENTS_DISK_MB > 0
}

async function optionsOf(env: Env) {
  const { SITE_URL, SITE_NAME, SITE_LANGUAGE, SITE_TIMEZONE } = env
  return {
    folder: join(env.DATA_DIR, 'documents'),
    limitBytes: env.DOCUMENTS_DISK_MB * 1024 * 1024,
    edition: [await readBuildId(), SITE_URL.href, SITE_NAME, SITE_LANGUAGE, SITE_TIMEZONE],
    now: Date.now,
    log,
  }
}
