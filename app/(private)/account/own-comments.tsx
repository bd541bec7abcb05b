import { AboutHeadline, headlineHere } from '@/components/about-headline'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import type { OwnComment } from '@/lib/comments/queries-own'
import { say } from '@/messages/say'

/** What became of a reader's comments, each with the way to its receipt. */
export function OwnComments({ comments }: { comments: OwnComment[] }) {
  if (comments.length === 0) return <p className="text-quiet">{say('account.noComments')}</p>
  return (
    <ol className="divide-y divide-rule border-rule border-t">
      {comments.map(({ id, state, excerpt, createdAt, article }) => (
        <li key={id} className="py-4">
          <p
            className={
              state === 'held' ? 'font-[650] text-hold text-small' : 'font-[650] text-quiet text-small'
            }
          >
            {say(`receipt.${state}`)}
          </p>
          <p dir="auto" className="my-1 line-clamp-2 font-serif text-comment [overflow-wrap:anywhere]">
            {excerpt}
          </p>
          <Meta>
            {article ? (
              <AboutHeadline text={say('account.on', { headline: headlineHere })} article={article} />
            ) : (
              say('account.onHidden')
            )}
            <When at={createdAt} />
            <a href={`/comments/${id}/receipt`}>{say('account.receipt')}</a>
          </Meta>
        </li>
      ))}
    </ol>
  )
}
