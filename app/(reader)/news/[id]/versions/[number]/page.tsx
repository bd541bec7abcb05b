import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleBody } from '@/components/article-body'
import { Note } from '@/components/note'
import { Picture } from '@/components/picture'
import { ReaderPage } from '@/components/reader-page'
import { VersionChanges } from '@/components/version-changes'
import { wordsOf } from '@/components/words-of'
import { findArticle, listSections } from '@/lib/articles/queries'
import { findBodyPictures } from '@/lib/articles/queries-pictures'
import { findVersion } from '@/lib/articles/queries-versions'
import { articlePath } from '@/lib/articles/slug'
import { versionDifference } from '@/lib/articles/version-difference'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { dayAndTime } from '@/lib/site-time'
import { say } from '@/messages/say'
import { ArticleGone } from '../../article-gone'

type Props = { params: Promise<{ id: string; number: string }> }

const findOnce = cache(async (idText: string, numberText: string) => {
  const [id, number] = [publicId(idText), publicId(numberText)]
  const found = id === null ? null : await findArticle(id)
  if (id === null || number === null || !found) return null
  if (found.state !== 'published') return found
  const version = await findVersion(id, number)
  return version && { ...found, version }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, number } = await params
  const found = await findOnce(id, number)
  if (found?.state !== 'published') return {}
  const { headline } = found.version.text
  return {
    title: `${say('versions.pinnedTitle', { number, headline })} · ${site().name}`,
    description: say('versions.description', { headline, site: site().name }),
    // As a string: of a URL Next takes the origin alone, and puts the page's own path to it.
    alternates: { canonical: new URL(articlePath(found.article), site().url).href },
  }
}

/** One version of an article, word for word, for whoever refers to it. Search engines are told of the article alone. */
export default async function PinnedVersion({ params }: Props) {
  const { id, number } = await params
  const found = await findOnce(id, number)
  if (!found) notFound()
  if (found.state !== 'published') return <ArticleGone state={found.state} notice={found.notice} />
  const { article, version } = found
  const { text, before, file } = version
  const words = wordsOf(version.written)
  const [sections, pictures] = await Promise.all([listSections(), findBodyPictures(text.body)])
  const isNow = version.number === article.versionCount
  return (
    <ReaderPage sections={sections} current={article.section.slug}>
      <article className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-6 pb-12">
        <div className="mb-8 border-hold border-s-3 bg-wash px-4 py-3">
          <p className="font-semibold">
            {isNow
              ? say('versions.pinnedNow', { number })
              : say('versions.pinned', {
                  number,
                  count: article.versionCount,
                  moment: dayAndTime(version.publishedAt, site()),
                })}
          </p>
          {version.note && <Note note={version.note} className="mt-1" />}
          <p className="mt-1 flex flex-wrap gap-x-5">
            <a href={articlePath(article)}>{say('versions.article')}</a>
            <a href={`/news/${article.id}/versions`}>{say('versions.all')}</a>
          </p>
        </div>
        <header className="mb-6 border-rule border-b pb-3.5">
          <h1 {...words} className="text-headline">
            {text.headline}
          </h1>
          {text.standfirst && (
            <p {...words} className="my-3.5 text-pretty font-serif text-quiet text-standfirst leading-[1.35]">
              {text.standfirst}
            </p>
          )}
        </header>
        {file && (
          <div className="mb-7">
            <Picture picture={file} place="article" first />
          </div>
        )}
        <div
          {...words}
          className="grid grid-cols-[minmax(0,1fr)] gap-[1.05em] font-serif text-body leading-[1.62] hanging-punctuation text-pretty [overflow-wrap:break-word]"
        >
          {text.dateline && <p className="-mb-[.6em] font-sans text-quiet text-small">{text.dateline}</p>}
          <ArticleBody
            blocks={text.body}
            pictures={pictures}
            articleId={article.id}
            answers={new Map()}
            canReply={false}
          />
        </div>
        {before && (
          <details className="mt-10 border-rule border-t pt-4">
            <summary className="cursor-pointer py-1 font-semibold">{say('versions.changes')}</summary>
            <div className="pt-4">
              <VersionChanges difference={versionDifference(before.text, text)} written={version.written} />
            </div>
          </details>
        )}
      </article>
    </ReaderPage>
  )
}
