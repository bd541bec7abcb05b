import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommentThreads } from '@/components/drawn-once'
import { ReaderPage } from '@/components/reader-page'
import { TalkParts } from '@/components/talk-parts'
import { wordsOf } from '@/components/words-of'
import { listSections, listUpdates } from '@/lib/articles/queries'
import { findTalkArticle } from '@/lib/articles/queries-talk-article'
import { articlePath } from '@/lib/articles/slug'
import { readCursor, writeCursor } from '@/lib/comments/cursor'
import { listReplies } from '@/lib/comments/queries'
import { markOfBranch } from '@/lib/comments/queries-talk-events'
import { grow } from '@/lib/comments/thread'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { topics } from '@/lib/topics'
import { say } from '@/messages/say'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ after?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return {
    title: `${say('talk.branchTitleGone')} · ${site().name}`,
    description: say('talk.branchDescription', { site: site().name }),
    alternates: { canonical: new URL(`/comments/${id}/replies`, site().url) },
  }
}

/** One branch of a conversation, in the order it was written. */
export default async function Branch({ params, searchParams }: Props) {
  const id = publicId((await params).id)
  const { after } = await searchParams
  const cursor = readCursor(typeof after === 'string' ? after : undefined)
  if (id === null) notFound()
  const [mark, sections] = await Promise.all([markOfBranch(id, new Date()), listSections()])
  const branch = await listReplies(id, cursor)
  if (!branch) notFound()
  const { root, replies, next } = branch
  const [article, updates] = await Promise.all([findTalkArticle(root.articleId), listUpdates(root.articleId)])
  if (!article) notFound()
  const isOpen = article.conversation === 'open'
  return (
    <ReaderPage sections={sections} current={article.section.slug}>
      <meta name="tribune:topics" content={`${topics.talk(article.id)} ${topics.article(article.id)}`} />
      <div className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-6">
        <h1 className="text-title">
          {root.author ? say('talk.branchTitle', { name: root.author.name }) : say('talk.branchTitleGone')}
        </h1>
        <p className="mt-3 flex flex-wrap gap-x-6 font-semibold">
          <a href={articlePath(article)} {...wordsOf(article)}>
            {article.headline}
          </a>
          <a href={`/news/${article.id}/comments`}>{say('talk.backToTalk')}</a>
          {cursor && <a href={`/comments/${root.id}/replies`}>{say('talk.firstPage')}</a>}
        </p>
      </div>
      <section
        aria-label={say('talk.heading')}
        className="border-ink border-t-3 bg-wash [border-top-style:double]"
      >
        <tribune-talk
          article={article.id}
          roots="none"
          mark={mark}
          branch={root.id}
          className="mx-auto block max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-4 pb-16"
        >
          <tribune-times className="block">
            <CommentThreads
              threads={grow([{ ...root, answers: replies.filter((reply) => reply.text).length }], replies)}
              canReply={isOpen}
              updates={updates}
            />
          </tribune-times>
          {next && (
            <p className="border-rule border-t pt-4">
              <a
                rel="next"
                href={`/comments/${root.id}/replies?after=${writeCursor(next)}`}
                className="inline-block py-1 font-semibold"
              >
                {say('talk.laterAnswers')}
              </a>
            </p>
          )}
          <TalkParts articleId={article.id} canReply={isOpen} />
        </tribune-talk>
      </section>
    </ReaderPage>
  )
}
