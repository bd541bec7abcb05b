import type { Block } from '@/lib/articles/body'
import { inTransaction } from '@/lib/db'
import type { ArticleState } from '@/prisma/generated/enums'
import { type Base, baseName } from './base'
import { contentOf, type Place, placeFields, type Version, versionFields } from './content-of-version'
import { type DraftContent, readContent } from './draft-content'
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
  sources: DraftContent['sources']
  section: string
  authors: string[]
  language: string
  direction: 'ltr' | 'rtl' | null
  /** Of what was given out: until when nobody may publish it. */
  embargoedUntil: Date | null
  name: string
}

/**
 * What a link shows now: the draft, or, of what is under embargo, an article or an update of one, what was given out. Null
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
        scheduledUpdate: {
          select: { content: true, revision: true, goesLiveAt: true, isEmbargo: true, problem: true },
        },
      },
    })
    if (!article) return null
    const isDelivery = kind === 'delivery'
    const copy = isDelivery ? givenOut(article) : await readWorkingCopy(tx, articleId)
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
      ...{ picture: content.picture, sources: content.sources },
      ...{ body: content.body, language: content.language, direction: content.direction },
      section: section?.name ?? '',
      authors: content.bylines.map((slug) => names.get(slug) ?? slug),
      embargoedUntil: 'until' in copy ? copy.until : null,
      name: baseName(copy.base),
    }
  })
}

type Deliverable = Place & {
  state: ArticleState
  goesLiveAt: Date | null
  currentVersion: (Version & { number: number }) | null
  scheduledUpdate: {
    content: unknown
    revision: number
    goesLiveAt: Date
    isEmbargo: boolean
    problem: string | null
  } | null
}

/** What of an article is under embargo: the whole of it, or what it is to say later. Null where nothing is. */
function givenOut(article: Deliverable): { content: DraftContent; base: Base; until: Date | null } | null {
  const { state, currentVersion: version, scheduledUpdate: update } = article
  if (state === 'embargoed' && version)
    return {
      ...{ content: contentOf(version, article), base: { version: version.number } },
      until: article.goesLiveAt,
    }
  if (state !== 'published' || !update?.isEmbargo || update.problem !== null) return null
  return {
    ...{ content: readContent(update.content), base: { save: update.revision } },
    until: update.goesLiveAt,
  }
}
