import type { PublicTalk } from '@/lib/articles/queries-talk-mode'
import { writePageCursor } from '@/lib/comments/page-cursor'
import type { ConversationPage } from '@/lib/comments/queries-page'
import type { Questions } from '@/lib/comments/queries-questions'
import { type Sort, sorts, usualSort } from '@/lib/comments/sorts'
import { say } from '@/messages/say'
import { Composer } from './composer'
import { ConversationSearch } from './conversation-search'
import { CommentThreads } from './drawn-once'
import { MarkedComments } from './marked-comments'
import { Meta } from './meta'
import { QuestionsLine } from './questions-line'
import { closedSentence, ModeLine, SlowLine } from './talk-mode-lines'
import { TalkParts } from './talk-parts'

type Props = {
  article: {
    id: number
    commentCount: number
    conversation: 'open' | 'closed'
    mode: 'comments' | 'questions'
    talk: PublicTalk
  }
  /** Where readers ask and guests answer. */
  questions: Questions | null
  page: ConversationPage
  sort: Sort
  /** When the article was changed. */
  updates: readonly Date[]
  /** What had happened when the page was read: it is told what happens afterwards. */
  mark: string | undefined
  /** Set where the page begins somewhere in the middle. */
  fromMiddle?: boolean
}

/** Readers' answers under an article: the box first, then the conversation. */
export function Conversation({ article, questions, page, sort, updates, mark, fromMiddle = false }: Props) {
  const isOpen = article.conversation === 'open'
  return (
    <section
      id="talk"
      aria-labelledby="talk-heading"
      className="border-ink border-t-3 bg-wash [border-top-style:double]"
    >
      <tribune-talk
        article={article.id}
        mark={mark}
        roots={placeOfNewRoots(sort, fromMiddle, page.next !== null)}
        className="mx-auto block max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-8 pb-16"
      >
        <h2 id="talk-heading" className="text-title">
          {say('talk.heading')}
        </h2>
        <Meta className="mt-1 mb-4">
          <span data-count="">{say('article.comments', { count: article.commentCount })}</span>
          {isOpen && <ModeLine talk={article.talk} />}
          {isOpen && article.talk.slowSeconds !== null && <SlowLine seconds={article.talk.slowSeconds} />}
          <a href="/rules">{say('site.rules')}</a>
        </Meta>
        {questions && <QuestionsLine questions={questions} />}
        {isOpen ? (
          <Composer articleId={article.id} asks={article.mode === 'questions'} />
        ) : (
          <p data-closed="" className="my-4 border-edge border-s-3 ps-4">
            {closedSentence(article.talk)}
          </p>
        )}
        {page.threads.length === 0 && isOpen && (
          <p data-none="" className="mt-8 text-quiet">
            {say('talk.none')}
          </p>
        )}
        <MarkedComments comments={page.marked} />
        {page.threads.length > 0 && <SortLinks articleId={article.id} sort={sort} />}
        {page.threads.length > 0 && <ConversationSearch articleId={article.id} />}
        <tribune-times className="block">
          <CommentThreads threads={page.threads} canReply={isOpen} updates={updates} />
        </tribune-times>
        {page.next && (
          <p className="border-rule border-t pt-4">
            <a
              rel="next"
              href={`/news/${article.id}/comments?sort=${sort}&after=${writePageCursor(sort, page.next)}`}
              className="inline-block py-1 font-semibold"
            >
              {say('talk.moreComments')}
            </a>
          </p>
        )}
        <TalkParts articleId={article.id} canReply={isOpen} />
      </tribune-talk>
    </section>
  )
}

/** Where on this page a comment that nobody answered to yet would stand; `none` where it is another page's. */
function placeOfNewRoots(sort: Sort, fromMiddle: boolean, goesOn: boolean): 'first' | 'last' | 'none' {
  if (sort === usualSort || sort === 'newest') return fromMiddle ? 'none' : 'first'
  return goesOn ? 'none' : 'last'
}

export function SortLinks({ articleId, sort }: { articleId: number; sort: Sort }) {
  return (
    <nav aria-label={say('talk.sortBy')} className="mt-7 flex flex-wrap gap-x-5 text-small">
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
