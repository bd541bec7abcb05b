import type { PublicComment } from '@/lib/comments/queries'
import { say } from '@/messages/say'
import { QuoteLink } from './passage-parts'

const look = 'inline-block py-1 text-quiet no-underline hover:text-accent'
const main = `${look} font-[550]`

/** What a reader can do with a comment. Everything works without scripts; islands/votes.ts recommends in place. */
export function CommentVerbs({ comment, canReply }: { comment: PublicComment; canReply: boolean }) {
  const { id, articleId, recommendCount } = comment
  return (
    <footer className="flex flex-wrap gap-x-3.5 text-small">
      {canReply && (
        <>
          <a
            href={`/comments/new?article=${articleId}&parent=${id}`}
            rel="nofollow"
            data-reply=""
            className={main}
          >
            {say('talk.reply')}
          </a>
          <QuoteLink comment={comment} />
        </>
      )}
      <form method="post" action={`/api/comments/${id}/vote`}>
        <button type="submit" className={`${main} aria-pressed:font-[650] aria-pressed:text-ink`}>
          {say('talk.recommend')} <span data-recommends="">{recommendCount > 0 ? recommendCount : ''}</span>
        </button>
      </form>
      <a href={`/comments/${id}/report`} rel="nofollow" className={look}>
        {say('talk.report')}
      </a>
      <a href={`/comments/${id}/more`} rel="nofollow" className={look}>
        {say('talk.more')}
      </a>
    </footer>
  )
}
