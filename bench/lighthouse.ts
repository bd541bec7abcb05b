import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@/e2e/chromium'
import { project } from '@/e2e/process/site'
import { articleWithComments } from './articles'
import { medianOf, type Spread, spreadOf } from './figures'
import { newFolder } from './folder'
import { type Audited, type Failing, readReport } from './lighthouse-report'
import type { Finding, Part } from './part'
import { outputOf } from './program'
import { openDatabaseOf, startSite } from './site'
import { type Figure, figure, type Target, targets } from './targets'

const runsOfEach = 3

type Page = { name: string; url: string; runs: Audited[] }

export const lighthouse: Part = {
  title: 'Lighthouse, mobile preset',
  needs: ['chromium', 'lighthouse'],
  measure,
}

async function measure(): Promise<Finding> {
  const site = await startSite()
  await openDatabaseOf(site)
  const article = await articleWithComments(20)
  const origin = `http://localhost:${site.port}`
  const pages: Page[] = [
    { name: `article, ${article.comments} comments`, url: `${origin}${article.path}`, runs: [] },
    { name: 'front', url: `${origin}/`, runs: [] },
  ]
  const folder = await newFolder()
  for (let run = 0; run < runsOfEach; run++)
    for (const page of pages) page.runs.push(await audit(page.url, folder))
  return report(pages)
}

/** One run of Lighthouse's command line, in a browser of its own, as its mobile preset says. */
async function audit(url: string, folder: string): Promise<Audited> {
  const output = join(folder, 'report.json')
  const { executablePath, args = [] } = chromium(process.env)
  const flags = ['--headless=new', ...args].join(' ')
  await outputOf(
    process.execPath,
    [
      join(project, 'bench/lighthouse/node_modules/lighthouse/cli/index.js'),
      ...[url, '--quiet', '--output=json', `--output-path=${output}`, `--chrome-flags=${flags}`],
      '--only-categories=performance,accessibility,best-practices,seo',
      '--no-enable-error-reporting',
    ],
    { env: { ...process.env, ...(executablePath ? { CHROME_PATH: executablePath } : {}) } },
  )
  const text = await readFile(output, 'utf8')
  await rm(output)
  return readReport(text)
}

function report(pages: readonly Page[]): Finding {
  const head = [
    '',
    'performance',
    'accessibility',
    'best practices',
    'SEO',
    'FCP s',
    'LCP s',
    'TBT ms',
    'CLS',
  ]
  const rows = pages.map(({ name, runs }) => {
    const of = (value: (run: Audited) => number, digits: number) => medianOf(runs.map(value), digits)
    return [
      name,
      ...[of((run) => run.performance, 0), of((run) => run.accessibility, 0), of((run) => run.practices, 0)],
      ...[of((run) => run.seo, 0), of((run) => run.fcp / 1000, 2), of((run) => run.lcp / 1000, 2)],
      ...[of((run) => run.tbt, 0), of((run) => run.cls, 3)],
    ]
  })
  const failing = pages.flatMap(({ name, runs }) => {
    // Of an audit that differed between runs, the worst.
    const worst = new Map<string, Failing>()
    for (const audit of runs.flatMap((run) => run.failing))
      if (audit.score < (worst.get(audit.id)?.score ?? 100)) worst.set(audit.id, audit)
    return [...worst.values()].map(
      ({ id, score, title }) => `${name}, not at its best: ${title} (${id}), ${score}`,
    )
  })
  const [version = ''] = pages.flatMap(({ runs }) => runs.map((run) => run.version))
  return {
    tables: [{ title: `Lighthouse ${version}, median of ${runsOfEach} runs`, rows: [head, ...rows] }],
    notes: failing,
    figures: figuresOf(pages),
    raw: { pages },
  }
}

function figuresOf(pages: readonly Page[]): Figure[] {
  const worst = (target: Target, of: (run: Audited) => number) => {
    const spreads = pages.map(({ runs }) => spreadOf(runs.map(of)))
    const isWorse = (a: Spread, b: Spread) =>
      target.bound === 'at least' ? a.median < b.median : a.median > b.median
    return figure(
      target,
      spreads.reduce((a, b) => (isWorse(b, a) ? b : a)),
    )
  }
  return [
    worst(targets.performance, ({ performance }) => performance),
    worst(targets.accessibility, ({ accessibility }) => accessibility),
    worst(targets.practices, ({ practices }) => practices),
    worst(targets.seo, ({ seo }) => seo),
    worst(targets.lcp, ({ lcp }) => lcp / 1000),
    worst(targets.tbt, ({ tbt }) => tbt),
    worst(targets.cls, ({ cls }) => cls),
  ]
}
