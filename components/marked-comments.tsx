import { excerptOf } from '@/lib/comments/excerpt'
import type { PublicComment } from '@/lib/comments/queries'
import { say } from '@/messages/say'

/** What the newsroom wrote or picked in a conversation and this page does not hold: a line each, and the way there. */
export function MarkedComments({ comments }: { comments: PublicComment[] }) {
  if (comments.length === 0) return null
  return (
    <section aria-labelledby="marked-heading" className="mt-7 border-accent border-s-2 ps-4">
      <h3 id="marked-heading" className="font-[650] font-sans text-small tracking-normal">
        {say('talk.marked')}
      </h3>
      <ul>
        {comments.map((comment) => (
          <li key={comment.id} className="py-1.5 leading-snug">
            <a href={`/comments/${comment.id}`} className="no-underline hover:text-accent">
              <span dir="auto" className="font-[650] text-small">
                {comment.author?.name ?? say('talk.anonymous')}
              </span>{' '}
              <span className="text-quiet text-small">
                {comment.isPicked ? say('talk.picked') : say('talk.staff')}
              </span>{' '}
              <span dir="auto" className="font-serif text-comment [overflow-wrap:anywhere]">
                {excerptOf(comment.text ?? [])}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
