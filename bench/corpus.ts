import { databaseOf } from '@/e2e/process/running'
import { openDatabase } from '@/lib/open-database'
import { shared } from '@/lib/shared'
import { atEnd } from './endings'
import { numberText } from './figures'
import { generateComments } from './generate-comments'
import { seededChance } from './generated/chance'
import { drawSizes } from './generated/sizes'
import type { Finding, Options, Part } from './part'
import { startSite } from './site'
import { type Held, reportTimes, timePages, timeQueries } from './talk-measuring'
import { subjectOf } from './talk-subject'
import { targets } from './targets'

const [usualComments, usualArticles, measured] = [10_000_000, 200_000, 100_000]

/** Whether a conversation is read as fast among ten million comments as with nothing beside it. */
export const corpus: Part = {
  ...{ title: 'Ten million comments', isLong: true, needs: [] },
  measure,
}

async function measure({ rounds, comments, articles, dataDir }: Options): Promise<Finding> {
  const total = comments ?? usualComments
  const sizes = drawSizes(seededChance(2), total, articles ?? usualArticles)
  const alone = await givenSite('alone', [measured], null)
  const among = await givenSite(`among ${numberText(total)}`, [...sizes, measured], dataDir)
  const both = [alone, among] as const
  const queries = reportTimes(
    'Queries, in the process that measures',
    both,
    await timeQueries(...both, rounds * 40),
    { ratio: targets.corpusQueries },
  )
  const pages = reportTimes(
    'Pages, each made anew, one reader',
    both,
    await timePages(...both, rounds * 20),
    { ratio: targets.corpusPages },
  )
  return {
    tables: [...queries.tables, ...pages.tables],
    notes: [
      `A conversation of ${numberText(measured)} comments on a site of its own, and the same among ${numberText(total)} comments on ${numberText(sizes.length)} articles: ${among.written}.`,
    ],
    // A figure speaks of ten million; fewer say nothing of it.
    figures: total === usualComments ? [...queries.figures, ...pages.figures] : [],
    raw: { queries: queries.raw, pages: pages.raw },
  }
}

/** A site whose last article has the conversation that is measured: made anew, or found as a measurement before left it. */
async function givenSite(
  name: string,
  sizes: readonly number[],
  dataDir: string | null,
): Promise<Held & { written: string }> {
  const site = await startSite(dataDir === null ? {} : { dataDir })
  const url = await databaseOf(site.dataDir)
  const opened = openDatabase(url, 4)
  atEnd(() => opened.$disconnect())
  const how =
    dataDir !== null && (await opened.article.count()) > sizes.length ? 'found' : await generated(url, sizes)
  const [size] = await opened.$queryRaw<{ bytes: number; article: number }[]>`
    select pg_database_size(current_database())::float8 as bytes, (select max(id) from "Article") as article`
  const use = () => {
    shared().db = opened
  }
  use()
  const subject = await subjectOf(size?.article ?? 0)
  const written = `${how}, ${numberText((size?.bytes ?? 0) / 1e9, 1)} GB`
  return { name, origin: site.origin, subject, use, written }
}

async function generated(url: string, sizes: readonly number[]): Promise<string> {
  const { comments, seconds } = await generateComments(url, { sizes, seed: 1, progress: teller() })
  return `${numberText(comments)} comments generated in ${numberText(seconds)} s`
}

/** A line a million. */
function teller(): (comments: number) => void {
  let millions = 0
  return (comments) => {
    if (Math.floor(comments / 1e6) === millions) return
    millions = Math.floor(comments / 1e6)
    console.log(`${millions} million comments written`)
  }
}
