import type { Block } from '@/lib/articles/body'
import { type VersionDifference, versionDifference } from '@/lib/articles/version-difference'
import type { Written } from '@/lib/articles/written'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { VersionKind } from '@/prisma/generated/enums'
import { type CorrectionText, comparable, corrected, textOf } from './correction-text'
import { currentContent } from './queries-current'

/** An article that can be corrected, and how far somebody's correction of it is. */
export type CorrectionDesk = {
  article: { id: number; slug: string; headline: string }
  /** The number of the version that readers see, as the desk counts. */
  number: number
  text: CorrectionText
  draft: CorrectionOnItsWay | null
}

type CorrectionOnItsWay = CorrectionText & {
  kind: VersionKind
  note: string | null
  errorIds: number[]
  /** The text as blocks. */
  body: Block[]
  /** Another version was published since it was written. */
  isBehind: boolean
  difference: VersionDifference
  written: Written
}

/** Null where the article is not public, or stands under a legal hold. */
export async function findCorrection(moderator: Moderator, id: number): Promise<CorrectionDesk | null> {
  const article = await db().article.findUnique({
    where: { id },
    select: {
      ...{ state: true, slug: true, legalHoldAt: true },
      correctionDrafts: { where: { readerId: moderator.id } },
    },
  })
  if (article?.state !== 'published' || article.legalHoldAt) return null
  const current = await currentContent(db(), id)
  if (!current) return null
  const { number, content } = current
  const [draft] = article.correctionDrafts
  const after = draft && corrected(content, draft)
  return {
    article: { id, slug: article.slug, headline: content.headline },
    number,
    text: textOf(content),
    draft: after
      ? {
          ...{ kind: draft.kind, note: draft.note, errorIds: draft.errorIds },
          ...{ headline: draft.headline, standfirst: draft.standfirst, text: draft.text },
          body: after.body,
          isBehind: draft.baseNumber !== number,
          difference: versionDifference(comparable(content), comparable(after)),
          written: { language: content.language, direction: content.direction },
        }
      : null,
  }
}
