import { say } from '@/messages/say'
import { AnswersSummary, GoneComment } from './comment-thread'
import { ReplyComposer } from './composer'
import { composerWords } from './composer-words'
import { Notice } from './notice'
import { RenderedText } from './rendered-text'

const verb = 'inline-block py-1 font-[550] text-quiet no-underline hover:text-accent'

/** What the browser's script puts into a conversation: markup and sentences, so that it has none of its own. */
export function TalkParts({ articleId, canReply }: { articleId: number; canReply: boolean }) {
  return (
    <>
      <template data-part="answers">
        <details open>
          <AnswersSummary />
          <ol className="border-rule border-s-2 ps-4" />
        </details>
      </template>
      <template data-part="held">
        <HeldComment />
      </template>
      <template data-part="waiting">
        <p className="my-1 font-[650] text-hold text-small">{say('receipt.held')}</p>
      </template>
      <template data-part="edit">
        <a href="/" className={verb}>
          {say('receipt.edit')}
        </a>
        <span data-left="" className="self-center text-quiet" />
      </template>
      <template data-part="delete">
        <a href="/" className={verb}>
          {say('receipt.delete')}
        </a>
      </template>
      {!canReply && (
        <template data-part="kept-closed">
          <p className="my-4 border-hold border-s-3 ps-4">
            {say('talk.keptClosed')}{' '}
            <a href={`/comments/new?article=${articleId}`}>{say('talk.keptClosedOpen')}</a>
          </p>
        </template>
      )}
      {canReply && (
        <>
          <template data-part="reply">
            <ReplyComposer articleId={articleId} />
          </template>
          <template data-part="own-instead">
            <p className="my-4">
              <button type="button" className="py-1 font-semibold underline underline-offset-[.18em]">
                {say('talk.ownInstead')}
              </button>
            </p>
          </template>
          <template data-part="problem">
            <Notice kind="problem" title={say('compose.problem')}>
              <p data-sentence="" />
            </Notice>
          </template>
          <template data-part="discard">
            <button type="button" className="underline underline-offset-[.18em] hover:text-accent">
              {say('compose.discard')}
            </button>
          </template>
        </>
      )}
      <template data-part="gone">
        <GoneComment />
      </template>
      <template data-part="fresh">
        <span className="font-[650] text-accent text-small">{say('talk.fresh')}</span>
      </template>
      <template data-part="muted">
        <p data-muted="" className="text-quiet text-small">
          {say('talk.mutedComment')}{' '}
          <button type="button" className="py-1 underline underline-offset-[.18em] hover:text-accent">
            {say('talk.showMuted')}
          </button>
        </p>
      </template>
      <template data-part="news">
        <NewsOffer />
      </template>
      <template data-part="words">
        {Object.entries(words()).map(([name, sentence]) => (
          <p key={name} data-word={name}>
            {sentence}
          </p>
        ))}
      </template>
    </>
  )
}

/** As components/comment-thread.tsx draws a comment, with room for what only its author may see. */
function HeldComment() {
  return (
    <li>
      <article
        aria-label={say('talk.comment', { name: '{name}' })}
        className="border-hold border-s-3 py-4 ps-4"
      >
        <header className="flex flex-wrap items-baseline gap-x-2.5">
          <span dir="auto" data-name="" className="font-[650]" />
          <span className="font-[650] text-hold text-small">{say('receipt.held')}</span>
          <time className="text-quiet text-small" />
        </header>
        <RenderedText text={[]} />
        <footer className="flex gap-4 text-small">
          <a href="/" data-receipt="" className={verb}>
            {say('account.receipt')}
          </a>
        </footer>
      </article>
    </li>
  )
}

/** Offered above the lower edge while the conversation is read, so that nothing moves. */
function NewsOffer() {
  return (
    <p data-news="" className="sticky bottom-4 z-10 mt-4 text-center">
      <button
        type="button"
        className="min-h-11 rounded-full border border-accent bg-paper px-5 py-2 font-[650] text-accent text-small hover:bg-accent hover:text-paper"
      />
    </p>
  )
}

/** Sentences for islands/, by the names it calls them; `{…}` in them is filled in there. */
function words(): Record<string, string> {
  return {
    ...composerWords(),
    posted: say('talk.posted'),
    held: say('talk.postedHeld'),
    draft: say('talk.draftKept'),
    recommend: say('talk.recommend'),
    recommended: say('talk.recommended'),
    'answers-one': say('talk.answersOne', { count: '{count}' }),
    'answers-other': say('talk.answersOther', { count: '{count}' }),
    'news-one': say('talk.newsOne', { count: '{count}' }),
    'news-other': say('talk.newsOther', { count: '{count}' }),
    'fresh-one': say('talk.freshOne', { count: '{count}' }),
    'fresh-other': say('talk.freshOther', { count: '{count}' }),
    'news-reset': say('talk.newsReset'),
    'answer-this': say('article.answerSelection'),
    'edit-left': say('talk.editLeft', { time: '{time}' }),
  }
}
