import { plainText } from '@/lib/comments/excerpt'
import type { PublicComment } from '@/lib/comments/queries'
import { markWords } from '@/lib/comments/search-words'
import { say } from '@/messages/say'
import { When } from './when'

/** Comments that were searched for: who, when, and the words around those that were asked for. */
export function FoundComments({ comments, query }: { comments: readonly PublicComment[]; query: string }) {
  return (
    <ol className="divide-y divide-rule">
      {comments.map((comment) => {
        const name = comment.author?.name ?? say('talk.anonymous')
        return (
          <li key={comment.id}>
            <article aria-label={say('talk.comment', { name })} className="py-4">
              <a
                href={`/comments/${comment.id}`}
                className="flex flex-wrap items-baseline gap-x-2.5 no-underline hover:text-accent"
              >
                <span dir="auto" className="font-[650]">
                  {name}
                </span>
                {comment.author?.isStaff && (
                  <span className="font-[650] text-accent text-small">{say('talk.staff')}</span>
                )}
                <span className="text-quiet text-small">
                  <When at={comment.createdAt} />
                </span>
              </a>
              <p
                dir="auto"
                className="mt-1 max-w-[66ch] font-serif text-comment leading-[1.55] [overflow-wrap:anywhere]"
              >
                {markWords(plainText(comment.text ?? []), query).map(({ text, isHit }, index) =>
                  isHit ? (
                    <mark key={index} className="bg-transparent font-[650] text-accent">
                      {text}
                    </mark>
                  ) : (
                    text
                  ),
                )}
              </p>
            </article>
          </li>
        )
      })}
    </ol>
  )
}
