import type { Metadata } from 'next'
import { StoryList } from '@/components/drawn-once'
import { FollowByFeed } from '@/components/follow-by-feed'
import { ReaderPage } from '@/components/reader-page'
import { listSections } from '@/lib/articles/queries'
import { findTag } from '@/lib/articles/queries-lists'
import { tagPath } from '@/lib/articles/slug'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { goToFormer } from '../../go-to-former'
import { canonicalOf, type ListQuery, readListPage } from '../../list-page'
import { sharedAs } from '../../shared-as'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<ListQuery> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const tag = await findTag(decodeURIComponent((await params).slug))
  if (!tag) return {}
  const description = say('tag.description', { tag: tag.name, site: site().name })
  const canonical = canonicalOf(tagPath(tag.slug), await searchParams)
  return {
    title: say('tag.title', { tag: tag.name, site: site().name }),
    description,
    alternates: { canonical, types: feedLinks(tagPath(tag.slug), tag.name, site().url) },
    ...sharedAs({
      title: tag.name,
      description,
      url: canonical,
      card: `/og/tag/${encodeURIComponent(tag.slug)}.png`,
    }),
  }
}

/** Every story about one thing. */
export default async function TagPage({ params, searchParams }: Props) {
  const slug = decodeURIComponent((await params).slug)
  const tag = await findTag(slug)
  if (!tag) return goToFormer('tag', slug)
  const [sections, page] = await Promise.all([
    listSections(),
    readListPage(tagPath(tag.slug), { tag: tag.slug }, await searchParams),
  ])
  return (
    <ReaderPage sections={sections}>
      <StoryList
        title={tag.name}
        lead={
          <>
            <p className="mt-1 text-quiet">{say('tag.lead')}</p>
            <FollowByFeed path={tagPath(tag.slug)} />
          </>
        }
        {...page}
        empty={say('list.empty')}
      />
    </ReaderPage>
  )
}
