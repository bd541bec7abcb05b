import { notFound } from 'next/navigation'
import { Calendar } from '@/components/calendar'
import { StoryList } from '@/components/drawn-once'
import { ReaderPage } from '@/components/reader-page'
import { type ArchiveDate, archivePath, spanOf } from '@/lib/articles/archive-date'
import { listSections } from '@/lib/articles/queries'
import { listFilled } from '@/lib/articles/queries-lists'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { type ListQuery, readListPage } from '../list-page'
import { nameOf } from './archive-head'
import { ArchivePath } from './archive-path'

/** A month of the archive, or a day in it. A day without stories is told so; a month without any is not there. */
export async function ArchiveList({ date, query }: { date: ArchiveDate | null; query: ListQuery }) {
  if (date?.month === undefined) notFound()
  const { timeZone } = site()
  const { year, month, day } = date
  const [sections, filled, page] = await Promise.all([
    listSections(),
    listFilled({ year, month }, timeZone),
    readListPage(archivePath(date), spanOf(date, timeZone), query),
  ])
  if (filled.length === 0) notFound()
  return (
    <ReaderPage sections={sections}>
      <StoryList
        title={nameOf(date)}
        lead={<ArchivePath {...date} />}
        {...page}
        empty={say('archive.emptyDay')}
      >
        <Calendar year={year} month={month} filled={filled} {...(day ? { current: day } : {})} />
      </StoryList>
    </ReaderPage>
  )
}
