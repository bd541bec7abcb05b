import type { Metadata } from 'next'
import { StoryList } from '@/components/drawn-once'
import { FollowByFeed } from '@/components/follow-by-feed'
import { Picture } from '@/components/picture'
import { ReaderPage } from '@/components/reader-page'
import { listSections } from '@/lib/articles/queries'
import { findAuthor } from '@/lib/articles/queries-lists'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { goToFormer } from '../../go-to-former'
import { canonicalOf, type ListQuery, readListPage } from '../../list-page'
import { sharedAs } from '../../shared-as'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<ListQuery> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const author = await findAuthor((await params).slug)
  if (!author) return {}
  const canonical = canonicalOf(`/author/${author.slug}`, await searchParams)
  return {
    title: say('author.title', { author: author.name, site: site().name }),
    description: author.bio,
    alternates: { canonical, types: feedLinks(`/author/${author.slug}`, author.name, site().url) },
    ...sharedAs(
      { title: author.name, description: author.bio, url: canonical, card: `/og/author/${author.slug}.png` },
      'profile',
    ),
  }
}

/** Who somebody of the newsroom is, and what they wrote. */
export default async function AuthorPage({ params, searchParams }: Props) {
  const { slug } = await params
  const author = await findAuthor(slug)
  if (!author) return goToFormer('author', slug)
  const path = `/author/${author.slug}`
  const [sections, page] = await Promise.all([
    listSections(),
    readListPage(path, { author: author.slug }, await searchParams),
  ])
  return (
    <ReaderPage sections={sections}>
      <StoryList
        title={author.name}
        lead={
          <div className="mt-3 flex flex-wrap items-start gap-x-5 gap-y-3">
            {author.picture && (
              <div className="w-32">
                <Picture picture={author.picture} place="portrait" withCaption={false} first />
              </div>
            )}
            <div className="min-w-64 max-w-[66ch] flex-1">
              {author.bio && (
                <p dir="auto" className="mb-1.5 font-serif text-comment leading-snug">
                  {author.bio}
                </p>
              )}
              <FollowByFeed path={path} />
            </div>
          </div>
        }
        {...page}
        empty={say('author.empty', { author: author.name })}
      />
    </ReaderPage>
  )
}
