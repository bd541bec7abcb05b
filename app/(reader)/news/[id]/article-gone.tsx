import { ErrorPage } from '@/components/error-page'

const statuses = { withdrawn: 410, blocked: 451 } as const

/** What stands where an article stood that was taken back. The marker becomes the answer's status. */
export function ArticleGone({ state }: { state: keyof typeof statuses }) {
  const status = statuses[state]
  return (
    <>
      <meta name="tribune:status" content={String(status)} />
      <ErrorPage status={status} />
    </>
  )
}
