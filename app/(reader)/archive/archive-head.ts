import type { Metadata } from 'next'
import { type ArchiveDate, archivePath } from '@/lib/articles/archive-date'
import { site } from '@/lib/site'
import { dateName } from '@/lib/site-time'
import { say } from '@/messages/say'
import { canonicalOf, type ListQuery } from '../list-page'
import { sharedAs } from '../shared-as'

/** A year, month or day of the archive by name. */
export function nameOf(date: ArchiveDate): string {
  if (date.month === undefined) return dateName(date, site(), 'year')
  return dateName(date, site(), date.day === undefined ? 'month-and-year' : 'day')
}

export function archiveHead(date: ArchiveDate | null, query: ListQuery): Metadata {
  if (!date) return {}
  const [{ name }, canonical] = [site(), canonicalOf(archivePath(date), query)]
  const title = say('archive.titleOf', { date: nameOf(date), site: name })
  const description = say('archive.describedAs', { date: nameOf(date), site: name })
  return {
    ...{ title, description, alternates: { canonical } },
    ...sharedAs({ title: nameOf(date), description, url: canonical, card: '/og/site.png' }),
  }
}
