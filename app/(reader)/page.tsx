import type { Metadata } from 'next'
import { FrontPage } from '@/components/drawn-once'
import { ReaderPage } from '@/components/reader-page'
import { When } from '@/components/when'
import { arrange } from '@/lib/articles/front'
import { listSections } from '@/lib/articles/queries'
import { findArrangement, listFrontStories } from '@/lib/articles/queries-front'
import { listKeptMostRead } from '@/lib/articles/queries-reads'
import { listMostDiscussed } from '@/lib/articles/queries-stories'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { sharedAs } from './shared-as'

const discussedDays = 14

export function generateMetadata(): Metadata {
  const { name, url } = site()
  const shared = { title: say('front.title', { site: name }), description: say('front.description') }
  const canonical = new URL('/', url)
  return {
    ...shared,
    alternates: { canonical, types: feedLinks('/', name, url) },
    ...sharedAs({ ...shared, url: canonical, card: '/og/site.png' }),
  }
}

export default async function Front() {
  const now = new Date()
  const since = new Date(now.getTime() - discussedDays * 86_400_000)
  const arrangement = await findArrangement(now)
  const [sections, stories, discussed, read] = await Promise.all([
    listSections(),
    listFrontStories(arrangement),
    listMostDiscussed({ take: 4, since }),
    listKeptMostRead({ take: 5 }),
  ])
  return (
    <ReaderPage sections={sections} date={<When at={now} as="day" />}>
      <FrontPage front={arrange(stories, sections, arrangement)} discussed={discussed} read={read} />
    </ReaderPage>
  )
}
