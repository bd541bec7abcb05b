import { articlePath } from '@/lib/articles/slug'
import type { Piece } from '@/lib/search/pieces'
import type { Result } from '@/lib/search/queries-search'
import { say } from '@/messages/say'
import { Meta } from './meta'
import { When } from './when'
import { wordsOf } from './words-of'

/** Stories that were searched for, with the words that were asked for marked. */
export function FoundStories({ results }: { results: readonly Result[] }) {
  return (
    <ol className="mt-4 divide-y divide-rule border-ink border-t">
      {results.map(({ story, headline, excerpt }) => (
        <li key={story.id} className="py-5">
          <article>
            <h2 {...wordsOf(story)} className="text-second">
              <a href={articlePath(story)} className="no-underline hover:underline">
                <Marked pieces={headline} />
              </a>
            </h2>
            {excerpt.length > 0 && (
              <p
                {...wordsOf(story)}
                className="mt-1.5 mb-1.5 max-w-[66ch] font-serif text-comment text-quiet leading-snug [overflow-wrap:anywhere]"
              >
                <Marked pieces={excerpt} />
              </p>
            )}
            <Meta>
              <a href={`/section/${story.section.slug}`}>{story.section.name}</a>
              <When at={story.publishedAt} />
              {story.commentCount > 0 && say('article.comments', { count: story.commentCount })}
            </Meta>
          </article>
        </li>
      ))}
    </ol>
  )
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isHit }, index) =>
    isHit ? (
      <mark key={index} className="bg-transparent text-accent underline decoration-1 underline-offset-2">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
