import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleBody } from '@/components/article-body'
import { ArticleSources } from '@/components/article-sources'
import { Meta } from '@/components/meta'
import { Picture } from '@/components/picture'
import { When } from '@/components/when'
import { findPreviewPicture, findPreviewPictures } from '@/lib/articles/queries-pictures'
import { findPreview } from '@/lib/newsroom/queries-preview'
import { previewOf } from '@/lib/newsroom/queries-preview-link'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

type Props = { params: Promise<{ token: string }> }

export function generateMetadata(): Metadata {
  return { title: `${say('preview.title')} · ${site().name}`, robots: { index: false, follow: false } }
}

/** An article that is not published, for whoever has the link, until its time is over. */
export default async function PreviewPage({ params }: Props) {
  const now = new Date()
  const preview = previewOf((await params).token, now)
  const shown = preview && (await findPreview(preview))
  if (!shown) notFound()
  const { headline, standfirst, dateline, body, section, authors, embargoedUntil } = shown
  const direction = shown.direction ?? 'auto'
  const [lead, pictures] = await Promise.all([
    shown.picture ? findPreviewPicture(shown.picture.id, now) : null,
    findPreviewPictures(body, now),
  ])
  return (
    <>
      <p
        role="note"
        className="sticky top-0 z-10 border-hold border-b-3 bg-wash px-4 py-2 text-center font-semibold text-small"
      >
        {embargoedUntil ? (
          <>
            {say('preview.embargo')} <When at={embargoedUntil} />
          </>
        ) : (
          say('preview.notice')
        )}{' '}
        · {say('preview.until')} <When at={preview.until} />
      </p>
      <article
        lang={shown.language || undefined}
        className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-12"
      >
        <header className="mb-6 border-rule border-b pb-3.5">
          <p className="mb-2 font-semibold text-accent text-small">{section}</p>
          <h1 dir={direction} className="text-headline">
            {headline || say('articles.untitled')}
          </h1>
          {standfirst && (
            <p
              dir={direction}
              className="my-3.5 text-pretty font-serif text-quiet text-standfirst leading-[1.35]"
            >
              {standfirst}
            </p>
          )}
          <Meta>{authors.length > 0 && <bdi>{authors.join(', ')}</bdi>}</Meta>
        </header>
        {lead && shown.picture && (
          <div className="mb-7">
            <Picture
              picture={{ ...lead, ...shown.picture, credit: shown.picture.credit || lead.credit }}
              place="article"
              first
            />
          </div>
        )}
        <div
          dir={direction}
          className="grid grid-cols-[minmax(0,1fr)] gap-[1.05em] font-serif text-body leading-[1.62] text-pretty [overflow-wrap:break-word]"
        >
          {dateline && <p className="-mb-[.6em] font-sans text-quiet text-small">{dateline}</p>}
          <ArticleBody
            blocks={body}
            pictures={pictures}
            articleId={preview.articleId}
            answers={new Map()}
            canReply={false}
          />
        </div>
        <ArticleSources sources={shown.sources} />
      </article>
    </>
  )
}
