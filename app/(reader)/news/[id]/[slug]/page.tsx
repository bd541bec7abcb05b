import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { Article } from '@/components/article'
import { Conversation } from '@/components/conversation'
import { ReaderPage } from '@/components/reader-page'
import { findArticle, listSections, listUpdates } from '@/lib/articles/queries'
import { listChain } from '@/lib/articles/queries-chain'
import { findFurniture } from '@/lib/articles/queries-furniture'
import { articlePath } from '@/lib/articles/slug'
import { countAbout } from '@/lib/comments/queries-about'
import { listConversation } from '@/lib/comments/queries-page'
import { countQuestions } from '@/lib/comments/queries-questions'
import { markOfPage } from '@/lib/comments/queries-talk-events'
import { usualSort } from '@/lib/comments/sorts'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { topics } from '@/lib/topics'
import { ArticleGone } from '../article-gone'
import { newsArticle } from './news-article'
import { articleMetadata } from './share'

type Props = { params: Promise<{ id: string; slug: string }> }

const findOnce = cache(async (text: string) => {
  const id = publicId(text)
  return id === null ? null : findArticle(id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findOnce((await params).id)
  return found?.state === 'published' ? articleMetadata(found.article) : {}
}

export default async function ArticlePage({ params }: Props) {
  const { id: text, slug } = await params
  const id = publicId(text)
  if (id === null) notFound()
  const now = new Date()
  const [found, mark, sections, furniture, updates, chain, answers] = await Promise.all([
    findOnce(text),
    markOfPage(id, now),
    listSections(),
    findFurniture(id),
    listUpdates(id),
    listChain(id),
    countAbout(id),
  ])
  if (!found) notFound()
  if (found.state !== 'published') return <ArticleGone state={found.state} notice={found.notice} />
  const { article } = found
  if (encodeURIComponent(decodeURIComponent(slug)) !== encodeURIComponent(article.slug))
    permanentRedirect(articlePath(article))
  const [conversation, questions] = await Promise.all([
    listConversation(id, { sort: usualSort, after: null }, now),
    article.mode === 'questions' ? countQuestions(id) : null,
  ])
  return (
    <ReaderPage sections={sections} current={article.section.slug}>
      {chain.length > 0 && (
        <meta name="tribune:topics" content={chain.map((link) => topics.article(link.id)).join(' ')} />
      )}
      {/* As text React would escape its quotes; newsArticle escapes what could end it. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: newsArticle(article, site()) }} />
      <Article article={article} furniture={furniture} chain={chain} answers={answers} now={now} />
      <Conversation
        article={article}
        questions={questions}
        page={conversation}
        sort={usualSort}
        updates={updates}
        mark={mark}
      />
    </ReaderPage>
  )
}
