import type { PublicArticle } from '@/lib/articles/queries'
import type { Furniture } from '@/lib/articles/queries-furniture'
import { articlePath, tagPath } from '@/lib/articles/slug'
import { site } from '@/lib/site'
import { day } from '@/lib/site-time'
import { say } from '@/messages/say'
import { AboutHeadline } from './about-headline'
import { BriefStory } from './story'

type Props = { article: PublicArticle; furniture: Furniture }

/** What stands under an article: what it is about, how to pass it on, and what to read next. */
export function ArticleFoot({ article, furniture: { tags, related } }: Props) {
  return (
    <footer className="mt-8 grid gap-5 border-rule border-t pt-4 text-small">
      {tags.length > 0 && (
        <nav aria-label={say('article.tags')}>
          <ul className="flex flex-wrap gap-x-4">
            {tags.map(({ slug, name }) => (
              <li key={slug}>
                <a rel="tag" dir="auto" href={tagPath(slug)} className="inline-block py-[3px]">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <PassOn article={article} />
      {related.length > 0 && (
        <section aria-labelledby="related" className="no-print">
          <h2 id="related" className="mb-3 font-[650] font-sans text-base tracking-normal">
            {say('article.related')}
          </h2>
          <div className="grid gap-x-8 gap-y-4 pad:grid-cols-2">
            {related.map((story) => (
              <BriefStory key={story.id} story={story} withDate />
            ))}
          </div>
        </section>
      )}
    </footer>
  )
}

/** Ways that ask nobody else: the reader's own mail, own clipboard, own printer. The browser's script adds two buttons. */
function PassOn({ article }: { article: PublicArticle }) {
  const { name, url } = site()
  const address = new URL(`/news/${article.id}`, url).href
  const mail = new URLSearchParams({ subject: article.headline, body: `${article.headline}\n${address}` })
  return (
    <tribune-share className="no-print block text-quiet">
      <div className="flex flex-wrap gap-x-5 gap-y-0.5">
        {/* Mail programs read spaces as %20 only. */}
        <a href={`mailto:?${String(mail).replaceAll('+', '%20')}`} className="py-[3px]">
          {say('article.mail')}
        </a>
        <button
          type="button"
          hidden
          data-copy=""
          data-done={say('article.copied')}
          aria-live="polite"
          className="py-[3px] underline"
        >
          {say('article.copy')}
        </button>
        <button type="button" hidden data-share="" className="py-[3px] underline">
          {say('article.share')}
        </button>
        <a href="#talk" className="py-[3px]">
          {say('article.printTalk')}
        </a>
        <a href={`/news/${article.id}/report-error`} rel="nofollow" className="py-[3px]">
          {say('reportError.link')}
        </a>
      </div>
      <p className="mt-1.5">
        {say('article.shortAddress')}{' '}
        <bdi data-address="" className="select-all text-ink [overflow-wrap:anywhere]">
          {address}
        </bdi>
      </p>
      <details className="mt-1.5">
        <summary className="w-fit cursor-pointer py-[3px]">{say('article.cite')}</summary>
        <p dir="auto" className="mt-1 select-all text-ink">
          <AboutHeadline
            article={article}
            text={[
              article.bylines.map((author) => author.name).join(', '),
              '“{headline}”',
              name,
              day(article.publishedAt, site()),
              // Not as the page writes it above: what looks for that finds one place.
              say('articles.id', { id: String(article.id) }),
              new URL(
                article.versionCount > 1
                  ? `/news/${article.id}/versions/${article.versionCount}`
                  : articlePath(article),
                url,
              ).href,
            ]
              .filter(Boolean)
              .join('. ')}
          />
        </p>
      </details>
    </tribune-share>
  )
}
