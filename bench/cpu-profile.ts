import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Profile = z.object({
  startTime: z.number(),
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

/** Microseconds of the clock that all processes of a machine share, as a CPU profile counts them. */
export type Window = { from: number; to: number }

export function now(): number {
  return Number(process.hrtime.bigint() / 1000n)
}

export type Share = { name: string; milliseconds: number; share: number }

/**
 * Where a process that ran with `--cpu-prof` spent a window of time: its own time by module and by function, the
 * longest first. `share` is of the time it was not idle.
 */
export async function readProfile(
  folder: string,
  window: Window,
): Promise<{ modules: Share[]; functions: Share[] }> {
  const profiles = await Promise.all(
    (await readdir(folder))
      .filter((name) => name.endsWith('.cpuprofile'))
      .map((name) => readFile(join(folder, name), 'utf8')),
  )
  // The server's own is the longest; others are of processes it started.
  const longest = profiles.toSorted((a, b) => b.length - a.length)[0]
  const { startTime, nodes, samples, timeDeltas } = Profile.parse(JSON.parse(longest ?? 'null'))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const modules = new Map<string, number>()
  const functions = new Map<string, number>()
  let at = startTime
  for (const [index, sample] of samples.entries()) {
    const spent = timeDeltas[index] ?? 0
    at += spent
    const frame = frames.get(sample)
    if (!frame || at < window.from || at > window.to || frame.functionName === '(idle)') continue
    const module = moduleOf(frame.url, frame.functionName)
    const name = `${frame.functionName || '(anonymous)'} ${module}:${frame.lineNumber + 1}`
    modules.set(module, (modules.get(module) ?? 0) + spent)
    functions.set(name, (functions.get(name) ?? 0) + spent)
  }
  return { modules: shares(modules), functions: shares(functions) }
}

/** A package, a folder of the house, a chunk of Next's build, a part of Node, or what V8 says where there is no file. */
function moduleOf(url: string, functionName: string): string {
  if (url === '') return functionName.startsWith('(') ? functionName : '(native)'
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (inPackage) return inPackage
  if (url.startsWith('node:')) return url
  const chunk = /\.next\/server\/(.*)$/.exec(url)?.[1]
  if (chunk) return `.next ${chunk.replace(/^chunks\//, '').slice(0, 60)}`
  return url.replace(/^file:\/\//, '').replace(`${process.cwd()}/`, '')
}

function shares(spent: Map<string, number>): Share[] {
  const whole = [...spent.values()].reduce((sum, each) => sum + each, 0)
  return [...spent]
    .map(([name, microseconds]) => ({ name, milliseconds: microseconds / 1000, share: microseconds / whole }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
}
