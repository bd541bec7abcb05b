import type { Metadata } from 'next'
import { readArchiveDate } from '@/lib/articles/archive-date'
import type { ListQuery } from '../../../../list-page'
import { archiveHead } from '../../../archive-head'
import { ArchiveList } from '../../../archive-list'

type Props = {
  params: Promise<{ year: string; month: string; day: string }>
  searchParams: Promise<ListQuery>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { year, month, day } = await params
  return archiveHead(readArchiveDate([year, month, day]), await searchParams)
}

export default async function DayPage({ params, searchParams }: Props) {
  const { year, month, day } = await params
  return <ArchiveList date={readArchiveDate([year, month, day])} query={await searchParams} />
}
