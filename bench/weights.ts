import { chromium as browserType } from '@playwright/test'
import { chromium } from '@/e2e/chromium'
import { articleWithComments } from './articles'
import { compressedSizes, type Sizes } from './compressed'
import { numberText } from './figures'
import type { Finding, Part } from './part'
import { publicPages } from './public-pages'
import { openDatabaseOf, startSite } from './site'
import { single, targets } from './targets'
import { type Kind, type Transfer, type Visit, visit } from './visit'

type Weighed = Visit & { name: string; path: string }

const kinds: readonly Kind[] = ['document', 'stylesheet', 'font', 'script', 'picture', 'other']

export const weights: Part = { title: 'What pages weigh in a browser', needs: ['chromium'], measure }

async function measure(): Promise<Finding> {
  const site = await startSite()
  await openDatabaseOf(site)
  const article = await articleWithComments(20)
  const browser = await browserType.launch(chromium(process.env))
  try {
    const weighed: Weighed[] = []
    for (const { name, path } of await publicPages(site.origin, article))
      weighed.push({ name, path, ...(await visit(browser, `${site.origin}${path}`)) })
    const first = weighed.find(({ path }) => path === article.path)
    if (!first) throw new Error('the article was not weighed')
    return report(weighed, first, await compressedSizes(first.transfers), article.comments)
  } finally {
    await browser.close()
  }
}

function report(weighed: readonly Weighed[], first: Weighed, sizes: Sizes[], comments: number): Finding {
  const size = (kind: Kind, as: 'sent' | 'gzip') =>
    sizes.filter((each) => each.kind === kind).reduce((sum, each) => sum + each[as], 0) / 1000
  const others = first.transfers.filter(({ kind }) => kind !== 'picture')
  const frameworkBytes = weighed.flatMap(({ framework, transfers }) =>
    transfers.filter(
      ({ kind, url }) => kind === 'script' && (framework.length > 0 || url.includes('/_next/')),
    ),
  )
  return {
    tables: [
      { title: 'On the wire, headers included, in kB', rows: pageRows(weighed) },
      {
        title: `The article with ${comments} comments, bodies as they are sent and could be, in bytes`,
        rows: sizeRows(sizes),
      },
    ],
    notes: [
      'Chromium with a telephone’s screen, nothing in its cache, nothing touched; layout shift also while scrolling to the end. `scripts` are elements that run one; `framework` are names a framework left in the page.',
    ],
    figures: [
      single(targets.html, size('document', 'sent')),
      single(targets.css, size('stylesheet', 'sent')),
      single(targets.framework, bytesOf(frameworkBytes)),
      single(targets.islands, size('script', 'gzip')),
      single(targets.fonts, size('font', 'sent')),
      single(targets.firstView, bytesOf(others) / 1000),
      single(targets.firstRequests, first.transfers.length),
      single(targets.shift, Math.max(...weighed.map(({ shift }) => shift))),
    ],
    raw: { weighed, sizes },
  }
}

function pageRows(weighed: readonly Weighed[]): string[][] {
  const head = ['page', 'requests', ...kinds, 'all', 'CLS', 'scripts', 'framework']
  return [
    head,
    ...weighed.map(({ name, transfers, shift, scripts, framework }) => [
      ...[name, String(transfers.length)],
      ...kinds.map((kind) => kilobytes(transfers.filter((transfer) => transfer.kind === kind))),
      ...[kilobytes(transfers), numberText(shift, 3), String(scripts), framework.join(' ') || 'none'],
    ]),
  ]
}

function sizeRows(sizes: readonly Sizes[]): string[][] {
  return [
    ['file', 'kind', 'sent', 'as', 'brotli', 'gzip', 'plain'],
    ...sizes.map(({ path, kind, sent, coding, br, gzip, plain }) => [
      ...[path, kind, numberText(sent), coding],
      ...[br, gzip, plain].map((bytes) => numberText(bytes)),
    ]),
  ]
}

function kilobytes(transfers: readonly Transfer[]): string {
  return transfers.length === 0 ? '' : numberText(bytesOf(transfers) / 1000, 1)
}

function bytesOf(transfers: readonly Transfer[]): number {
  return transfers.reduce((sum, { bytes }) => sum + bytes, 0)
}
