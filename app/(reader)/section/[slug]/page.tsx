import type { Metadata } from 'next'
import { StoryList } from '@/components/drawn-once'
import { FollowByFeed } from '@/components/follow-by-feed'
import { ReaderPage } from '@/components/reader-page'
import { findSection, listSections } from '@/lib/articles/queries'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { goToFormer } from '../../go-to-former'
import { canonicalOf, type ListQuery, readListPage } from '../../list-page'
import { sharedAs } from '../../shared-as'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<ListQuery> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const section = await findSection((await params).slug)
  if (!section) return {}
  const { name, description } = section
  const canonical = canonicalOf(`/section/${section.slug}`, await searchParams)
  return {
    title: say('section.title', { section: name, site: site().name }),
    description,
    alternates: { canonical, types: feedLinks(`/section/${section.slug}`, name, site().url) },
    ...sharedAs({ title: name, description, url: canonical, card: `/og/section/${section.slug}.png` }),
  }
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { slug } = await params
  const section = await findSection(slug)
  if (!section) return goToFormer('section', slug)
  const [sections, page] = await Promise.all([
    listSections(),
    readListPage(`/section/${section.slug}`, { section: section.slug }, await searchParams),
  ])
  return (
    <ReaderPage sections={sections} current={section.slug}>
      <StoryList
        title={section.name}
        lead={
          <>
            <p className="mt-1 text-quiet">{section.description}</p>
            <FollowByFeed path={`/section/${section.slug}`} />
          </>
        }
        {...page}
        empty={say('section.empty', { section: section.name })}
      />
    </ReaderPage>
  )
}
