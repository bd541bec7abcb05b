import { longestComment } from '@/lib/comments/text'
import { say } from '@/messages/say'
import { Button } from './button'
import { CommentBox } from './comment-box'

/** How near the limit the characters that are left are said. */
const near = 500
const quiet = 'py-1 text-quiet text-small underline underline-offset-[.18em] hover:text-accent'

/** The form a comment is written in; islands/composer.ts posts it in place. */
export function Composer({ articleId, asks = false }: { articleId: number; asks?: boolean }) {
  return (
    <tribune-composer longest={longestComment} near={near} className="block">
      <form method="post" action="/api/comments">
        <input type="hidden" name="article" value={articleId} />
        <input type="hidden" name="nudge" value="1" />
        <CommentBox asks={asks} />
        <div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit">{say('talk.post')}</Button>
          <ComposerLine>{say('talk.signInLater')}</ComposerLine>
        </div>
      </form>
    </tribune-composer>
  )
}

/** The same under a comment, to answer it. Only the browser's script opens it. */
export function ReplyComposer({ articleId }: { articleId: number }) {
  return (
    <tribune-composer longest={longestComment} near={near} className="block">
      <form method="post" action="/api/comments" className="mt-3">
        <input type="hidden" name="article" value={articleId} />
        <input type="hidden" name="nudge" value="1" />
        <input type="hidden" name="parent" value="" />
        <p data-answering="" className="mb-2 font-[650] text-small">
          {say('compose.answering', { name: '{name}' })}
        </p>
        <CommentBox rows={4} />
        <div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit">{say('talk.post')}</Button>
          <button type="button" data-close="" className={quiet}>
            {say('talk.closeReply')}
          </button>
          <ComposerLine>{say('talk.signInLater')}</ComposerLine>
        </div>
      </form>
    </tribune-composer>
  )
}

/** What is left to write, near the limit, and a line beside the button. */
export function ComposerLine({ children = '' }: { children?: string }) {
  return (
    <>
      <span data-count-left="" hidden className="text-quiet text-small tabular-nums" />
      <span data-hint="" className="text-quiet text-small">
        {children}
      </span>
    </>
  )
}
