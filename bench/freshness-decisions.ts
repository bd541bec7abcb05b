import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { givenSignedIn } from '@/e2e/process/session'
import type { MeasuredArticle } from './articles'
import { asModerator, asViewer, decideOn, hold } from './desk'
import { numberText, quantile } from './figures'
import type { Finding } from './part'
import type { Site } from './site'
import { single, targets } from './targets'
import { askedEveryMs, timeChange, type Way } from './until-shown'

const tries = 30

type Seen = Record<string, number[]>

/** Comments approved, and then rejected: the seconds until an article's page showed it. */
export async function measureDecisions(
  site: Site,
  article: MeasuredArticle,
  ways: readonly Way[],
  pauseMs: () => number,
): Promise<Finding> {
  const empty = (): Seen => Object.fromEntries(ways.map(({ name }) => [name, []]))
  const [approved, rejected] = [empty(), empty()]
  const newcomer = asViewer(await givenSignedIn(site.dataDir, 'Newcomer'), 'reader')
  const moderator = asModerator(await givenSignedIn(site.dataDir, 'Moderator', 'moderator'))
  for (let time = 0; time < tries; time++) {
    const id = await hold(newcomer, article.id, `Comment ${randomUUID()}: the ferry was late again.`)
    for (const [seen, move, isShown] of [
      [approved, 'approve', true],
      [rejected, 'reject', false],
    ] as const) {
      await pause(pauseMs())
      const times = await timeChange(ways, async () => {
        await decideOn(moderator, id, move)
        return [{ path: article.path, mark: `id="comment-${id}"`, isShown }]
      })
      for (const [way, seconds] of times) seen[way]?.push(...seconds)
    }
  }
  return report(approved, rejected)
}

function report(approved: Seen, rejected: Seen): Finding {
  const head = ['', 'median s', 'p95 s', 'slowest s']
  const rowsOf = (what: string, seen: Seen) =>
    Object.entries(seen).map(([name, seconds]) => [
      `${what}, ${name}`,
      ...[0.5, 0.95, 1].map((q) => numberText(quantile(seconds, q), 2)),
    ])
  const slowest = (seen: Seen) => Math.max(...Object.values(seen).flat())
  return {
    tables: [
      {
        title: `${tries} comments, approved and then rejected`,
        rows: [head, ...rowsOf('approved', approved), ...rowsOf('rejected', rejected)],
      },
    ],
    notes: [
      `The clock runs from before the decision's transaction until every connection shows it; each asks every ${askedEveryMs} ms. Decisions come at random moments up to 1.5 s after the change before: a page renders at most once a second.`,
    ],
    figures: [single(targets.approved, slowest(approved)), single(targets.rejected, slowest(rejected))],
    raw: { approved, rejected },
  }
}
