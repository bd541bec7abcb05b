import { runConversation } from './conversation'
import { dbDiff } from './db-diff'
import { importFiles } from './import'
import { restartSite } from './restart'
import { usage } from './usage'
import { runUsers } from './users'

/** What a command needs to know of where it was called. */
export type Surroundings = { cwd: string }

/** Runs one command and returns its exit code: 0 done, 1 not done, 2 not understood. */
export async function main(args: string[], surroundings: Surroundings): Promise<number> {
  const [command, ...rest] = args
  switch (command) {
    case 'import':
      return importFiles(rest, surroundings)
    case 'users':
      return runUsers(rest)
    case 'conversation':
      return runConversation(rest)
    case 'restart':
      return restartSite()
    case 'db':
      return db(rest)
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(usage)
      return 0
    default:
      process.stderr.write(`There is no command "${command}".\n\n${usage}`)
      return 2
  }
}

function db([verb, ...rest]: string[]): Promise<number> | number {
  const named = rest.length === 2 && rest[0] === '--name' ? rest[1] : undefined
  if (verb === 'diff' && rest.length === 0) return dbDiff({})
  if (verb === 'diff' && named !== undefined) return dbDiff({ name: named })
  process.stderr.write(usage)
  return 2
}
