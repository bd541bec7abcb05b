import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What to start, and with which flags of Node's. */
export type OwnProgram = { file: string; execArgv: string[] }

/**
 * A program of ours for a process of its own. In a build it is `NAME.mjs` beside the caller's; where the source
 * runs as it is (development, tests, the command line), `source`, a path from the caller's file, through tsx.
 */
export function ownProgram(caller: string, name: string, source: string): OwnProgram {
  if (!caller.endsWith('.ts')) return { file: fileURLToPath(new URL(`${name}.mjs`, caller)), execArgv: [] }
  const tsx = pathToFileURL(createRequire(caller).resolve('tsx')).href
  return { file: fileURLToPath(new URL(source, caller)), execArgv: ['--import', tsx] }
}
