import type { ReactNode } from 'react'
import type { Story } from '@/lib/articles/queries-stories'
import { say } from '@/messages/say'
import { ListedStory } from './story'

export type PageLinks = { newer: string | null; older: string | null }

/** One page of stories under a title, with the ways to the pages beside it. */
export function StoryList({
  title,
  lead,
  stories,
  links,
  empty,
  children,
}: {
  title: string
  lead?: ReactNode
  stories: Story[]
  links: PageLinks
  empty: string
  children?: ReactNode
}) {
  // Not all stories have a picture: the first that there is comes at once.
  const first = stories.find(({ picture }) => picture !== null)
  return (
    <div className="mx-auto max-w-[58rem] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
      <h1 dir="auto" className="text-title">
        {title}
      </h1>
      {lead}
      {children}
      {stories.length === 0 && <p className="py-10">{empty}</p>}
      {stories.length > 0 && (
        <div className="mt-6 divide-y divide-rule border-ink border-t *:py-6">
          {stories.map((story) => (
            <ListedStory key={story.id} story={story} first={story === first} />
          ))}
        </div>
      )}
      <Pages {...links} />
    </div>
  )
}

function Pages({ newer, older }: PageLinks) {
  if (!newer && !older) return null
  return (
    <nav aria-label={say('list.pages')} className="flex gap-6 border-rule border-t pt-4 font-semibold">
      {newer && (
        <a rel="prev" href={newer} className="py-1">
          {say('list.newer')}
        </a>
      )}
      {older && (
        <a rel="next" href={older} className="ms-auto py-1">
          {say('list.older')}
        </a>
      )}
    </nav>
  )
}
