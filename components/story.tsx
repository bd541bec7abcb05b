import type { Story } from '@/lib/articles/queries-stories'
import { articlePath } from '@/lib/articles/slug'
import { say } from '@/messages/say'
import { Meta } from './meta'
import { Picture } from './picture'
import { When } from './when'
import { wordsOf } from './words-of'

type Props = { story: Story; withSection?: boolean }

/** The story the day is about. */
export function LeadStory({ story }: Props) {
  return (
    <article className="grid gap-4">
      {story.picture && <Picture picture={story.picture} place="front-lead" first />}
      <div>
        <Kicker story={story} />
        <h2 {...wordsOf(story)} className="text-lead">
          <Link story={story} />
        </h2>
        {story.standfirst && (
          <p
            {...wordsOf(story)}
            className="mt-2 mb-2 max-w-[60ch] font-serif text-[1.1875rem] text-quiet leading-snug"
          >
            {story.standfirst}
          </p>
        )}
        <Comments story={story} />
      </div>
    </article>
  )
}

/** A story of the second rank: a standfirst, no picture. */
export function SecondStory({ story, withSection = true }: Props) {
  return (
    <article>
      {withSection && <Kicker story={story} />}
      <h3 {...wordsOf(story)} className="text-second">
        <Link story={story} />
      </h3>
      {story.standfirst && (
        <p {...wordsOf(story)} className="mt-1.5 mb-1.5 font-serif text-comment text-quiet leading-snug">
          {story.standfirst}
        </p>
      )}
      <Comments story={story} />
    </article>
  )
}

/** A headline in a column; with its day instead of what is said about it, where nobody tells the page of that. */
export function BriefStory({ story, withDate = false }: Props & { withDate?: boolean }) {
  return (
    <article>
      <h3 {...wordsOf(story)} className="text-brief leading-tight">
        <Link story={story} />
      </h3>
      {withDate ? (
        <p className="mt-1 text-quiet text-small">
          <When at={story.publishedAt} as="date" />
        </p>
      ) : (
        <Comments story={story} />
      )}
    </article>
  )
}

/** A story in a section's list, with its picture beside it and its day; `first` is the one at the top. */
export function ListedStory({ story, first = false }: Props & { first?: boolean }) {
  return (
    <article className="grid gap-x-6 gap-y-3 pad:grid-cols-[minmax(0,1fr)_14rem]">
      <div>
        <h2 {...wordsOf(story)} className="text-second">
          <Link story={story} />
        </h2>
        {story.standfirst && (
          <p
            {...wordsOf(story)}
            className="mt-1.5 mb-1.5 max-w-[60ch] font-serif text-comment text-quiet leading-snug"
          >
            {story.standfirst}
          </p>
        )}
        <Meta>
          <When at={story.publishedAt} />
          {say('article.comments', { count: story.commentCount })}
        </Meta>
      </div>
      {story.picture && <Picture picture={story.picture} place="list" first={first} withCaption={false} />}
    </article>
  )
}

function Kicker({ story }: Props) {
  return (
    <a
      href={`/section/${story.section.slug}`}
      className="mb-1 inline-block font-semibold text-accent text-small no-underline"
    >
      {story.section.name}
    </a>
  )
}

function Link({ story }: Props) {
  return (
    <a href={articlePath(story)} className="no-underline hover:underline">
      {story.headline}
    </a>
  )
}

function Comments({ story }: Props) {
  if (story.commentCount === 0) return null
  return (
    <p className="mt-1 text-quiet text-small">{say('article.comments', { count: story.commentCount })}</p>
  )
}
