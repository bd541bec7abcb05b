// Everything that is measured, part by part: `npm run bench -- --help`. bin/bench.mjs has built the site before.
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { project } from '@/e2e/process/site'
import { lists, search } from './archive'
import { articleList } from './article-list'
import { conversation } from './conversation'
import { corpus } from './corpus'
import { editor } from './editor'
import { endAll, endAllOnSignals, isInterrupted } from './endings'
import { freshness } from './freshness'
import { generate } from './generate'
import { lighthouse } from './lighthouse'
import { live } from './live'
import { lively } from './lively'
import { describeMachine } from './machine'
import { memory } from './memory'
import { memoryCurve } from './memory-curve'
import { misses } from './misses'
import { moderating } from './moderating'
import type { Options, Part } from './part'
import { posting } from './posting'
import { ensureNeeds } from './programs'
import { printFinding, type Result, writeResult } from './results'
import { serving } from './serving'
import { weights } from './weights'

const parts = new Map<string, Part>(
  Object.entries({
    serving,
    misses,
    freshness,
    weights,
    lighthouse,
    memory,
    'memory-curve': memoryCurve,
    posting,
    lively,
    live,
    conversation,
    corpus,
    moderating,
    lists,
    search,
    editor,
    generate,
    articles: articleList,
  }),
)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '5' },
    requests: { type: 'string', default: '1000000' },
    articles: { type: 'string' },
    comments: { type: 'string' },
    'data-dir': { type: 'string' },
    out: { type: 'string' },
    newcomers: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})

if (values.help) console.log(help())
else await run()

async function run(): Promise<void> {
  const names = positionals.length > 0 ? [...new Set(positionals)] : usual()
  const unknown = names.filter((name) => !parts.has(name))
  if (unknown.length > 0) return refuse(`There is no part ${unknown.join(', ')}.\n\n${help()}`)
  const options = readOptions()
  if (typeof options === 'string') return refuse(options)
  endAllOnSignals()
  // What others do in the background, this machine does in every figure.
  if ((loadavg()[0] ?? 0) > 0.5) console.log('Other programs are at work here: the figures will say little.')
  const chosen = [...parts].filter(([name]) => names.includes(name))
  await ensureNeeds(new Set(chosen.flatMap(([, { needs }]) => needs)))
  const result: Result = {
    date: new Date().toISOString().slice(0, 10),
    command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(
      ' ',
    ),
    machine: await describeMachine(),
    parts: [],
    failed: [],
  }
  for (const [name, part] of chosen) if (!isInterrupted()) await measurePart(result, name, part, options)
  if (isInterrupted()) return
  if (result.parts.length === 0) return
  const folder = values.out === undefined ? join(project, 'bench/results') : resolve(values.out)
  const charts = values.out === undefined ? join(project, 'docs/images') : folder
  for (const path of await writeResult(result, folder, charts)) console.log(`Wrote ${path}`)
}

/** A part that fails is said, and does not keep the rest from being measured. */
async function measurePart(result: Result, name: string, part: Part, options: Options): Promise<void> {
  const began = performance.now()
  console.log(`\n── ${part.title} (${name}) ──`)
  try {
    const finding = await part.measure(options)
    result.parts.push({ name, title: part.title, seconds: (performance.now() - began) / 1000, finding })
    printFinding(finding)
    for (const what of finding.failed ?? []) {
      console.error(`FAILED: ${name}: ${what}`)
      result.failed.push(`${name}: ${what}`)
      process.exitCode = 1
    }
  } catch (error) {
    if (isInterrupted()) return
    console.error(error)
    console.error(`FAILED: ${name}`)
    result.failed.push(name)
    process.exitCode = 1
  } finally {
    await endAll()
  }
}

function usual(): string[] {
  return [...parts].filter(([, { isLong }]) => values.long || !isLong).map(([name]) => name)
}

/** The options, or what is wrong with them. */
function readOptions(): Options | string {
  const numbers = { seconds: 0, rounds: 0, requests: 0, minutes: 0 }
  for (const name of ['seconds', 'rounds', 'requests', 'minutes'] as const) {
    if (!isWhole(values[name])) return `--${name} must be a whole number from 1 on.`
    numbers[name] = Number(values[name])
  }
  const sizes: { articles: number | null; comments: number | null } = { articles: null, comments: null }
  for (const name of ['articles', 'comments'] as const) {
    const value = values[name]
    if (value === undefined) continue
    if (!isWhole(value)) return `--${name} must be a whole number from 1 on.`
    sizes[name] = Number(value)
  }
  const profile = values.profile === undefined ? null : resolve(values.profile)
  const dataDir = values['data-dir'] === undefined ? null : resolve(values['data-dir'])
  return { ...numbers, ...sizes, dataDir, newcomers: values.newcomers, profile }
}

function isWhole(text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text)
}

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = 2
}

function help(): string {
  const lines = [...parts].map(
    ([name, { title, isLong }]) => `  ${name.padEnd(14)} ${title}${isLong ? ' (with --long, or named)' : ''}`,
  )
  return `npm run bench -- [PART…] [OPTIONS]

${lines.join('\n')}

  --long          every part, also those that take an hour
  --seconds N     of each measured run (8)        --rounds N    how often all take turns (3)
  --requests N    of memory-curve (1000000)       --articles N  of memory-curve, corpus, generate
  --minutes N     of lively (5)                   --comments N  of conversation, corpus, generate
  --data-dir DIR  where generate and corpus put them, to be kept
  --newcomers     posting: comments that are held --profile DIR posting: with a CPU profile
  --out DIR       results and charts go there, not into bench/results and docs/images`
}
