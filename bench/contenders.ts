import { databaseOf } from '@/e2e/process/running'
import { plainEnvironment, project } from '@/e2e/process/site'
import { until } from '@/e2e/process/until'
import { freePort } from '@/lib/database/free-port'
import { type Layout, layoutOf, ownCores } from './cores'
import { startFront } from './front'
import { startFileServer } from './nginx-file'
import { startProgram, untilProgram } from './program'
import { askRaw, headerOf, type RawAnswer } from './raw-answer'
import { type Site, startSite } from './site'
import { watchEvery } from './watching'

export type Key = 'nginx' | 'front' | 'application' | 'next' | 'nginxTwo' | 'applicationTwo'
export type Contender = {
  key: Key
  name: string
  workers: number
  url: string
  layout: Layout
  /** The programs that do the work, with what they started. */
  pids: readonly number[]
  /** Throws unless it answers as it must. */
  check(): Promise<void>
}

/** Starts everything that serves one page of a site, so that each can be loaded in turn. */
export async function startContenders(
  site: Site,
  path: string,
  expected: RawAnswer,
  files: string,
): Promise<Contender[]> {
  const cores = await ownCores()
  const [one, two] = [layoutOf(cores, 1), layoutOf(cores, 2)]
  const alone = { workers: 1, layout: one }
  const pair = { workers: 2, layout: two }
  const shared = await sharedWith(site)
  const second = await startSite({ workers: 2, cores: two.servers, variables: shared })
  // Two workers must be two: each takes some of a few connections.
  for (const watcher of await watchEvery(second, path, pair.workers)) watcher.close()
  const next = await startNext(one, { ...shared, DATA_DIR: site.dataDir })
  const front = await startFront(site, one.servers, files)
  const file = await startFileServer(expected, path, { workers: 1, cores: one.servers })
  const fileTwo = await startFileServer(expected, path, { workers: 2, cores: two.servers })
  const same = (origin: string, ...pids: number[]) => {
    const url = `${origin}${path}`
    return { url, pids, check: () => checkSame(url, expected) }
  }
  const nextUrl = `${next.origin}${path}`
  return [
    { key: 'nginx', name: 'nginx, the file', ...alone, ...same(file.origin, file.pid) },
    {
      ...{ key: 'front', name: 'deploy/nginx in front', ...alone },
      ...same(front.origin, front.pid, site.program.pid),
      check: () => checkFile(`${front.origin}${path}`, expected),
    },
    { key: 'application', name: 'application alone', ...alone, ...same(site.origin, site.program.pid) },
    {
      ...{ key: 'next', name: 'next start', ...alone, url: nextUrl, pids: [next.pid] },
      check: () => checkNext(nextUrl, `${site.origin}${path}`),
    },
    { key: 'nginxTwo', name: 'nginx, the file', ...pair, ...same(fileTwo.origin, fileTwo.pid) },
    { key: 'applicationTwo', name: 'application alone', ...pair, ...same(second.origin, second.program.pid) },
  ]
}

/** What makes another process serve the same pages: database, public address, secret. */
async function sharedWith(site: Site): Promise<Record<string, string>> {
  return {
    DATABASE_URL: await databaseOf(site.dataDir),
    AUTH_SECRET: 'only for what is measured: not a secret',
    SITE_URL: `http://localhost:${site.port}`,
  }
}

async function startNext(layout: Layout, variables: Record<string, string>) {
  const port = await freePort()
  const env = {
    ...plainEnvironment(),
    ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', RATE_LIMITS: 'off', PORT: String(port) },
    ...{ TRIBUNE_BUILD: process.env.TRIBUNE_BUILD ?? '.next', ...variables },
  }
  const args = ['--import', 'tsx', 'bench/next-start.ts']
  const program = startProgram(process.execPath, args, { cwd: project, env, cores: layout.servers })
  const origin = `http://127.0.0.1:${port}`
  const isUp = () =>
    askRaw(`${origin}/`).then(
      () => true,
      () => false,
    )
  await untilProgram('next start answered', program, isUp, 30_000)
  return { origin, pid: program.pid }
}

/** The same bytes with the same headers, but for what a server says of itself and the connection. */
async function checkSame(url: string, expected: RawAnswer, except?: RegExp): Promise<void> {
  const answer = await askRaw(url)
  const differences = [
    answer.status === expected.status ? '' : `status ${answer.status}`,
    answer.body.equals(expected.body) ? '' : `${answer.body.length} other bytes`,
    ...expected.headers
      .filter(([name]) => !ofOneServer.test(name) && !except?.test(name))
      .filter(
        ([name, value]) =>
          !answer.headers.some(([n, v]) => n.toLowerCase() === name.toLowerCase() && v === value),
      )
      .map(([name]) => `no such ${name}`),
  ].filter(Boolean)
  if (differences.length > 0) throw new Error(`${url} answers otherwise: ${differences.join(', ')}`)
}

/** The same from a file that the application laid out, which it does at the second request. nginx makes its own tag. */
async function checkFile(url: string, expected: RawAnswer): Promise<void> {
  const isFile = async () => (headerOf(await askRaw(url), 'cache-status') ?? '').includes('detail=file')
  await until('the page is served as a file', isFile, 10_000)
  await checkSame(url, expected, /^etag$/i)
}

const ofOneServer = /^(?:connection|keep-alive|date|server|cache-status|age)$/i

/** Next writes the page in its own way: it must succeed, and hold every comment and the headline. */
async function checkNext(url: string, original: string): Promise<void> {
  const [theirs, ours] = await Promise.all([askRaw(url, 'identity'), askRaw(original, 'identity')])
  const marks = [...ours.body.toString().matchAll(/id="comment-\d+"|<h1[^>]*>[^<]*/g)].map(([mark]) => mark)
  const missing = marks.filter((mark) => !theirs.body.includes(mark))
  if (theirs.status !== 200 || marks.length === 0 || missing.length > 0)
    throw new Error(
      `${url}: ${theirs.status}, without ${missing.length} of ${marks.length}: ${missing[0] ?? ''}`,
    )
}
