import { pictureHashes } from '@/lib/articles/body-words'
import type { Transaction } from '@/lib/db'
import type { DraftContent } from './draft-content'
import type { Facts } from './pre-publication'

const sameHeadlineDays = 30

/** What the checks ask of everything else, as it is now. */
export async function factsFor(
  asked: Pick<Transaction, 'article' | 'picture' | '$queryRaw'>,
  articleId: number,
  content: DraftContent,
  now: Date,
): Promise<Facts> {
  const since = new Date(now.getTime() - sameHeadlineDays * 86_400_000)
  const { legalFlag } = await asked.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { legalFlag: true },
  })
  const same = await asked.$queryRaw<{ id: number }[]>`
    select l."articleId" as id from "ArticleListing" l
    where md5(lower(l.headline)) = md5(lower(${content.headline.trim()})) and l."articleId" <> ${articleId} and l."changedAt" > ${since}
    order by id desc limit 3`
  const picture =
    content.picture &&
    (await asked.picture.findUnique({ where: { id: content.picture.id }, select: { credit: true } }))
  const hashes = pictureHashes(content.body)
  const inside =
    hashes.length === 0
      ? []
      : await asked.picture.findMany({
          where: { hash: { in: hashes } },
          select: { hash: true, credit: true },
        })
  const related = await asked.article.findMany({
    where: { id: { in: content.related }, state: { not: 'published' } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return {
    legalFlag,
    sameHeadline: content.headline.trim() === '' ? [] : same.map(({ id }) => id),
    pictureCredit: picture?.credit ?? '',
    creditsInside: new Map(inside.map(({ hash, credit }) => [hash, credit])),
    hiddenRelated: related.map(({ id }) => id),
    now,
  }
}
