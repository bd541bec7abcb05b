import type { Metadata } from 'next'
import { FrontPage } from '@/components/front-page'
import { ReaderPage } from '@/components/reader-page'
import { When } from '@/components/when'
import { arrange } from '@/lib/articles/front'
import { listMostDiscussed, listSections } from '@/lib/articles/queries'
import { findArrangement, listFrontStories } from '@/lib/articles/queries-front'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

const discussedDays = 14

export function generateMetadata(): Metadata {
  const { name, url } = site()
  return {
    title: say('front.title', { site: name }),
    description: say('front.description'),
    alternates: { canonical: new URL('/', url), types: feedLinks('/', name, url) },
  }
}

export default async function Front() {
  const now = new Date()
  const since = new Date(now.getTime() - discussedDays * 86_400_000)
  const arrangement = await findArrangement(now)
  const [sections, stories, discussed] = await Promise.all([
    listSections(),
    listFrontStories(arrangement),
    listMostDiscussed({ take: 4, since }),
  ])
  return (
    <ReaderPage sections={sections} date={<When at={now} as="day" />}>
      <FrontPage front={arrange(stories, sections, arrangement)} discussed={discussed} />
    </ReaderPage>
  )
}
