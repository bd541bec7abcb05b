import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReaderPage } from '@/components/reader-page'
import { ListedStory } from '@/components/story'
import { findSection, listSections, listStories } from '@/lib/articles/queries'
import { readCursor, writeCursor } from '@/lib/comments/cursor'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

const storiesPerPage = 20

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ after?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const section = await findSection((await params).slug)
  if (!section) return {}
  const { name, url } = site()
  return {
    title: say('section.title', { section: section.name, site: name }),
    description: section.description,
    alternates: { canonical: new URL(`/section/${section.slug}`, url) },
  }
}

export default async function SectionPage({ params, searchParams }: Props) {
  const section = await findSection((await params).slug)
  if (!section) notFound()
  const { after } = await searchParams
  const cursor = typeof after === 'string' ? readCursor(after) : null
  const [sections, stories] = await Promise.all([
    listSections(),
    listStories({
      take: storiesPerPage + 1,
      section: section.slug,
      ...(cursor ? { before: { publishedAt: cursor.at, id: cursor.id } } : {}),
    }),
  ])
  const shown = stories.slice(0, storiesPerPage)
  const last = shown.at(-1)
  return (
    <ReaderPage sections={sections} current={section.slug}>
      <div className="mx-auto max-w-[58rem] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
        <h1 className="text-title">{section.name}</h1>
        <p className="mt-1 text-quiet">{section.description}</p>
        {shown.length === 0 && <p className="py-10">{say('section.empty', { section: section.name })}</p>}
        <div className="mt-6 divide-y divide-rule border-ink border-t *:py-6">
          {shown.map((story, index) => (
            <ListedStory key={story.id} story={story} first={index === 0} />
          ))}
        </div>
        <nav aria-label={say('section.pages')} className="flex gap-6 border-rule border-t pt-4 font-semibold">
          {cursor && <a href={`/section/${section.slug}`}>{say('section.newest')}</a>}
          {stories.length > storiesPerPage && last && (
            <a
              rel="next"
              href={`/section/${section.slug}?after=${writeCursor({ at: last.publishedAt, id: last.id })}`}
            >
              {say('section.older')}
            </a>
          )}
        </nav>
      </div>
    </ReaderPage>
  )
}
