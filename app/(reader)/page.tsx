import type { Metadata } from 'next'
import { FrontPage } from '@/components/drawn-once'
import { ReaderPage } from '@/components/reader-page'
import { When } from '@/components/when'
import { arrange } from '@/lib/articles/front'
import { listSections } from '@/lib/articles/queries'
import { findArrangement, listFrontStories } from '@/lib/articles/queries-front'
import { listMostRead } from '@/lib/articles/queries-reads'
import { listMostDiscussed } from '@/lib/articles/queries-stories'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { sharedAs } from './shared-as'

const discussedDays = 14
const readDays = 2

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
  const readSince = new Date(now.getTime() - readDays * 86_400_000).toISOString().slice(0, 10)
  const [sections, stories, discussed, read] = await Promise.all([
    listSections(),
    listFrontStories(arrangement),
    listMostDiscussed({ take: 4, since }),
    listMostRead({ take: 5, since: readSince }),
  ])
  return (
    <ReaderPage sections={sections} date={<When at={now} as="day" />}>
      <FrontPage front={arrange(stories, sections, arrangement)} discussed={discussed} read={read} />
    </ReaderPage>
  )
}
