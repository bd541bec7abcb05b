import type { Metadata } from 'next'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { findStandingText } from '@/lib/articles/queries-standing'
import { standingPages } from '@/lib/articles/standing-page'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { standingDefault } from '../../standing-default'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'

export function generateMetadata(): Metadata {
  return { title: `${say('pages.title')} · ${site().name}` }
}

/** The pages that stand beside the news. */
export default async function PagesPage() {
  const editor = await requireEditor('/admin/pages')
  const pages = await Promise.all(
    standingPages.map(async (slug) => ({ slug, written: await findStandingText(slug) })),
  )
  return (
    <DeskPage title={say('pages.title')} moderator={editor} current="pages">
      <p className="mt-1 max-w-measure text-quiet">{say('pages.intro')}</p>
      <ul className="mt-4 max-w-measure divide-y divide-rule">
        {pages.map(({ slug, written }) => (
          <li key={slug} className="py-3">
            <a href={`/admin/pages/${slug}`} className="font-[560] font-serif text-brief">
              <bdi>{written?.title ?? standingDefault(slug).title}</bdi>
            </a>
            <Meta>
              <code>{slug}</code>
              {written ? (
                <span>
                  {say('pages.written', { number: written.number })} <When at={written.createdAt} />
                </span>
              ) : (
                say('pages.default')
              )}
            </Meta>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
