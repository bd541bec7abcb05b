import { notFound } from 'next/navigation'
import { CommentThreads } from '@/components/drawn-once'
import { ReaderPage } from '@/components/reader-page'
import { paragraphsOf } from '@/lib/articles/passage'
import { findArticle, listSections, listUpdates } from '@/lib/articles/queries'
import type { TalkArticle } from '@/lib/articles/queries-talk-article'
import { articlePath } from '@/lib/articles/slug'
import { readCursor, writeCursor } from '@/lib/comments/cursor'
import { listAbout } from '@/lib/comments/queries-about'
import { say } from '@/messages/say'

type Props = { article: TalkArticle; number: number; after: string | string[] | undefined }

/** What readers say about one paragraph of an article, counted from one. */
export async function AboutPage({ article, number, after }: Props) {
  const found = await findArticle(article.id)
  const paragraph = found?.state === 'published' ? paragraphsOf(found.article.body)[number - 1] : undefined
  if (paragraph === undefined) notFound()
  const [sections, updates, { comments, next }] = await Promise.all([
    listSections(),
    listUpdates(article.id),
    listAbout(article.id, number - 1, readCursor(typeof after === 'string' ? after : undefined)),
  ])
  const isOpen = article.conversation === 'open'
  return (
    <ReaderPage sections={sections} current={article.section.slug}>
      <div className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
        <h1 className="text-title">{say('talk.aboutTitle')}</h1>
        <blockquote
          dir="auto"
          className="my-5 border-accent border-s-2 ps-5 font-serif text-body leading-[1.62]"
        >
          {paragraph}
        </blockquote>
        <p className="my-4 flex flex-wrap gap-x-6 gap-y-2 font-semibold">
          <a href={`${articlePath(article)}#p${number}`}>{say('talk.backToArticle')}</a>
          {isOpen && (
            <a href={`/comments/new?article=${article.id}&about=${number}`} rel="nofollow">
              {say('article.answerParagraph')}
            </a>
          )}
          <a href={`/news/${article.id}/comments`}>{say('talk.backToTalk')}</a>
        </p>
        {comments.length === 0 && <p className="text-quiet">{say('talk.aboutNone')}</p>}
        <CommentThreads
          threads={comments.map((comment) => ({ comment, answers: [], inReplyTo: comment.parentId }))}
          canReply={isOpen}
          updates={updates}
        />
        {next && (
          <p className="border-rule border-t pt-4">
            <a
              rel="next"
              href={`/news/${article.id}/comments?about=${number}&after=${writeCursor(next)}`}
              className="inline-block py-1 font-semibold"
            >
              {say('talk.moreComments')}
            </a>
          </p>
        )}
      </div>
    </ReaderPage>
  )
}
