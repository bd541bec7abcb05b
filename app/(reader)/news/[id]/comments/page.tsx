import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AboutHeadline, headlineHere } from '@/components/about-headline'
import { Conversation } from '@/components/conversation'
import { ReaderPage } from '@/components/reader-page'
import { listSections, listUpdates } from '@/lib/articles/queries'
import { findTalkArticle } from '@/lib/articles/queries-talk-article'
import { articlePath } from '@/lib/articles/slug'
import { readPageCursor } from '@/lib/comments/page-cursor'
import { cursorAround, listConversation } from '@/lib/comments/queries-page'
import { countQuestions } from '@/lib/comments/queries-questions'
import { markOfPage } from '@/lib/comments/queries-talk-events'
import { readSearch } from '@/lib/comments/search-words'
import { readSort } from '@/lib/comments/sorts'
import { feedLinks } from '@/lib/feeds/feed'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { sharedAs } from '../../../shared-as'
import { AboutPage } from './about-page'
import { SearchPage } from './search-page'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const findOnce = cache(async (text: string) => {
  const id = publicId(text)
  return id === null ? null : findTalkArticle(id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await findOnce((await params).id)
  if (!article) return {}
  const title = say('talk.title', { headline: article.headline })
  const { name, url } = site()
  const [path, description] = [
    `/news/${article.id}/comments`,
    say('talk.description', { headline: article.headline }),
  ]
  const canonical = new URL(path, url)
  return {
    ...{ title: `${title} · ${name}`, description },
    alternates: { canonical, types: feedLinks(path, title, url) },
    ...sharedAs({ title, description, url: canonical, card: `/og/${article.id}.png` }),
  }
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const { id: text } = await params
  const { sort: asked, after, around, about, q } = await searchParams
  const paragraph = typeof about === 'string' ? publicId(about) : null
  const query = readSearch(q)
  if (paragraph !== null || query !== null) {
    const article = await findOnce(text)
    if (!article) notFound()
    if (paragraph !== null) return <AboutPage article={article} number={paragraph} after={after} />
    return <SearchPage article={article} typed={String(q)} query={query ?? ''} after={after} />
  }
  const id = publicId(text)
  if (id === null) notFound()
  const sort = readSort(asked)
  const now = new Date()
  const aroundId = typeof around === 'string' ? publicId(around) : null
  const [article, mark, sections, updates, start] = await Promise.all([
    findOnce(text),
    markOfPage(id, now),
    listSections(),
    listUpdates(id),
    aroundId === null
      ? readPageCursor(sort, typeof after === 'string' ? after : undefined, now)
      : cursorAround(id, aroundId, sort, now),
  ])
  if (!article) notFound()
  const [page, questions] = await Promise.all([
    listConversation(id, { sort, after: start }, now),
    article.mode === 'questions' ? countQuestions(id) : null,
  ])
  return (
    <ReaderPage sections={sections} current={article.section.slug}>
      <div className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-6">
        <h1 className="text-title">
          <AboutHeadline text={say('talk.title', { headline: headlineHere })} article={article} />
        </h1>
        <p className="mt-3 flex flex-wrap gap-x-6 font-semibold">
          <a href={articlePath(article)}>{say('talk.backToArticle')}</a>
          {start && <a href={`/news/${article.id}/comments?sort=${sort}`}>{say('talk.firstPage')}</a>}
        </p>
      </div>
      <Conversation
        article={article}
        questions={questions}
        page={page}
        sort={sort}
        updates={updates}
        mark={mark}
        fromMiddle={start !== null}
      />
    </ReaderPage>
  )
}
