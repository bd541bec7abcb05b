import type { Block } from '@/lib/articles/body'
import { inTransaction } from '@/lib/db'
import { baseName } from './base'
import { contentOf, placeFields, versionFields } from './content-of-version'
import type { DraftContent } from './draft-content'
import type { PreviewKind } from './preview-link'
import { readWorkingCopy } from './queries-working-copy'

/** What a preview shows: an article as it would be. */
export type Previewed = {
  headline: string
  standfirst: string
  dateline: string
  body: Block[]
  /** What leads it, with the words it has here; its file is nobody's to fetch yet. */
  picture: DraftContent['picture']
  section: string
  authors: string[]
  language: string
  direction: 'ltr' | 'rtl' | null
  /** Of what was given out: until when nobody may publish it. */
  embargoedUntil: Date | null
  name: string
}

/**
 * What a link shows now: the draft, or, of an article under embargo, its current version, which is what was given out. Null
 * when there is neither: a delivery ends with its embargo.
 */
export function findPreview({
  articleId,
  kind,
}: {
  articleId: number
  kind: PreviewKind
}): Promise<Previewed | null> {
  return inTransaction(async (tx) => {
    const article = await tx.article.findUnique({
      where: { id: articleId },
      select: {
        ...placeFields,
        ...{ state: true, goesLiveAt: true },
        currentVersion: { select: { ...versionFields, number: true } },
      },
    })
    if (!article) return null
    const isDelivery = kind === 'delivery'
    if (isDelivery && (article.state !== 'embargoed' || !article.currentVersion)) return null
    const given = isDelivery && article.currentVersion
    const copy = given
      ? { content: contentOf(given, article), base: { version: given.number } }
      : await readWorkingCopy(tx, articleId)
    if (!copy) return null
    const { content } = copy
    const authors = await tx.author.findMany({
      where: { slug: { in: content.bylines } },
      select: { slug: true, name: true },
    })
    const names = new Map(authors.map(({ slug, name }) => [slug, name]))
    const section = await tx.section.findUnique({ where: { slug: content.section }, select: { name: true } })
    return {
      ...{ headline: content.headline, standfirst: content.standfirst, dateline: content.dateline },
      picture: content.picture,
      ...{ body: content.body, language: content.language, direction: content.direction },
      section: section?.name ?? '',
      authors: content.bylines.map((slug) => names.get(slug) ?? slug),
      embargoedUntil: isDelivery ? article.goesLiveAt : null,
      name: baseName(copy.base),
    }
  })
}
