import { numberText, type Spread, spreadText } from './figures'

/** A figure that must hold: at least or at most a number, in a unit. */
export type Target = {
  name: string
  bound: 'at least' | 'at most'
  value: number
  unit: string
  digits: number
}
export type Figure = Target & { measured: Spread; isMet: boolean }

/** Every figure that must hold. The measured one is compared by its median, unrounded. */
export const targets = {
  oneWorker: atLeast('application alone, one worker ÷ nginx with one worker, same core', 0.3),
  twoWorkers: atLeast('application alone, two workers ÷ nginx with two workers', 0.3),
  front: atLeast('deploy/nginx in front ÷ nginx serving the file', 0.9),
  next: atLeast('application alone ÷ next start of the same page', 50, '', 0),
  p99: atMost('p99 at 16 connections, application alone', 10, 'ms', 1),
  miss: atMost('a miss (20 comments, one reader), p95', 40, 'ms', 1),
  html: atMost('article HTML with 20 comments, brotli', 14, 'kB', 1),
  css: atMost('CSS of an article, brotli', 12, 'kB', 1),
  framework: atMost('framework script on public pages', 0, 'bytes', 0),
  islands: atMost('islands, gzip', 10, 'kB', 1),
  fonts: atMost('fonts of an article', 60, 'kB', 1),
  firstView: atMost('first view of an article but for its picture', 100, 'kB', 1),
  firstRequests: atMost('first view of an article', 8, 'requests', 0),
  performance: atLeast('Lighthouse mobile, performance, the lower of article and front', 99, '', 0),
  accessibility: atLeast('Lighthouse mobile, accessibility, likewise', 100, '', 0),
  practices: atLeast('Lighthouse mobile, best practices, likewise', 100, '', 0),
  seo: atLeast('Lighthouse mobile, SEO, likewise', 100, '', 0),
  lcp: atMost('Lighthouse mobile, largest contentful paint, the slower', 1.2, 's', 2),
  tbt: atMost('Lighthouse mobile, total blocking time, the longer', 0, 'ms', 0),
  cls: atMost('Lighthouse mobile, layout shift, the larger', 0, '', 3),
  shift: atMost('layout shift in a browser, the largest of all public pages', 0, '', 3),
  approved: atMost(
    'comment approved → served by every process, deploy/nginx included, the slowest',
    2,
    's',
    2,
  ),
  rejected: atMost('comment rejected → served by none, likewise', 2, 's', 2),
  published: atMost(
    'article published at the desk → on every page, feed, sitemap and list of the API that tells of it, the slowest',
    2,
    's',
    2,
  ),
  revised: atMost('its next version → likewise', 2, 's', 2),
  idle: atMost('idle memory of everything npm start runs, PSS', 250, 'MB', 0),
  growth: atMost('memory’s growth along the last quarter of the requests', 2, '%', 1),
  live: atMost('comment approved → told to 1,000 open streams, p95', 500, 'ms', 0),
  livelyPosts: atMost('posting, 20 a second on one article, p95', 100, 'ms', 1),
  livelyReads: atMost('reading that article meanwhile, 100 a second, p99', 50, 'ms', 1),
  queueRoute: atMost('first page of the queue among 1,000,000 comments, 50,000 held, p95', 60, 'ms', 1),
  rejectAll: atMost('rejecting all 10,000 comments of one reader', 5, 's', 2),
  undoAll: atMost('taking that back', 5, 's', 2),
  judged: atMost('a comment judged by all checks with lists of 5,000 entries, and written, p95', 15, 'ms', 1),
  matched: atMost('5,000 words and phrases looked for in 5,000 characters, p95', 20, 'ms', 1),
  decisions: atLeast('decisions a minute by keys, in a browser, with comments arriving', 60, '', 0),
  mistargeted: atMost('decisions of 500 that were about another comment', 0, '', 0),
  nextItem: atMost('decided by a key → the next comment has the focus, p95', 100, 'ms', 1),
  editorPaint: atMost('the editor’s page, first contentful paint, mobile preset', 1.5, 's', 2),
  keystroke: atMost('keystroke → its frame drawn, in an article of 10,000 words, median', 16, 'ms', 1),
  talkQueries: atMost(
    'queries of a conversation of 100,000 comments, p95 of the slowest question',
    15,
    'ms',
    1,
  ),
  talkPages: atMost('pages of that conversation, made anew, p95 of the slowest', 50, 'ms', 1),
  talkQueriesFlat: atMost('the same queries ÷ those of 1,000 comments, the largest median ratio', 1.3, '', 2),
  talkPagesFlat: atMost('the same pages ÷ those of 1,000 comments, the largest median ratio', 1.3, '', 2),
  corpusQueries: atMost(
    'queries of a conversation among 10,000,000 comments ÷ alone, the largest median ratio',
    1.5,
    '',
    2,
  ),
  corpusPages: atMost(
    'pages of a conversation among 10,000,000 comments ÷ alone, the largest median ratio',
    1.5,
    '',
    2,
  ),
  listQueries: atMost('lists of stories among 1,000,000, uncached, p95 of the slowest question', 15, 'ms', 1),
  searchQueries: atMost('searches of 1,000,000 stories, p95 of the slowest question', 80, 'ms', 1),
  searchRoute: atMost('/search over them, made anew, p95', 150, 'ms', 1),
  knownFirst: atLeast(
    'articles that stand first when searched for by title or summary, the fewer',
    80,
    '%',
    1,
  ),
  knownFirstTen: atLeast('articles among the first ten then', 97, '%', 1),
  articleList: atMost('the desk’s list of 1,000,000 articles, p95 of the slowest filter', 80, 'ms', 1),
  generated: atLeast('comments generated per second', 50_000, '', 0),
  posted: atLeast('comments taken per second on one article, 8 at once', 300, '', 0),
} satisfies Record<string, Target>

/** A figure as it was measured, beside its target. */
export function figure(target: Target, measured: Spread): Figure {
  const isMet =
    target.bound === 'at least' ? measured.median >= target.value : measured.median <= target.value
  return { ...target, measured, isMet }
}

/** The same for a number that was measured once. */
export function single(target: Target, value: number): Figure {
  return figure(target, { median: value, least: value, most: value })
}

/** Figures as rows of a table: what, target, measured, met or missed. */
export function figureRows(figures: readonly Figure[]): string[][] {
  const head = ['figure', 'target', 'measured', '']
  return [
    head,
    ...figures.map(({ name, bound, value, unit, digits, measured, isMet }) => [
      name,
      withUnit(`${bound === 'at least' ? '≥' : '≤'} ${numberText(value, digitsOf(value))}`, unit),
      withUnit(spreadText(measured, digits), unit),
      isMet ? 'met' : 'MISSED',
    ]),
  ]
}

function atLeast(name: string, value: number, unit = '', digits = 2): Target {
  return { name, bound: 'at least', value, unit, digits }
}

function atMost(name: string, value: number, unit: string, digits: number): Target {
  return { name, bound: 'at most', value, unit, digits }
}

function digitsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

function withUnit(text: string, unit: string): string {
  return unit === '' ? text : `${text} ${unit}`
}
