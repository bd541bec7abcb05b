import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { findRunningEmbedded } from '@/lib/database/join'
import { type Env, readEnv } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { openSession } from '@/lib/readers/commands'
import { shared } from '@/lib/shared'
import { siteVariables } from './site'

/** The site under test, seen from inside: its address and its open database. */
export type House = {
  url: string
  dataDir: string
  /** Opens a session for a reader, as signing in would, and gives the cookie that names it. */
  sessionCookie(readerId: number): Promise<{ name: string; value: string; url: string }>
  close(): Promise<void>
}

export const sessionCookieName = 'tribune.session'

/** Enters the site that global-setup.ts started. From then on lib's queries and commands work in this process. */
export async function enterHouse(): Promise<House> {
  const { JOURNEYS_URL: url = '', JOURNEYS_DATA_DIR: dataDir = '' } = process.env
  shared().env = settingsOf(dataDir, Number(new URL(url).port))
  const database = await findRunningEmbedded(dataDir)
  if (!database) throw new Error(`no database runs in ${dataDir}`)
  const db = openDatabase(database.url, 3)
  const secret = (await readFile(join(dataDir, 'auth-secret'), 'utf8')).trim()
  return {
    url,
    dataDir,
    async sessionCookie(readerId) {
      const sid = await openSession(readerId, new Date())
      const value = await encode({ token: { sid, rid: readerId }, secret, salt: sessionCookieName })
      return { name: sessionCookieName, value, url }
    },
    close: () => db.$disconnect(),
  }
}

function settingsOf(dataDir: string, port: number): Env {
  const read = readEnv(siteVariables(dataDir, port))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.value
}
