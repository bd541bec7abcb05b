import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReaderPage } from '@/components/reader-page'
import { VersionItem } from '@/components/version-item'
import { wordsOf } from '@/components/words-of'
import { findArticle, listSections } from '@/lib/articles/queries'
import { listVersions } from '@/lib/articles/queries-versions'
import { articlePath } from '@/lib/articles/slug'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { sharedAs } from '../../../shared-as'
import { ArticleGone } from '../article-gone'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ before?: string | string[] }> }

const versionsPerPage = 10

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = publicId((await params).id)
  const found = id === null ? null : await findArticle(id)
  if (found?.state !== 'published') return {}
  const { headline } = found.article
  const { name, url } = site()
  const title = say('versions.titleOf', { headline })
  const description = say('versions.description', { headline, site: name })
  const canonical = new URL(`/news/${id}/versions`, url)
  return {
    ...{ title: `${title} · ${name}`, description, alternates: { canonical } },
    ...sharedAs({ title, description, url: canonical, card: `/og/${id}.png` }),
  }
}

/** Everything an article has said since it was published, and what each version changed. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const id = publicId((await params).id)
  const { before: asked } = await searchParams
  const before = typeof asked === 'string' ? publicId(asked) : null
  const found = id === null ? null : await findArticle(id)
  if (id === null || !found) notFound()
  if (found.state !== 'published') return <ArticleGone state={found.state} notice={found.notice} />
  const { article } = found
  const [sections, { versions, more }] = await Promise.all([
    listSections(),
    listVersions(id, { take: versionsPerPage, ...(before === null ? {} : { before }) }),
  ])
  const last = versions.at(-1)
  return (
    <ReaderPage sections={sections} current={article.section.slug}>
      <div className="mx-auto max-w-[calc(42rem+5rem)] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
        <p className="mb-2 font-semibold text-accent text-small">{say('versions.title')}</p>
        <h1 {...wordsOf(article)} className="text-title">
          <a href={articlePath(article)} className="no-underline">
            {article.headline}
          </a>
        </h1>
        <p className="mt-3 max-w-measure text-quiet">{say('versions.intro')}</p>
        <ol className="mt-6 divide-y divide-rule border-ink border-t">
          {versions.map((version) => (
            <VersionItem
              key={version.number}
              articleId={id}
              version={version}
              isCurrent={version.number === article.versionCount}
            />
          ))}
        </ol>
        <nav
          aria-label={say('versions.pages')}
          className="flex gap-6 border-rule border-t pt-4 font-semibold"
        >
          <a href={articlePath(article)}>{say('versions.toArticle')}</a>
          {before !== null && <a href={`/news/${id}/versions`}>{say('versions.newest')}</a>}
          {more && last && (
            <a rel="next" href={`/news/${id}/versions?before=${last.number}`}>
              {say('versions.older')}
            </a>
          )}
        </nav>
      </div>
    </ReaderPage>
  )
}
