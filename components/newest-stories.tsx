import type { Story } from '@/lib/articles/queries-stories'
import { say } from '@/messages/say'
import { BriefStory } from './story'

/** Something to read where what was looked for is not. */
export function NewestStories({ stories }: { stories: Story[] }) {
  if (stories.length === 0) return null
  return (
    <section className="mt-8 border-rule border-t pt-4">
      <h2 className="mb-3 font-[650] font-sans text-base tracking-normal">{say('error.newest')}</h2>
      <div className="grid gap-3">
        {stories.map((story) => (
          <BriefStory key={story.id} story={story} withDate />
        ))}
      </div>
    </section>
  )
}
