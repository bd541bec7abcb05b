import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Frame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() })
const Node = z.object({ id: z.number(), callFrame: Frame, children: z.array(z.number()).default([]) })
const Profile = z.object({
  startTime: z.number(),
  nodes: z.array(Node),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})
type Frame = z.infer<typeof Frame>

/** Microseconds of the clock that all processes of a machine share, as a CPU profile counts them. */
export type Window = { from: number; to: number }

export function now(): number {
  return Number(process.hrtime.bigint() / 1000n)
}

export type Share = { name: string; milliseconds: number; share: number }

/**
 * Where a process that ran with `--cpu-prof` spent a window of time, the longest first: by the package or file on
 * whose behalf (what Node and V8 do counts for whoever called them), and by function for its own time alone.
 * `share` is of the time it was not idle.
 */
export async function readProfile(
  folder: string,
  window: Window,
): Promise<{ modules: Share[]; functions: Share[] }> {
  const { startTime, nodes, samples, timeDeltas } = await longestProfile(folder)
  const places = placesOf(nodes)
  const modules = new Map<string, number>()
  const functions = new Map<string, number>()
  let at = startTime
  for (const [index, sample] of samples.entries()) {
    const spent = timeDeltas[index] ?? 0
    at += spent
    const place = places.get(sample)
    if (!place || at < window.from || at > window.to || place.frame.functionName === '(idle)') continue
    const name = `${place.frame.functionName || '(anonymous)'}, ${place.frame.url ? moduleOf(place.frame.url) : 'native'}, for ${place.module}`
    modules.set(place.module, (modules.get(place.module) ?? 0) + spent)
    functions.set(name, (functions.get(name) ?? 0) + spent)
  }
  return { modules: shares(modules), functions: shares(functions) }
}

/** The server's own: others are of its threads and of processes it started. */
async function longestProfile(folder: string): Promise<z.infer<typeof Profile>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return Profile.parse(JSON.parse(texts.toSorted((a, b) => b.length - a.length)[0] ?? 'null'))
}

/** Each node's frame, and the module of the nearest frame above it that is not a part of Node or V8. */
function placesOf(nodes: z.infer<typeof Node>[]): Map<number, { frame: Frame; module: string }> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const places = new Map<number, { frame: Frame; module: string }>()
  const [root] = nodes
  const open = root ? [{ id: root.id, above: 'Node itself' }] : []
  for (let next = open.pop(); next; next = open.pop()) {
    const node = byId.get(next.id)
    if (!node) continue
    const { callFrame: frame } = node
    const module =
      frame.functionName === '(garbage collector)'
        ? frame.functionName
        : frame.url && !frame.url.startsWith('node:')
          ? moduleOf(frame.url)
          : next.above
    places.set(next.id, { frame, module })
    for (const id of node.children) open.push({ id, above: module })
  }
  return places
}

/** A package, a chunk of Next's build, a part of Node, or a file of the house. */
function moduleOf(url: string): string {
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (inPackage) return inPackage
  const chunk = /\.next\/.*\/server\/(.*)$/.exec(url)?.[1] ?? /\.next\/server\/(.*)$/.exec(url)?.[1]
  if (chunk) return `.next ${chunk.replace(/^chunks\//, '')}`
  return url.replace(/^file:\/\//, '').replace(`${process.cwd()}/`, '')
}

function shares(spent: Map<string, number>): Share[] {
  const whole = [...spent.values()].reduce((sum, each) => sum + each, 0)
  return [...spent]
    .map(([name, microseconds]) => ({ name, milliseconds: microseconds / 1000, share: microseconds / whole }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
}
