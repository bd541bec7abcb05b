import { writeCursor } from '@/lib/comments/cursor'
import type { ConversationPage, Sort } from '@/lib/comments/queries'
import { say } from '@/messages/say'
import { Button } from './button'
import { CommentBox } from './comment-box'
import { CommentThreads } from './comment-thread'
import { Meta } from './meta'

type Props = {
  article: { id: number; commentCount: number; conversation: 'open' | 'closed' }
  page: ConversationPage
  sort: Sort
  /** Set where the page stands alone and begins somewhere in the middle. */
  fromStart?: boolean
}

/** Readers' answers under an article: the box first, then the conversation. */
export function Conversation({ article, page, sort }: Props) {
  const isOpen = article.conversation === 'open'
  return (
    <section
      id="talk"
      aria-labelledby="talk-heading"
      className="border-ink border-t-3 bg-wash [border-top-style:double]"
    >
      <div className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-8 pb-16">
        <h2 id="talk-heading" className="text-title">
          {say('talk.heading')}
        </h2>
        <Meta className="mt-1 mb-4">
          {say('article.comments', { count: article.commentCount })}
          {isOpen && say('talk.newcomers')}
          <a href="/rules">{say('site.rules')}</a>
        </Meta>
        {isOpen ? (
          <ComposeForm articleId={article.id} />
        ) : (
          <p className="my-4 border-edge border-s-3 ps-4">{say('talk.closed')}</p>
        )}
        {page.threads.length === 0 && isOpen && <p className="mt-8 text-quiet">{say('talk.none')}</p>}
        {page.threads.length > 0 && <SortLinks articleId={article.id} sort={sort} />}
        <CommentThreads threads={page.threads} canReply={isOpen} />
        {page.next && (
          <p className="border-rule border-t pt-4">
            <a
              rel="next"
              href={`/news/${article.id}/comments?sort=${sort}&after=${writeCursor(page.next)}`}
              className="inline-block py-1 font-semibold"
            >
              {say('talk.moreComments')}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

function ComposeForm({ articleId }: { articleId: number }) {
  return (
    <form method="post" action="/api/comments">
      <input type="hidden" name="article" value={articleId} />
      <CommentBox />
      <div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit">{say('talk.post')}</Button>
        <span className="text-quiet text-small">{say('talk.signInLater')}</span>
      </div>
    </form>
  )
}

const sorts: Sort[] = ['newest', 'oldest']

export function SortLinks({ articleId, sort }: { articleId: number; sort: Sort }) {
  return (
    <nav aria-label={say('talk.sortBy')} className="mt-7 flex gap-5 text-small">
      {sorts.map((each) => (
        <a
          key={each}
          href={`/news/${articleId}/comments?sort=${each}`}
          aria-current={each === sort ? 'true' : undefined}
          className="inline-block py-1 text-quiet no-underline hover:text-accent aria-[current]:font-[650] aria-[current]:text-ink"
        >
          {say(`talk.${each}`)}
        </a>
      ))}
    </nav>
  )
}
