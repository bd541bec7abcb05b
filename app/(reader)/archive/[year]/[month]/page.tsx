import type { Metadata } from 'next'
import { readArchiveDate } from '@/lib/articles/archive-date'
import type { ListQuery } from '../../../list-page'
import { archiveHead } from '../../archive-head'
import { ArchiveList } from '../../archive-list'

type Props = { params: Promise<{ year: string; month: string }>; searchParams: Promise<ListQuery> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { year, month } = await params
  return archiveHead(readArchiveDate([year, month]), await searchParams)
}

export default async function MonthPage({ params, searchParams }: Props) {
  const { year, month } = await params
  return <ArchiveList date={readArchiveDate([year, month])} query={await searchParams} />
}
