import type { ReactNode } from 'react'
import { deepestDrawn } from '@/lib/comments/depth'
import type { Author } from '@/lib/comments/queries'
import type { Thread } from '@/lib/comments/thread'
import { say } from '@/messages/say'
import { BeforeUpdate } from './before-update'
import { CommentBadges } from './comment-badges'
import { CommentVerbs } from './comment-verbs'
import { AboutPassage } from './passage-parts'
import { RenderedText } from './rendered-text'
import { When } from './when'

type Shown = {
  /** Where the conversation is open. */
  canReply: boolean
  /** When the article was changed. */
  updates: readonly Date[]
}

/** From how many comments on a list is long enough for the room it takes to be guessed. */
const long = 12

/** Comments with their answers. */
export function CommentThreads({
  threads,
  level = 0,
  answered,
  ...shown
}: Shown & { threads: Thread[]; level?: number; answered?: string }) {
  return (
    <ol
      data-roots={level === 0 ? '' : undefined}
      className={level === 0 ? rootsClass(threads) : 'border-rule border-s-2 ps-4'}
    >
      {threads.map((thread) => (
        <li key={thread.comment.id}>
          <CommentItem thread={thread} {...(answered ? { answered } : {})} {...shown} />
          <Answers thread={thread} level={level} {...shown} />
        </li>
      ))}
    </ol>
  )
}

/** What answers a comment, to be folded away. Where all are on other pages there is only the way to them. */
function Answers({ thread, level, ...shown }: Shown & { thread: Thread; level: number }) {
  const here = count(thread)
  const hidden = level === 0 ? thread.comment.answers - here : 0
  return (
    <>
      {thread.answers.length > 0 && (
        <details open>
          <AnswersSummary>{say('talk.answers', { count: here })}</AnswersSummary>
          {level < deepestDrawn ? (
            <CommentThreads threads={thread.answers} level={level + 1} answered={nameOf(thread)} {...shown} />
          ) : (
            <Flat threads={thread.answers} answered={nameOf(thread)} {...shown} />
          )}
        </details>
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
function Flat({ threads, answered, ...shown }: Shown & { threads: Thread[]; answered: string }) {
  const all = (list: Thread[], answered: string): (Thread & { answered: string })[] =>
    list.flatMap((thread) => [
      { ...thread, answered, inReplyTo: thread.comment.parentId },
      ...all(thread.answers, nameOf(thread)),
    ])
  return (
    <ol data-flat="">
      {all(threads, answered).map((thread) => (
        <li key={thread.comment.id}>
          <CommentItem thread={thread} answered={thread.answered} {...shown} />
        </li>
      ))}
    </ol>
  )
}

export function AnswersSummary({ children }: { children?: ReactNode }) {
  return (
    <summary className="w-fit cursor-pointer py-1 text-quiet text-small marker:text-edge hover:text-accent">
      {children}
    </summary>
  )
}

/** `answered` is whom it answers: what the lines at its side show, for those who hear it. */
function CommentItem({ thread, answered, canReply, updates }: Shown & { thread: Thread; answered?: string }) {
  const { comment } = thread
  if (!comment.text) return <GoneComment id={comment.id} />
  const name = nameOf(thread)
  return (
    <article
      id={`comment-${comment.id}`}
      aria-label={say('talk.comment', { name })}
      className="py-4 target:-mx-3 target:bg-paper target:px-3"
    >
      <header className="flex flex-wrap items-baseline gap-x-2.5">
        <Name author={comment.author} />
        {answered !== undefined && (
          <span className="sr-only">
            {say('talk.answerTo', { name: answered, level: comment.depth + 1 })}
          </span>
        )}
        <CommentBadges comment={comment} />
        {comment.edited && <span className="text-quiet text-small">{say('talk.edited')}</span>}
        <BeforeUpdate writtenAt={comment.createdAt} updates={updates} />
        {thread.inReplyTo !== null && (
          <a href={`/comments/${thread.inReplyTo}`} className="text-quiet text-small">
            {say('talk.inReplyTo')}
          </a>
        )}
        {/* Last, so that nothing moves when the browser's script says how long ago it was. */}
        <a
          href={`/comments/${comment.id}`}
          className="py-1 text-quiet text-small no-underline hover:underline"
        >
          <span className="sr-only">{say('talk.permalink', { name })} </span>
          <When at={comment.createdAt} />
        </a>
      </header>
      <AboutPassage about={comment.about} />
      <RenderedText text={comment.text} />
      <CommentVerbs comment={comment} canReply={canReply} />
    </article>
  )
}

function nameOf({ comment }: Thread): string {
  return comment.author?.name ?? say('talk.anonymous')
}

function Name({ author }: { author: Author | null }) {
  if (!author)
    return (
      <span data-name="" className="font-[650] text-quiet">
        {say('talk.anonymous')}
      </span>
    )
  return (
    <a
      href={`/u/${author.handle}`}
      dir="auto"
      data-name=""
      className="py-0.5 font-[650] no-underline hover:text-accent"
    >
      {author.name}
    </a>
  )
}

/** What stands where words were; without an id where the browser's script puts it. */
export function GoneComment({ id }: { id?: number }) {
  return (
    <article
      id={id === undefined ? undefined : `comment-${id}`}
      aria-label={say('talk.gone')}
      className="py-4 text-quiet"
    >
      <p className="font-serif text-comment italic">{say('talk.goneText')}</p>
    </article>
  )
}

function rootsClass(threads: Thread[]): string {
  const all = threads.reduce((sum, thread) => sum + 1 + count(thread), 0)
  return all < long ? 'divide-y divide-rule' : 'late divide-y divide-rule'
}

function count(thread: Thread): number {
  return thread.answers.reduce((sum, answer) => sum + (answer.comment.text ? 1 : 0) + count(answer), 0)
}
