import { deepestDrawn } from '@/lib/comments/depth'
import type { PublicComment } from '@/lib/comments/queries'
import type { Thread } from '@/lib/comments/thread'
import { say } from '@/messages/say'
import { AboutPassage, QuoteLink } from './passage-parts'
import { RenderedText } from './rendered-text'
import { When } from './when'

/** Comments with their answers. `canReply` where the conversation is open. */
export function CommentThreads({
  threads,
  canReply,
  level = 0,
}: {
  threads: Thread[]
  canReply: boolean
  level?: number
}) {
  return (
    <ol
      data-roots={level === 0 ? '' : undefined}
      className={level === 0 ? 'divide-y divide-rule' : 'border-rule border-s-2 ps-4'}
    >
      {threads.map((thread) => (
        <li key={thread.comment.id}>
          <CommentItem thread={thread} canReply={canReply} />
          <Answers thread={thread} canReply={canReply} level={level} />
        </li>
      ))}
    </ol>
  )
}

function Answers({ thread, canReply, level }: { thread: Thread; canReply: boolean; level: number }) {
  const shown = level === 0 ? count(thread) : 0
  const hidden = level === 0 ? thread.comment.answers - shown : 0
  return (
    <>
      {thread.answers.length > 0 && level < deepestDrawn && (
        <CommentThreads threads={thread.answers} canReply={canReply} level={level + 1} />
      )}
      {thread.answers.length > 0 && level >= deepestDrawn && (
        <Flat threads={thread.answers} canReply={canReply} />
      )}
      {hidden > 0 && (
        <p className="pb-4 text-small">
          <a href={`/comments/${thread.comment.id}/replies`} className="inline-block py-1 font-semibold">
            {say('talk.moreAnswers', { count: hidden })}
          </a>
        </p>
      )}
    </>
  )
}

/** Too deep for lines of its own width: answers stand level, each with a link to what it answers. */
function Flat({ threads, canReply }: { threads: Thread[]; canReply: boolean }) {
  const all = (list: Thread[]): Thread[] =>
    list.flatMap((thread) => [{ ...thread, inReplyTo: thread.comment.parentId }, ...all(thread.answers)])
  return (
    <ol data-flat="">
      {all(threads).map((thread) => (
        <li key={thread.comment.id}>
          <CommentItem thread={thread} canReply={canReply} />
        </li>
      ))}
    </ol>
  )
}

function CommentItem({ thread, canReply }: { thread: Thread; canReply: boolean }) {
  const { comment } = thread
  if (!comment.text) return <GoneComment comment={comment} />
  const { name, isStaff } = comment.author ?? { name: say('talk.anonymous'), isStaff: false }
  return (
    <article
      id={`comment-${comment.id}`}
      aria-label={say('talk.comment', { name })}
      className="py-4 target:-mx-3 target:bg-paper target:px-3"
    >
      <header className="flex flex-wrap items-baseline gap-x-2.5">
        <span dir="auto" data-name="" className="font-[650]">
          {name}
        </span>
        {isStaff && (
          <span className="rounded-[2px] border px-1 py-px font-[650] text-[.6875rem] text-accent leading-tight">
            {say('talk.staff')}
          </span>
        )}
        {comment.edited && <span className="text-quiet text-small">{say('talk.edited')}</span>}
        {thread.inReplyTo !== null && (
          <a href={`/comments/${thread.inReplyTo}`} className="text-quiet text-small">
            {say('talk.inReplyTo')}
          </a>
        )}
        {/* Last, so that nothing moves when the browser's script says how long ago it was. */}
        <a href={`/comments/${comment.id}`} className="text-quiet text-small no-underline hover:underline">
          <span className="sr-only">{say('talk.permalink', { name })} </span>
          <When at={comment.createdAt} />
        </a>
      </header>
      <AboutPassage about={comment.about} />
      <RenderedText text={comment.text} />
      {canReply && (
        <footer className="flex gap-4 text-small">
          <a
            href={`/comments/new?article=${comment.articleId}&parent=${comment.id}`}
            rel="nofollow"
            data-reply={comment.id}
            className="inline-block py-1 font-[550] text-quiet no-underline hover:text-accent"
          >
            {say('talk.reply')}
          </a>
          <QuoteLink comment={comment} />
        </footer>
      )}
    </article>
  )
}

function GoneComment({ comment }: { comment: PublicComment }) {
  return (
    <article id={`comment-${comment.id}`} aria-label={say('talk.gone')} className="py-4 text-quiet">
      <p className="font-serif text-comment italic">{say('talk.goneText')}</p>
    </article>
  )
}

function count(thread: Thread): number {
  return thread.answers.reduce((sum, answer) => sum + (answer.comment.text ? 1 : 0) + count(answer), 0)
}
