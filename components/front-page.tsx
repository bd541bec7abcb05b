import type { Front } from '@/lib/articles/front'
import type { Story } from '@/lib/articles/queries-stories'
import { articlePath } from '@/lib/articles/slug'
import { say } from '@/messages/say'
import { Meta } from './meta'
import { BriefStory, LeadStory, SecondStory } from './story'
import { When } from './when'
import { wordsOf } from './words-of'

type Props = { front: Front; discussed: Story[]; read: Story[]; isPreview?: boolean }

/** A front page with a hierarchy, on a telephone too: the lead, the seconds, what is discussed, then a column for each section. */
export function FrontPage({
  front: { lead, seconds, briefs, columns, more },
  discussed,
  read,
  isPreview = false,
}: Props) {
  return (
    <div className="mx-auto grid max-w-[76rem] gap-8 px-[clamp(1rem,4vw,2.5rem)] pt-7 pb-16 desk:grid-cols-12 desk:grid-rows-[auto_1fr]">
      {!isPreview && <h1 className="sr-only">{say('front.heading')}</h1>}
      {!lead && <EmptyFront />}
      {lead && (
        <div className="desk:col-span-8 desk:pe-8">
          <LeadStory story={lead} />
        </div>
      )}
      {(seconds.length > 0 || read.length > 0) && (
        <div className="grid content-start gap-5 divide-y divide-rule *:not-last:pb-5 desk:col-span-4 desk:row-span-2 desk:-ms-8 desk:border-rule desk:border-s desk:ps-8">
          {seconds.map((story) => (
            <SecondStory key={story.id} story={story} />
          ))}
          {read.length > 0 && <MostRead stories={read} />}
        </div>
      )}
      {lead && (briefs.length > 0 || discussed.length > 0) && (
        <div className="grid content-start gap-8 desk:col-span-8 desk:pe-8">
          {briefs.length > 0 && <Briefs stories={briefs} />}
          {discussed.length > 0 && <MostDiscussed stories={discussed} />}
        </div>
      )}
      {columns.length > 0 && (
        <div className="grid gap-x-8 gap-y-9 border-ink border-t pt-4 pad:grid-cols-2 desk:col-span-full desk:grid-cols-3">
          {columns.map(({ section, stories }) => (
            <section key={section.slug}>
              <h2 className="mb-3 font-[650] font-sans text-base tracking-normal">
                <a href={`/section/${section.slug}`} className="no-underline hover:underline">
                  {section.name}
                </a>
              </h2>
              <div className="divide-y divide-rule *:py-2.5 *:first:pt-0">
                {stories.map((story) => (
                  <BriefStory key={story.id} story={story} />
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
      {more.length > 0 && <MoreNews stories={more} />}
    </div>
  )
}

function MoreNews({ stories }: { stories: Story[] }) {
  return (
    <section className="border-ink border-t pt-4 desk:col-span-full">
      <h2 className="mb-3 font-[650] font-sans text-base tracking-normal">{say('front.more')}</h2>
      <ul className="gap-8 pad:columns-2 desk:columns-3">
        {stories.map((story) => (
          <li key={story.id} className="break-inside-avoid pb-2.5">
            <a
              {...wordsOf(story)}
              href={articlePath(story)}
              className="font-serif text-comment leading-tight no-underline hover:underline"
            >
              {story.headline}
            </a>
            <Meta>
              {story.section.name}
              <When at={story.publishedAt} as="day" />
            </Meta>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MostRead({ stories }: { stories: Story[] }) {
  return (
    <section>
      <h2 className="mb-3 font-[650] font-sans text-base tracking-normal">{say('front.mostRead')}</h2>
      <ol className="grid gap-2.5">
        {stories.map((story, index) => (
          <li
            key={story.id}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)] font-serif text-comment leading-tight"
          >
            <span aria-hidden="true" className="text-quiet">
              {index + 1}
            </span>
            <a {...wordsOf(story)} href={articlePath(story)} className="no-underline hover:underline">
              {story.headline}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Briefs({ stories }: { stories: Story[] }) {
  return (
    <section className="border-rule border-t pt-4">
      <h2 className="mb-3 font-[650] font-sans text-base tracking-normal">{say('front.briefs')}</h2>
      <div className="grid gap-x-8 gap-y-4 pad:grid-cols-2">
        {stories.map((story) => (
          <BriefStory key={story.id} story={story} />
        ))}
      </div>
    </section>
  )
}

function MostDiscussed({ stories }: { stories: Story[] }) {
  return (
    <section className="border-rule border-t pt-4">
      <h2 className="mb-3 font-[650] font-sans text-base tracking-normal">{say('front.mostDiscussed')}</h2>
      <div className="grid gap-x-8 gap-y-4 pad:grid-cols-2">
        {stories.map((story) => (
          <BriefStory key={story.id} story={story} />
        ))}
      </div>
    </section>
  )
}

function EmptyFront() {
  return (
    <div className="py-16 desk:col-span-full">
      <h2 className="text-title">{say('front.empty')}</h2>
      <p className="mt-2 text-quiet">{say('front.emptyHint')}</p>
    </div>
  )
}
