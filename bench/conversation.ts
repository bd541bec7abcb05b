import { databaseOf } from '@/e2e/process/running'
import { numberText } from './figures'
import { generateComments } from './generate-comments'
import type { Finding, Options, Part } from './part'
import { openDatabaseOf, startSite } from './site'
import { type Held, reportTimes, timePages, timeQueries } from './talk-measuring'
import { subjectOf } from './talk-subject'
import { targets } from './targets'

const [small, usualLarge] = [1_000, 100_000]

/** Whether a conversation of a hundred thousand comments is read as fast as one of a thousand. */
export const conversation: Part = { title: 'A very long conversation', needs: [], measure }

async function measure({ rounds, comments }: Options): Promise<Finding> {
  const large = comments ?? usualLarge
  const site = await startSite()
  const { articleIds, seconds } = await generateComments(await databaseOf(site.dataDir), {
    sizes: [small, large],
    seed: 1,
  })
  await openDatabaseOf(site)
  const held = async (index: number, size: number): Promise<Held> => ({
    ...{ name: numberText(size), origin: site.origin, use: () => undefined },
    subject: await subjectOf(articleIds[index] ?? 0),
  })
  const both = [await held(0, small), await held(1, large)] as const
  const queries = reportTimes(
    'Queries, in the process that measures',
    both,
    await timeQueries(...both, rounds * 40),
    {
      ...{ p95: targets.talkQueries, ratio: targets.talkQueriesFlat },
    },
  )
  const pages = reportTimes(
    'Pages, each made anew, one reader',
    both,
    await timePages(...both, rounds * 20),
    {
      ...{ p95: targets.talkPages, ratio: targets.talkPagesFlat },
    },
  )
  return {
    tables: [...queries.tables, ...pages.tables],
    notes: [
      `${numberText(small + large)} comments were generated in ${numberText(seconds, 1)} s, down to the depth of 12; a fifth of each conversation is one branch. Later pages, branches and permalinks are 60 that lie all over the conversation, in turn; a later page’s cursor is looked up, too. Both conversations are asked in turn, and ratios are taken turn by turn.`,
    ],
    // A figure speaks of the usual size; another says nothing of it.
    figures: large === usualLarge ? [...queries.figures, ...pages.figures] : [],
    raw: { queries: queries.raw, pages: pages.raw },
  }
}
