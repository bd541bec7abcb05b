import type { ListPlace } from '@/lib/articles/list-place'
import { plainNote } from '@/lib/articles/note'
import type { PublicArticle } from '@/lib/articles/queries'
import { type ListedBy, listStoryPage } from '@/lib/articles/queries-lists'
import type { Story } from '@/lib/articles/queries-stories'
import { articlePath } from '@/lib/articles/slug'
import { summaryOf } from '@/lib/articles/summary'
import { articleHtml } from '@/lib/feeds/article-html'
import { feedPicture } from '@/lib/feeds/feed'
import type { ArticleForPrograms, StoryForPrograms } from './shapes'

/** A page of a list, or of all that is published, and where the next one begins. */
export async function listForPrograms(
  by: ListedBy | null,
  after: ListPlace | null,
  take: number,
  site: URL,
): Promise<{ articles: StoryForPrograms[]; next: ListPlace | null }> {
  const { stories, older } = await listStoryPage(by ?? 'everything', after && { after }, take)
  return { articles: stories.map((story) => storyForPrograms(story, site)), next: older }
}

export function storyForPrograms(story: Story, site: URL): StoryForPrograms {
  return {
    id: story.id,
    url: new URL(articlePath(story), site).href,
    headline: story.headline,
    summary: story.standfirst,
    section: { slug: story.section.slug, name: story.section.name },
    publishedAt: story.publishedAt.toISOString(),
    commentCount: story.commentCount,
    picture: story.picture && feedPicture(story.picture, site),
  }
}

export function articleForPrograms(
  article: PublicArticle,
  site: { url: URL; language: string },
): ArticleForPrograms {
  const at = (path: string) => new URL(path, site.url).href
  const story = storyForPrograms({ ...article, prominence: 0 }, site.url)
  const { dateline, body, picture } = article
  const lead = story.picture && { picture: story.picture, caption: picture?.caption ?? null }
  const pictures = new Map(
    [...article.pictures].map(([hash, known]) => [hash, feedPicture({ ...known, alt: '' }, site.url)]),
  )
  return {
    ...story,
    summary: summaryOf(article),
    language: article.language ?? site.language,
    updatedAt: article.updatedAt.toISOString(),
    authors: article.bylines.map(({ slug, name }) => ({ name, url: at(`/author/${slug}`) })),
    tags: article.tags,
    html: articleHtml({ dateline, body, lead, pictures }, story.url),
    versions: { count: article.versionCount, url: at(`/news/${article.id}/versions`) },
    corrections: article.corrections.map(({ kind, note, at }) => ({
      ...{ kind, note: plainNote(note), at: at.toISOString() },
    })),
    conversation: {
      isOpen: article.conversation === 'open',
      url: at(`/api/v1/articles/${article.id}/comments`),
    },
  }
}
