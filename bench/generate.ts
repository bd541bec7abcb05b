import { databaseOf } from '@/e2e/process/running'
import { numberText } from './figures'
import { generateComments } from './generate-comments'
import { seededChance } from './generated/chance'
import { drawSizes } from './generated/sizes'
import type { Finding, Options, Part } from './part'
import { startSite } from './site'
import { single, targets } from './targets'

const usualComments = 1_000_000
const commentsPerArticle = 50

/** Fills a data directory with conversations, to look at or to measure; without one of its own to keep, it only measures itself. */
export const generate: Part = {
  ...{ title: 'Comments generated', isLong: true, needs: [] },
  measure,
}

async function measure({ comments, articles, dataDir }: Options): Promise<Finding> {
  const total = comments ?? usualComments
  const count = articles ?? Math.ceil(total / commentsPerArticle)
  const site = await startSite(dataDir === null ? {} : { dataDir })
  const sizes = drawSizes(seededChance(2), total, count)
  const { seconds } = await generateComments(await databaseOf(site.dataDir), { sizes, seed: 1 })
  const perSecond = total / seconds
  return {
    tables: [
      {
        title: 'Generated',
        rows: [
          ['comments', 'articles', 'seconds', 'comments per second'],
          [numberText(total), numberText(count), numberText(seconds, 1), numberText(perSecond)],
        ],
      },
    ],
    notes: dataDir === null ? [] : [`They are in ${dataDir}: DATA_DIR=${dataDir} npm start shows them.`],
    figures: [single(targets.generated, perSecond)],
    raw: { total, count, seconds },
  }
}
