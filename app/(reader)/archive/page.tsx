import type { Metadata } from 'next'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { archivePath } from '@/lib/articles/archive-date'
import { listSections } from '@/lib/articles/queries'
import { listYears } from '@/lib/articles/queries-lists'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { sharedAs } from '../shared-as'

export function generateMetadata(): Metadata {
  const { name, url } = site()
  const [canonical, description] = [new URL('/archive', url), say('archive.lead')]
  return {
    title: say('archive.titleOf', { date: say('archive.title'), site: name }),
    ...{ description, alternates: { canonical } },
    ...sharedAs({ title: say('archive.title'), description, url: canonical, card: '/og/site.png' }),
  }
}

export default async function ArchivePage() {
  const [sections, years] = await Promise.all([listSections(), listYears(site().timeZone)])
  return (
    <ReaderPage sections={sections}>
      <ProsePage title={say('archive.title')}>
        <p className="text-quiet">{years.length > 0 ? say('archive.lead') : say('archive.empty')}</p>
        <section aria-label={say('archive.years')}>
          <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-x-6 gap-y-1 border-ink border-t pt-4 font-serif text-second">
            {years.map((year) => (
              <li key={year}>
                <a href={archivePath({ year })} className="inline-block py-1 no-underline hover:underline">
                  {year}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </ProsePage>
    </ReaderPage>
  )
}
