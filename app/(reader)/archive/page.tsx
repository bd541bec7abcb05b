import type { Metadata } from 'next'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { archivePath } from '@/lib/articles/archive-date'
import { listSections } from '@/lib/articles/queries'
import { listFilledMonths, listYears } from '@/lib/articles/queries-lists'
import { site } from '@/lib/site'
import { dateName } from '@/lib/site-time'
import { say } from '@/messages/say'
import { sharedAs } from '../shared-as'
import { nameOf } from './archive-head'

export function generateMetadata(): Metadata {
  const { name, url } = site()
  const [canonical, description] = [new URL('/archive', url), say('archive.lead')]
  return {
    title: say('archive.titleOf', { date: say('archive.title'), site: name }),
    ...{ description, alternates: { canonical } },
    ...sharedAs({ title: say('archive.title'), description, url: canonical, card: '/og/site.png' }),
  }
}

/** Every year with its months; of years that are long ago the year alone. */
export default async function ArchivePage() {
  const [sections, years] = await Promise.all([listSections(), listYears(site().timeZone)])
  const months = await listFilledMonths(years, site().timeZone)
  return (
    <ReaderPage sections={sections}>
      <ProsePage title={say('archive.title')}>
        <p className="text-quiet">{years.length > 0 ? say('archive.lead') : say('archive.empty')}</p>
        <section aria-label={say('archive.years')} className="mt-6 divide-y divide-rule border-ink border-t">
          {years.map((year) => (
            <div key={year} className="grid items-baseline gap-x-6 py-3 pad:grid-cols-[5rem_1fr]">
              <h2 className="font-serif text-second">
                <a href={archivePath({ year })} className="inline-block py-1 no-underline hover:underline">
                  {year}
                </a>
              </h2>
              <ul className="flex flex-wrap gap-x-5">
                {months
                  .filter((month) => month.year === year)
                  .map((month) => (
                    <li key={month.month}>
                      <a
                        href={archivePath(month)}
                        aria-label={nameOf(month)}
                        className="inline-block py-1 hover:text-accent"
                      >
                        {dateName(month, site(), 'month')}
                      </a>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </section>
      </ProsePage>
    </ReaderPage>
  )
}
