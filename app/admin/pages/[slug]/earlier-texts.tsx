import { Meta } from '@/components/meta'
import { StandingText } from '@/components/standing-text'
import { When } from '@/components/when'
import { findBodyPictures } from '@/lib/articles/queries-pictures'
import type { StandingText as Text } from '@/lib/articles/queries-standing'
import type { StandingPage } from '@/lib/articles/standing-page'
import type { PageVersion } from '@/lib/newsroom/queries-house'
import { say } from '@/messages/say'

/** What a page said, each to be opened. */
export function EarlierTexts({ slug, versions }: { slug: StandingPage; versions: PageVersion[] }) {
  return (
    <details className="mt-8 max-w-measure text-small">
      <summary className="cursor-pointer py-1 text-quiet">
        {say('pages.versions', { count: versions.length })}
      </summary>
      <ol className="grid gap-2 border-rule border-s-2 ps-3">
        {versions.map(({ number, title, by, createdAt }) => (
          <li key={number}>
            <Meta>
              <a href={`/admin/pages/${slug}?version=${number}`}>{say('pages.version', { number })}</a>
              <bdi>{title}</bdi>
              <bdi>{by}</bdi>
              <When at={createdAt} />
            </Meta>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** One of them, with the way to bring it back into the box. */
export async function EarlierText({ slug, text }: { slug: StandingPage; text: Text }) {
  const { number, title, body, createdAt } = text
  return (
    <section
      aria-label={say('pages.version', { number })}
      className="mt-5 max-w-measure border-rule border-s-2 ps-5"
    >
      <Meta>
        {say('pages.version', { number })}
        <When at={createdAt} />
      </Meta>
      <h2 dir="auto" className="mt-2 mb-4 text-title">
        {title}
      </h2>
      <StandingText blocks={body} pictures={await findBodyPictures(body)} />
      <p className="mt-4 flex flex-wrap gap-x-5">
        <a href={`/admin/pages/${slug}?version=${number}&box=1#title`} className="font-semibold">
          {say('pages.version.back')}
        </a>
        <a href={`/admin/pages/${slug}`}>{say('pages.version.close')}</a>
      </p>
    </section>
  )
}
