import { ErrorPage } from '@/components/error-page'

const statuses = { withdrawn: 410, blocked: 451 } as const

/** What stands where an article stood that was taken back, and what the newsroom says of it. The marker becomes the answer's status. */
export function ArticleGone({ state, notice }: { state: keyof typeof statuses; notice: string | null }) {
  const status = statuses[state]
  return (
    <>
      <meta name="tribune:status" content={String(status)} />
      <ErrorPage status={status}>
        {notice && (
          <p
            dir="auto"
            className="mt-4 whitespace-pre-line border-rule border-s-3 ps-4 font-serif text-body [overflow-wrap:anywhere]"
          >
            {notice}
          </p>
        )}
      </ErrorPage>
    </>
  )
}
