import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { articleWithComments } from './articles'
import { type Contender, startContenders } from './contenders'
import { layoutOf, ownCores } from './cores'
import { cpuSpent, cpuTimesOf } from './cpu-time'
import { numberText } from './figures'
import { newFolder } from './folder'
import type { Finding, Options, Part } from './part'
import { askRaw, headerOf, type RawAnswer } from './raw-answer'
import { type Level, levels, type Run, reportServing } from './serving-report'
import { openDatabaseOf, startSite } from './site'
import { loadUrl } from './wrk'

const commentsWanted = 20
const longestSeconds = 60
const warming = { connections: 8, seconds: 1 }

export const serving: Part = { title: 'Serving an article', needs: ['wrk', 'nginx'], measure }

async function measure(options: Options): Promise<Finding> {
  const files = join(await newFolder(), 'for-nginx')
  const variables = { NGINX_FILES_DIR: files }
  const site = await startSite({ cores: layoutOf(await ownCores(), 1).servers, variables })
  await openDatabaseOf(site)
  const article = await articleWithComments(commentsWanted)
  const expected = await finishedAnswer(`${site.origin}${article.path}`)
  const contenders = await startContenders(site, article.path, expected, files)
  const measured = contenders.map((contender) => ({ contender, runs: new Map<Level, Run[]>() }))
  for (let round = 0; round < options.rounds; round++)
    for (const level of levels)
      for (const { contender, runs } of measured) {
        const run = await measureOne(contender, level, options.seconds)
        runs.set(level, [...(runs.get(level) ?? []), run])
        console.log(progressOf(round, contender, level, run))
      }
  return reportServing(measured, { article, bytes: expected.body.length, ...options })
}

function progressOf(round: number, { name, workers }: Contender, level: Level, run: Run): string {
  const what = `${name}, workers: ${workers}, connections: ${level}`
  return `round ${round + 1}: ${what}: ${numberText(run.perSecond)} requests/s`
}

/** The article as it is kept: the second answer is what every later one is. */
async function finishedAnswer(url: string): Promise<RawAnswer> {
  await askRaw(url)
  const answer = await askRaw(url)
  if (answer.status !== 200 || headerOf(answer, 'content-encoding') !== 'br')
    throw new Error(
      `${url} answered ${answer.status} ${headerOf(answer, 'content-encoding') ?? 'uncompressed'}`,
    )
  return answer
}

async function measureOne(contender: Contender, connections: Level, seconds: number): Promise<Run> {
  const { url, layout, pids } = contender
  await contender.check()
  await loadUrl(url, { ...warming, layout })
  await untilIdle(pids)
  const before = await cpuTimesOf(pids)
  const began = performance.now()
  const run = await loadUrl(url, { connections, seconds, layout })
  const spent = cpuSpent(before, await cpuTimesOf(pids))
  const cores = spent / (performance.now() - began)
  await untilIdle(pids)
  // A slow server on a busy machine: it is given the time it takes.
  if (run.requests === 0 && seconds < longestSeconds) return measureOne(contender, connections, 2 * seconds)
  if (run.requests === 0) throw new Error(`${url} answered nothing in ${seconds} s`)
  return { ...run, cores, microseconds: (1000 * spent) / run.requests }
}

/** What was asked for at the end may still be worked on, at the cost of whoever comes next. */
async function untilIdle(pids: readonly number[]): Promise<void> {
  const [watchedMs, longestMs] = [250, 20_000]
  for (let waited = 0; waited < longestMs; waited += watchedMs) {
    const before = await cpuTimesOf(pids)
    await pause(watchedMs)
    if (cpuSpent(before, await cpuTimesOf(pids)) < watchedMs / 10) return
  }
}
