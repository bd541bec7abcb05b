import type { MeasuredArticle } from './articles'
import { type Bar, chartOfServing } from './chart'
import type { Contender, Key } from './contenders'
import { medianOf, numberText, quantile, ratioOf, spreadOf } from './figures'
import type { Finding } from './part'
import { type Figure, figure, type Target, targets } from './targets'
import type { WrkRun } from './wrk-output'

/** Connections that are open at once. */
export const levels = [16, 128] as const
export type Level = (typeof levels)[number]

/** `cores` is how many the servers kept busy, `microseconds` their processor time for one answer. */
export type Run = WrkRun & { cores: number; microseconds: number }
export type Measured = { contender: Contender; runs: ReadonlyMap<Level, readonly Run[]> }

type About = { article: MeasuredArticle; bytes: number; seconds: number; rounds: number }

/** Makes of the runs of all contenders what is to be printed, drawn and kept. */
export function reportServing(measured: readonly Measured[], about: About): Finding {
  const { article, bytes, seconds } = about
  return {
    tables: [
      {
        title: `${article.path}: ${article.comments} comments, ${numberText(bytes)} bytes of brotli`,
        rows: rowsOf(measured),
      },
    ],
    notes: notesOf(measured, about),
    figures: figuresOf(measured),
    raw: {
      ...{ article, bytes, seconds },
      contenders: measured.map(({ contender: { key, name, workers, layout }, runs }) => ({
        ...{ key, name, workers, layout },
        runs: Object.fromEntries(runs),
      })),
    },
    charts: { 'serving.svg': chartOfServing(measured.map(barOf)) },
  }
}

function rowsOf(measured: readonly Measured[]): string[][] {
  const head = [
    '',
    'workers',
    'connections',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'µs of CPU each',
    'cores busy',
  ]
  const rows = levels.flatMap((level) =>
    measured.map(({ contender, runs }) => {
      const of = (name: keyof Run, digits: number) => medianOf(valuesOf(runs, level, name), digits)
      return [
        ...[contender.name, String(contender.workers), String(level), of('perSecond', 0)],
        ...[of('p50', 2), of('p99', 2), of('microseconds', 0), of('cores', 2)],
      ]
    }),
  )
  return [head, ...rows]
}

function figuresOf(measured: readonly Measured[]): Figure[] {
  const runsOf = (key: Key) => measured.find(({ contender }) => contender.key === key)?.runs
  /** Of the two levels the one at which it is lower. */
  const ratio = (target: Target, of: Key, to: Key): Figure[] => {
    const [a, b] = [runsOf(of), runsOf(to)]
    if (!a || !b) return []
    const ratios = levels.map((level) =>
      ratioOf(valuesOf(a, level, 'perSecond'), valuesOf(b, level, 'perSecond')),
    )
    return [
      figure(
        target,
        ratios.reduce((least, each) => (each.median < least.median ? each : least)),
      ),
    ]
  }
  const alone = runsOf('application')
  return [
    ...ratio(targets.oneWorker, 'application', 'nginx'),
    ...ratio(targets.twoWorkers, 'applicationTwo', 'nginxTwo'),
    ...ratio(targets.front, 'front', 'nginx'),
    ...ratio(targets.next, 'application', 'next'),
    ...(alone ? [figure(targets.p99, spreadOf(valuesOf(alone, 16, 'p99')))] : []),
  ]
}

function notesOf(measured: readonly Measured[], { rounds, seconds }: About): string[] {
  const notes = [
    `${rounds === 1 ? 'One round' : `${rounds} rounds`} of ${seconds} s for each, in turn (all at 16 connections, then all at 128, then the next round); median (least–most). Every answer of every round was a success; before each, bytes and headers were compared with the application's (of Next's page: status, headline, every comment).`,
    'Ratios are taken round by round; of 16 and 128 connections the worse one counts. Next compresses with gzip, as it does unless it is told otherwise. PostgreSQL may run on any core.',
  ]
  for (const { contender } of measured) {
    const { workers, layout } = contender
    const share = layout.apart
      ? `servers on core ${layout.servers.join(', ')}, load on core ${layout.load.join(', ')}.`
      : `servers and load share all ${layout.servers.length} cores, nginx's as well as the application's: only the ratio says something.`
    const note = `With ${workers === 1 ? 'one worker' : `${workers} workers`}: ${share}`
    if (!notes.includes(note)) notes.push(note)
    if (contender.key === 'nginx' && layout.apart) notes.push(...slackNotes(measured))
  }
  return notes
}

/** A server that is not busy all the time waits for its load: then the load is what was measured. */
function slackNotes(measured: readonly Measured[]): string[] {
  return measured.flatMap(({ contender, runs }) => {
    const idle = levels.filter((level) => quantile(valuesOf(runs, level, 'cores'), 0.5) < 0.9)
    if (!contender.layout.apart || idle.length === 0) return []
    return [
      `${contender.name} did not fill its core at ${idle.join(' and ')} connections: there it could do more.`,
    ]
  })
}

function barOf({ contender: { key, name, workers }, runs }: Measured): Bar {
  return {
    ...{ name, workers, isOurs: key !== 'nginx' && key !== 'nginxTwo' && key !== 'next' },
    levels: levels.map((level) => ({
      connections: level,
      perSecond: spreadOf(valuesOf(runs, level, 'perSecond')),
      p99: quantile(valuesOf(runs, level, 'p99'), 0.5),
    })),
  }
}

function valuesOf(runs: Measured['runs'], level: Level, name: keyof Run): number[] {
  return (runs.get(level) ?? []).map((run) => run[name])
}
