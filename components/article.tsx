import type { PublicArticle } from '@/lib/articles/queries'
import type { ChainLink } from '@/lib/articles/queries-chain'
import type { Furniture } from '@/lib/articles/queries-furniture'
import { readingMinutes } from '@/lib/articles/reading-time'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { AgeNotice } from './age-notice'
import { ArticleBody } from './article-body'
import { ArticleFoot } from './article-foot'
import { ArticleSources } from './article-sources'
import { Breadcrumb } from './breadcrumb'
import { Bylines } from './bylines'
import { CorrectionNotes } from './correction-notes'
import { Meta } from './meta'
import { Picture } from './picture'
import { StoryChain } from './story-chain'
import { When } from './when'
import { wordsOf } from './words-of'

/** An article, from its section to its last paragraph. */
export function Article({
  article,
  chain,
  furniture,
  answers,
  now,
}: {
  article: PublicArticle
  /** The stories it goes on from, and that go on from it. */
  chain: ChainLink[]
  furniture: Furniture
  now: Date
  answers: ReadonlyMap<number, number>
}) {
  const words = wordsOf(article)
  return (
    <article
      data-version={article.versionCount}
      className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-12"
    >
      <header className="mb-6 border-rule border-b pb-3.5">
        <Breadcrumb section={article.section} />
        <h1 {...words} className="text-headline">
          {article.headline}
        </h1>
        {article.standfirst && (
          <p {...words} className="my-3.5 text-pretty font-serif text-quiet text-standfirst leading-[1.35]">
            {article.standfirst}
          </p>
        )}
        <Meta>
          {article.bylines.length > 0 && <Bylines authors={article.bylines} />}
          <When at={article.publishedAt} as="day" />
          <Labelled message="article.publishDate" at={article} />
          {say('article.newsId', { id: String(article.id) })}
          {say('article.readingTime', { minutes: readingMinutes(article.body) })}
          <a href="#talk" data-count="">
            {say('article.comments', { count: article.commentCount })}
          </a>
        </Meta>
        {article.versionCount > 1 && (
          <Meta>
            {furniture.updatedAt && (
              <span>
                {say('article.updated', { date: '' })}
                <When at={furniture.updatedAt} as="day-and-time" />
              </span>
            )}
            <a href={`/news/${article.id}/versions`} data-changes="">
              {say('versions.whatChanged')}
            </a>
          </Meta>
        )}
      </header>
      <AgeNotice publishedAt={article.publishedAt} now={now} />
      <CorrectionNotes articleId={article.id} corrections={article.corrections} where="above" />
      {article.picture && (
        <div className="mb-7">
          <Picture picture={article.picture} place="article" first />
        </div>
      )}
      <tribune-read
        article={article.id}
        version={article.versionCount}
        {...words}
        className="grid grid-cols-[minmax(0,1fr)] gap-[1.05em] font-serif text-body leading-[1.62] hanging-punctuation text-pretty [overflow-wrap:break-word]"
      >
        <template data-part="words">
          <p data-word="changed">{say('read.changed')}</p>
          <p data-word="changed-one">{say('read.changedOne')}</p>
          <p data-word="changed-other">{say('read.changedOther', { count: '{count}' })}</p>
        </template>
        {article.dateline && <p className="-mb-[.6em] font-sans text-quiet text-small">{article.dateline}</p>}
        <ArticleBody
          blocks={article.body}
          pictures={article.pictures}
          articleId={article.id}
          answers={answers}
          canReply={article.conversation === 'open'}
          around={words.lang && site().language}
        />
      </tribune-read>
      <CorrectionNotes articleId={article.id} corrections={article.corrections} where="below" />
      <ArticleSources sources={article.sources} />
      <StoryChain chain={chain} articleId={article.id} />
      <p className="mt-6 hidden font-sans text-quiet text-small print:block">
        {new URL(`/news/${article.id}`, site().url).href}
      </p>
      <ArticleFoot article={article} furniture={furniture} />
    </article>
  )
}

/** "Publish Date: 12:40 - 25 November 2020", with the instant in its markup. */
function Labelled({ message, at }: { message: 'article.publishDate'; at: PublicArticle }) {
  const [before = '', after = ''] = say(message, { date: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      <When at={at.publishedAt} as="publish" />
      {after}
    </>
  )
}
