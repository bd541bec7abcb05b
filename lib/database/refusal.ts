import { neverHappens } from '@/lib/outcome'

export type UnsupportedPlatform = {
  error: 'unsupported-platform'
  reason: 'platform' | 'musl' | 'missing-package' | 'no-account'
  platform: string
}

/** Why the embedded database does not start. Nothing on disk was changed by whoever returns one. */
export type StartRefusal =
  | { error: 'in-use'; dataDir: string; owner: string | null }
  | { error: 'newer-postgresql'; found: number; ours: number; path: string }
  | { error: 'older-postgresql'; found: number; ours: number; path: string }
  | { error: 'disk-full'; path: string; freeBytes: number | null }
  | { error: 'no-permission'; path: string }
  | { error: 'not-a-folder'; path: string }
  | { error: 'data-missing'; path: string; record: string }
  | { error: 'password-lost'; path: string; record: string }
  | { error: 'database-failed'; what: string; lines: readonly string[]; logFile: string | null }
  | UnsupportedPlatform

/** Why the database's structure cannot be brought up to date. */
export type MigrationRefusal =
  | { error: 'newer-data'; migration: string }
  | { error: 'failed-migration'; migration: string; detail: string }
  | { error: 'migration-error'; migration: string | null; detail: string }

/** One or two sentences for the operator: what happened, what was kept, what to do. */
export function startRefusalSentence(refusal: StartRefusal | MigrationRefusal): string {
  switch (refusal.error) {
    case 'in-use':
      return `The data in ${refusal.dataDir} is in use by another Tribune${refusal.owner ? ` (${refusal.owner})` : ''}. Stop that one first, or set DATA_DIR to another folder.`
    case 'newer-postgresql':
      return `The data in ${refusal.path} was written by PostgreSQL ${refusal.found}, and this Tribune brings PostgreSQL ${refusal.ours}. Nothing was changed; start the Tribune that wrote it.`
    case 'older-postgresql':
      return `The data in ${refusal.path} was written by PostgreSQL ${refusal.found}, and this Tribune brings PostgreSQL ${refusal.ours}, which cannot read it. Nothing was changed; make a backup with the Tribune that wrote it and restore that here.`
    case 'disk-full':
      return `The disk that holds ${refusal.path} is full${refusal.freeBytes === null ? '' : ` (${megabytes(refusal.freeBytes)} MB free, a first start needs ${megabytes(bytesForFirstStart)} MB)`}. Nothing was lost; free some space and start again.`
    case 'no-permission':
      return `${refusal.path} cannot be written by this user. Give it to the user who runs Tribune, or set DATA_DIR to another folder.`
    case 'not-a-folder':
      return `${refusal.path} is not a folder. Set DATA_DIR to a folder, or move the file away.`
    case 'data-missing':
      return `${refusal.record} says that the database lies in ${refusal.path}, and it is not there. Bring it back; or remove ${refusal.record} to start with an empty one.`
    case 'password-lost':
      return `The database in ${refusal.path} does not accept the password in ${refusal.record}. Bring back the file that belongs to it.`
    case 'database-failed':
      return `${refusal.what}${refusal.lines.map((line) => `\n  ${line}`).join('')}${refusal.logFile ? `\nIts full log is ${refusal.logFile}.` : ''}`
    case 'unsupported-platform':
      return unsupportedSentence(refusal)
    case 'newer-data':
      return `The database was written by a newer Tribune: it holds the migration "${refusal.migration}", which this one does not know. Nothing was changed; start the newer Tribune, or restore a backup made before it.`
    case 'failed-migration':
      return `The migration "${refusal.migration}" was begun earlier and did not finish. Look at what it left, then mark it in the table _prisma_migrations: set rolled_back_at to run it again, or finished_at if all of it is there.${refusal.detail ? `\n  ${refusal.detail}` : ''}`
    case 'migration-error':
      return `${refusal.migration ? `The migration "${refusal.migration}"` : 'Bringing the database up to date'} failed, and nothing of it was kept.\n  ${refusal.detail}`
    default:
      return neverHappens(refusal)
  }
}

/** A fresh cluster takes 60 MB, its write-ahead log grows to 256 MB only under load. */
export const bytesForFirstStart = 200 * 1024 * 1024

function unsupportedSentence(refusal: UnsupportedPlatform): string {
  const instead = 'Set DATABASE_URL to a PostgreSQL of your own.'
  switch (refusal.reason) {
    case 'platform':
      return `There is no embedded PostgreSQL for ${refusal.platform}. ${instead}`
    case 'musl':
      return `The embedded PostgreSQL needs glibc, and this system (${refusal.platform}) has musl, as Alpine does. ${instead}`
    case 'missing-package':
      return `The package with PostgreSQL for ${refusal.platform} is not installed; run npm ci without --omit=optional. Or: ${instead}`
    case 'no-account':
      return `PostgreSQL does not run as root, and on this system (${refusal.platform}) no other account can be used for it: neither "postgres" nor "nobody". Start Tribune as an ordinary user. Or: ${instead}`
    default:
      return neverHappens(refusal.reason)
  }
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024)
}
