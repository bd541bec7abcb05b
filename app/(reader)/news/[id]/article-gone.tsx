import { ErrorPage } from '@/components/error-page'
import { NewestStories } from '@/components/newest-stories'
import { listSections } from '@/lib/articles/queries'
import { listStories } from '@/lib/articles/queries-stories'
import { topics } from '@/lib/topics'

const statuses = { withdrawn: 410, blocked: 451 } as const
const storiesShown = 5

/** What stands where an article stood that was taken back, and what the newsroom says of it. The marker becomes the answer's status. */
export async function ArticleGone({
  state,
  notice,
}: {
  state: keyof typeof statuses
  notice: string | null
}) {
  const status = statuses[state]
  const [sections, stories] = await Promise.all([listSections(), listStories({ take: storiesShown })])
  return (
    <>
      <meta name="tribune:status" content={String(status)} />
      <meta name="tribune:topics" content={topics.front} />
      <ErrorPage
        status={status}
        sections={sections}
        notice={
          notice && (
            <p
              dir="auto"
              className="mt-4 whitespace-pre-line border-rule border-s-3 ps-4 font-serif text-body [overflow-wrap:anywhere]"
            >
              {notice}
            </p>
          )
        }
      >
        <NewestStories stories={stories} />
      </ErrorPage>
    </>
  )
}
