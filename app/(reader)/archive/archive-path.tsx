import { type ArchiveDate, archivePath } from '@/lib/articles/archive-date'
import { site } from '@/lib/site'
import { dateName } from '@/lib/site-time'
import { say } from '@/messages/say'

/** The way from the archive down to what is above a month or day. */
export function ArchivePath({ year, month, day }: ArchiveDate) {
  return (
    <nav aria-label={say('archive.path')} className="mt-1 text-quiet text-small">
      <ol className="flex flex-wrap gap-x-2 [&>li+li]:before:me-2 [&>li+li]:before:content-['›']">
        <li>
          <a href="/archive">{say('archive.title')}</a>
        </li>
        {month !== undefined && (
          <li>
            <a href={archivePath({ year })}>{year}</a>
          </li>
        )}
        {month !== undefined && day !== undefined && (
          <li>
            <a href={archivePath({ year, month })}>{dateName({ year, month }, site(), 'month')}</a>
          </li>
        )}
      </ol>
    </nav>
  )
}
