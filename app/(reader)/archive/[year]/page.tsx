import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { archivePath, readArchiveDate } from '@/lib/articles/archive-date'
import { listSections } from '@/lib/articles/queries'
import { listFilled } from '@/lib/articles/queries-lists'
import { site } from '@/lib/site'
import { dateName } from '@/lib/site-time'
import { say } from '@/messages/say'
import { archiveHead, nameOf } from '../archive-head'
import { ArchivePath } from '../archive-path'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return archiveHead(readArchiveDate([(await params).year]), {})
}

/** A year of the archive: the months that have stories. */
export default async function YearPage({ params }: Props) {
  const date = readArchiveDate([(await params).year])
  if (!date) notFound()
  const [sections, months] = await Promise.all([listSections(), listFilled(date, site().timeZone)])
  if (months.length === 0) notFound()
  return (
    <ReaderPage sections={sections}>
      <ProsePage title={nameOf(date)}>
        <ArchivePath {...date} />
        <section aria-label={say('archive.months')}>
          <ul className="mt-6 grid gap-x-6 gap-y-1 border-ink border-t pt-4 font-serif text-second pad:grid-cols-3">
            {months.map((month) => (
              <li key={month.month}>
                <a href={archivePath(month)} className="inline-block py-1 no-underline hover:underline">
                  {dateName(month, site(), 'month')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </ProsePage>
    </ReaderPage>
  )
}
