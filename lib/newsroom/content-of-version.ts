import { readBody } from '@/lib/articles/body'
import type { VersionInput } from '@/lib/articles/commands-version'
import { readSources } from '@/lib/articles/sources'
import type { Prisma } from '@/prisma/generated/client'
import type { DraftContent } from './draft-content'

/** What of a version and its article a working copy begins from. */
export const versionFields = {
  ...{
    headline: true,
    standfirst: true,
    dateline: true,
    body: true,
    tags: true,
    sources: true,
    related: true,
  },
  ...{ pictureId: true, pictureAlt: true, caption: true, pictureCredit: true },
  ...{ language: true, direction: true, seoTitle: true, seoDescription: true },
} satisfies Prisma.ArticleVersionSelect

export const placeFields = {
  ...{ prominence: true, conversation: true, mode: true, section: { select: { slug: true } } },
  bylines: { orderBy: { position: 'asc' }, select: { author: { select: { slug: true } } } },
} satisfies Prisma.ArticleSelect

export type Version = Prisma.ArticleVersionGetPayload<{ select: typeof versionFields }>
export type Place = Prisma.ArticleGetPayload<{ select: typeof placeFields }>

/** A version as somebody would go on writing it. */
export function contentOf(version: Version, place: Place): DraftContent {
  const { pictureId } = version
  const { prominence, conversation, mode } = place
  return {
    headline: version.headline,
    standfirst: version.standfirst ?? '',
    dateline: version.dateline ?? '',
    body: readBody(version.body),
    section: place.section.slug,
    bylines: place.bylines.map(({ author }) => author.slug),
    tags: version.tags,
    picture: pictureId
      ? {
          id: pictureId,
          alt: version.pictureAlt ?? '',
          caption: version.caption ?? '',
          credit: version.pictureCredit ?? '',
        }
      : null,
    sources: readSources(version.sources),
    related: version.related,
    language: version.language ?? '',
    direction: version.direction,
    seoTitle: version.seoTitle ?? '',
    seoDescription: version.seoDescription ?? '',
    ...{ prominence, conversation, mode },
  }
}

/** What is written as a version says it: what is empty is not said. */
export function versionOf(content: DraftContent): VersionInput {
  const { picture } = content
  return {
    headline: content.headline.trim(),
    standfirst: said(content.standfirst),
    dateline: said(content.dateline),
    body: content.body,
    tags: content.tags,
    picture: picture && {
      id: picture.id,
      alt: picture.alt.trim(),
      caption: said(picture.caption),
      credit: said(picture.credit),
    },
    sources: content.sources,
    related: content.related,
    language: said(content.language),
    direction: content.direction,
    seoTitle: said(content.seoTitle),
    seoDescription: said(content.seoDescription),
  }
}

function said(text: string): string | null {
  return text.trim() || null
}
