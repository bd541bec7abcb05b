import { excerptOf } from '@/lib/comments/excerpt'
import type { ProfileComment } from '@/lib/comments/queries-profile'
import { say } from '@/messages/say'
import { AboutHeadline, headlineHere } from './about-headline'
import { When } from './when'

/** Comments out of their conversations: what each is about, its first words, and the way there. */
export function CommentList({
  comments,
  withNames = false,
  after,
}: {
  comments: ProfileComment[]
  withNames?: boolean
  /** What stands after each one. */
  after?: (comment: ProfileComment) => React.ReactNode
}) {
  return (
    <ol className="divide-y divide-rule border-rule border-y">
      {comments.map((comment) => (
        <li key={comment.id} className="py-4">
          <p className="text-quiet text-small">
            {withNames && (
              <span dir="auto" className="me-2 font-[650] text-ink">
                {comment.author?.name ?? say('talk.anonymous')}
              </span>
            )}
            <a href={`/comments/${comment.id}`}>
              <AboutHeadline text={say('account.on', { headline: headlineHere })} article={comment.article} />
            </a>
          </p>
          <p dir="auto" className="my-1 font-serif text-comment leading-[1.55] [overflow-wrap:anywhere]">
            {excerptOf(comment.text ?? [])}
          </p>
          <p className="flex flex-wrap gap-x-5 text-quiet text-small">
            <When at={comment.createdAt} />
            {comment.recommendCount > 0 && say('profile.recommended', { count: comment.recommendCount })}
          </p>
          {after?.(comment)}
        </li>
      ))}
    </ol>
  )
}
