import { notFound } from 'next/navigation'
import { ErrorPage } from '@/components/error-page'
import { errorStatuses } from '@/messages/error-statuses'

type Props = { params: Promise<{ status: string }> }

/** The pages documents/ keeps for when something is wrong. They cannot be opened from outside. */
export default async function StandingErrorPage({ params }: Props) {
  const { status: asked } = await params
  const status = errorStatuses.find((known) => String(known) === asked)
  if (!status) notFound()
  return <ErrorPage status={status} />
}
