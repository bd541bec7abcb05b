import type { Metadata } from 'next'
import { wordsOf } from '@/components/words-of'
import { listMostRead, listReadDays } from '@/lib/articles/queries-reads'
import { articlePath } from '@/lib/articles/slug'
import { site } from '@/lib/site'
import { dateIn, day as dayName } from '@/lib/site-time'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'

const daysBack = { day: 0, week: 6, month: 29 } as const
const spans = ['day', 'week', 'month'] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('insights.title')} · ${site().name}` }
}

/** What is read, and how much, without a word on who reads. */
export default async function InsightsPage({ searchParams }: Props) {
  const editor = await requireEditor('/admin/insights')
  const asked = (await searchParams).span
  const span = spans.find((each) => each === asked) ?? 'week'
  const since = new Date(Date.now() - daysBack[span] * 86_400_000)
  const [stories, days] = await Promise.all([
    listMostRead({ take: 30, since: dateIn(since, site().timeZone) }),
    listReadDays({ take: 14 }),
  ])
  return (
    <DeskPage title={say('insights.title')} moderator={editor} current="insights">
      <p className="mt-1 max-w-measure text-quiet">{say('insights.intro')}</p>
      <nav aria-label={say('insights.spans')} className="mt-6 flex gap-5 border-rule border-b pb-2">
        {spans.map((each) => (
          <a
            key={each}
            href={`/admin/insights?span=${each}`}
            aria-current={each === span ? 'page' : undefined}
            className="py-1 no-underline hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent"
          >
            {say(`insights.span.${each}`)}
          </a>
        ))}
      </nav>
      {stories.length === 0 ? (
        <p className="py-8 text-quiet">{say('insights.none')}</p>
      ) : (
        <ol className="divide-y divide-rule">
          {stories.map((story) => (
            <li key={story.id} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4 py-2.5">
              <span className="text-end tabular-nums">{say('insights.reads', { count: story.reads })}</span>
              <a {...wordsOf(story)} href={articlePath(story)} className="no-underline hover:underline">
                {story.headline}
              </a>
            </li>
          ))}
        </ol>
      )}
      {days.length > 0 && (
        <section aria-labelledby="days" className="mt-9 max-w-80 border-rule border-t pt-6">
          <h2 id="days" className="mb-2 text-brief">
            {say('insights.days')}
          </h2>
          <table className="w-full">
            <thead className="sr-only">
              <tr>
                <th scope="col">{say('insights.day')}</th>
                <th scope="col">{say('insights.readsOfDay')}</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-rule">
              {days.map(({ day, reads }) => (
                <tr key={day}>
                  <th scope="row" className="py-1.5 text-start font-normal">
                    <time dateTime={day}>{dayName(new Date(day), { ...site(), timeZone: 'UTC' })}</time>
                  </th>
                  <td className="py-1.5 text-end tabular-nums">{say('insights.reads', { count: reads })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </DeskPage>
  )
}
