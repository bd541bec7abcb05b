import type { Metadata } from 'next'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { archivePath } from '@/lib/articles/archive-date'
import { listSections } from '@/lib/articles/queries'
import { listYears } from '@/lib/articles/queries-lists'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

export function generateMetadata(): Metadata {
  const { name, url } = site()
  return {
    title: say('archive.titleOf', { date: say('archive.title'), site: name }),
    description: say('archive.lead'),
    alternates: { canonical: new URL('/archive', url) },
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
