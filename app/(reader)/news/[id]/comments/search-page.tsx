import { AboutHeadline, headlineHere } from '@/components/about-headline'
import { ConversationSearch } from '@/components/conversation-search'
import { FoundComments } from '@/components/found-comments'
import { ReaderPage } from '@/components/reader-page'
import { listSections } from '@/lib/articles/queries'
import type { TalkArticle } from '@/lib/articles/queries-talk-article'
import { articlePath } from '@/lib/articles/slug'
import { readCursor, writeCursor } from '@/lib/comments/cursor'
import { mostFoundCounted, searchConversation } from '@/lib/comments/queries-search'
import { say } from '@/messages/say'

type Props = { article: TalkArticle; typed: string; query: string; after: string | string[] | undefined }

/** What a search in one conversation found, newest first. */
export async function SearchPage({ article, typed, query, after }: Props) {
  const cursor = readCursor(typeof after === 'string' ? after : undefined)
  const [sections, found] = await Promise.all([listSections(), searchConversation(article.id, query, cursor)])
  const { comments, next, total } = found
  const searched = (cursor: string | null) =>
    `/news/${article.id}/comments?${new URLSearchParams({ ...(cursor ? { after: cursor } : {}), q: typed })}`
  return (
    <ReaderPage sections={sections} current={article.section.slug}>
      <meta name="robots" content="noindex" />
      <div className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
        <h1 className="text-title">
          <AboutHeadline text={say('search.title', { headline: headlineHere })} article={article} />
        </h1>
        <p className="mt-3 flex flex-wrap gap-x-6 font-semibold">
          <a href={articlePath(article)}>{say('talk.backToArticle')}</a>
          <a href={`/news/${article.id}/comments`}>{say('talk.backToTalk')}</a>
          {cursor && <a href={searched(null)}>{say('search.newest')}</a>}
        </p>
        <ConversationSearch articleId={article.id} typed={typed} />
        <p className="mt-6 border-rule border-b pb-2 text-quiet text-small">
          {sentenceOf(total, comments.length)}
        </p>
        <FoundComments comments={comments} query={query} />
        {next && (
          <p className="border-rule border-t pt-4">
            <a rel="next" href={searched(writeCursor(next))} className="inline-block py-1 font-semibold">
              {say('search.older')}
            </a>
          </p>
        )}
      </div>
    </ReaderPage>
  )
}

function sentenceOf(total: number | null, shown: number): string {
  if (total === null) return shown === 0 ? say('search.noMore') : say('search.goesOn')
  if (total === 0) return say('search.none')
  return total > mostFoundCounted
    ? say('search.many', { most: mostFoundCounted })
    : say('search.found', { count: total })
}
