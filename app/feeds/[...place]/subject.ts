import { findSection } from '@/lib/articles/queries'
import { findByFormerSlug } from '@/lib/articles/queries-former'
import { findAuthor, findTag, type ListedBy } from '@/lib/articles/queries-lists'
import { tagPath } from '@/lib/articles/slug'
import type { FeedEntry } from '@/lib/feeds/feed'
import { listFeedArticles } from '@/lib/feeds/queries'
import { listFeedComments } from '@/lib/feeds/queries-comments'
import { listFeedCorrections } from '@/lib/feeds/queries-corrections'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

/** What a feed is of: its page, its words, and what is in it. */
export type Subject = {
  page: string
  title: string
  description: string
  /** Since when an empty one has been as it is. */
  begunAt?: Date
  entries: FeedEntry[]
}

/** Null where there is no such thing. */
export async function subjectOf([of, which = '']: string[]): Promise<Subject | null> {
  switch (of) {
    case 'front':
      return stories('/', site().name, say('front.description'), null)
    case 'section': {
      const section = await findSection(which)
      if (!section) return null
      return stories(`/section/${section.slug}`, section.name, section.description, { section: section.slug })
    }
    case 'tag': {
      const tag = await findTag(which)
      return tag && stories(tagPath(tag.slug), tag.name, '', { tag: tag.slug })
    }
    case 'author': {
      const author = await findAuthor(which)
      return author && stories(`/author/${author.slug}`, author.name, author.bio, { author: author.slug })
    }
    case 'comments':
      return comments(publicId(which))
    case 'corrections':
      return corrections()
    default:
      return null
  }
}

/** The page of what is called otherwise now, or was merged into another; null where nothing ever had the name. */
export async function formerPageOf([of, which = '']: string[]): Promise<string | null> {
  if (of !== 'section' && of !== 'author' && of !== 'tag') return null
  const now = await findByFormerSlug(of, which)
  return now && `/${of}/${encodeURIComponent(now)}`
}

async function stories(page: string, name: string, about: string, by: ListedBy | null): Promise<Subject> {
  const title = by === null ? name : say('section.title', { section: name, site: site().name })
  return { page, title, description: about || title, entries: await listFeedArticles(site().url, by) }
}

async function comments(articleId: number | null): Promise<Subject | null> {
  const talk = articleId === null ? null : await listFeedComments(site().url, articleId)
  if (talk === null) return null
  const { headline } = talk
  return {
    page: `/news/${articleId}/comments`,
    title: say('talk.title', { headline }),
    description: say('talk.description', { headline }),
    begunAt: talk.publishedAt,
    entries: talk.entries.map((entry) => ({
      ...entry,
      title: say('talk.comment', { name: entry.authors[0]?.name ?? say('talk.anonymous') }),
    })),
  }
}

async function corrections(): Promise<Subject> {
  const { name, url } = site()
  const found = await listFeedCorrections(url)
  return {
    page: '/corrections',
    title: `${say('corrections.title')} · ${name}`,
    description: say('corrections.description', { site: name }),
    entries: found.map(({ kind, headline, ...entry }) => ({
      ...entry,
      title: say('feed.correction', { kind: say(`versions.kind.${kind}`), headline }),
    })),
  }
}
