import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const shortestSecret = 32

/**
 * The secret of the embedded default: made at the first start, kept in the data directory for its owner alone.
 * Throws when the file holds something that is no secret.
 */
export async function keptAuthSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, 'auth-secret')
  const known = await readFile(path, 'utf8').catch(() => null)
  const secret = (known ?? (await makeSecret(path))).trim()
  if (secret.length < shortestSecret)
    throw new Error(`${path} holds no secret of at least ${shortestSecret} characters.`)
  return secret
}

/** Whole or not at all, and of two starts at once both get the first one's. */
async function makeSecret(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, randomBytes(48).toString('base64url'), { mode: 0o600 })
  await link(draft, path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rm(draft)
  return readFile(path, 'utf8')
}
