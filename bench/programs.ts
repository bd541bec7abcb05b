import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureChromium } from '@/bin/chromium.mjs'
import { runShown } from '@/bin/run-shown.mjs'
import { project } from '@/e2e/process/site'
import type { Need } from './part'
import { outputOf } from './program'

// A folder of its own: what Lighthouse brings along must not be found by the measurements' imports.
const home = join(project, 'bench/lighthouse')

/**
 * Sees to it that what the parts need is there: from Debian where this is root on Debian, Lighthouse from npm into a
 * folder of the measurements' own. Throws with everything that is missing and cannot be installed.
 */
export async function ensureNeeds(needs: ReadonlySet<Need>): Promise<void> {
  if (needs.has('chromium')) await ensureChromium()
  if (needs.has('lighthouse')) await ensureLighthouse()
  await ensureDebian([...needs].filter((need) => need === 'wrk' || need === 'nginx'))
}

async function ensureDebian(programs: readonly string[]): Promise<void> {
  const missing = await missingOf(programs)
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && (await isThere('/usr/bin/apt-get'))) {
    console.log(`Installing ${missing.join(' and ')} from Debian …`)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runShown('apt-get', ['update', '-qq'], env)
    await runShown('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], env)
  }
  const still = await missingOf(programs)
  if (still.length > 0)
    throw new Error(
      `${still.join(' and ')} must be installed for this (on Debian and Ubuntu: apt-get install ${still.join(' ')}). Other parts need neither: npm run bench -- --help.`,
    )
}

async function ensureLighthouse(): Promise<void> {
  const wanted = await lighthouseIn('package-lock.json')
  // npm writes the second when it is done: an installation that was cut short has none.
  if (wanted !== null && (await lighthouseIn('node_modules/.package-lock.json')) === wanted) return
  console.log(`Installing Lighthouse ${wanted} into bench/lighthouse …`)
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  await outputOf(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: home })
}

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })

async function lighthouseIn(lock: string): Promise<string | null> {
  const text = await readFile(join(home, lock), 'utf8').catch(() => null)
  if (text === null) return null
  return Lock.parse(JSON.parse(text)).packages['node_modules/lighthouse']?.version ?? null
}

async function missingOf(programs: readonly string[]): Promise<string[]> {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
  const missing: string[] = []
  for (const program of programs) {
    const places = await Promise.all(folders.map((folder) => isThere(join(folder, program))))
    if (!places.includes(true)) missing.push(program)
  }
  return missing
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
