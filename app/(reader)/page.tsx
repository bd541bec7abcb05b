import type { Metadata } from 'next'
import { FrontPage } from '@/components/front-page'
import { ReaderPage } from '@/components/reader-page'
import { When } from '@/components/when'
import { listMostDiscussed, listSections, listStories } from '@/lib/articles/queries'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

const storiesOnFront = 60
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
  const [sections, stories, discussed] = await Promise.all([
    listSections(),
    listStories({ take: storiesOnFront }),
    listMostDiscussed({ take: 4, since }),
  ])
  return (
    <ReaderPage sections={sections} date={<When at={now} as="day" />}>
      <FrontPage sections={sections} stories={stories} discussed={discussed} />
    </ReaderPage>
  )
}
