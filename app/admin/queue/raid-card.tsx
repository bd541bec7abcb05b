import { Button } from '@/components/button'
import type { RaidCard as Raid } from '@/lib/moderation/queries-raid'
import { type QueuePlace, writePlace } from '@/lib/moderation/queue-place'
import { writeReads } from '@/lib/moderation/reads'
import { say } from '@/messages/say'
import { ReasonSelect } from '../reason-select'

/** More than that push what waits out of sight. */
const mostShown = 3
/** Enough to see what a raid is made of. */
const mostLinked = 40

/** The raids over the queue, the largest first; where there are many, the rest is folded away. */
export function RaidCards({ raids, place }: { raids: Raid[]; place: QueuePlace }) {
  const card = (raid: Raid) => <RaidCard key={raid.comments[0]?.commentId} raid={raid} place={place} />
  const more = raids.slice(mostShown)
  return (
    <>
      {raids.slice(0, mostShown).map(card)}
      {more.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit py-1 font-semibold">{say('raid.more', { count: more.length })}</summary>
          {more.map(card)}
        </details>
      )}
    </>
  )
}

type Props = { raid: Raid; place: QueuePlace }

/** New accounts that say nearly the same, as one thing to decide about: all are rejected by one press, that one takes back. */
function RaidCard({ raid, place }: Props) {
  const { comments, accounts, example } = raid
  const id = `raid-${comments[0]?.commentId}`
  return (
    <section aria-labelledby={id} className="mt-4 border-accent border-s-3 bg-wash px-4 py-3">
      <h2 id={id} className="text-brief">
        {say('raid.title', { count: comments.length, accounts })}
      </h2>
      <blockquote dir="auto" className="my-2 line-clamp-3 font-serif text-quiet [overflow-wrap:anywhere]">
        {example}
      </blockquote>
      <form method="post" action="/api/admin/batches" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="from" value={writePlace(place)} />
        <input type="hidden" name="move" value="reject" />
        <input type="hidden" name="items" value={writeReads(comments)} />
        <span className="min-w-0 grow basis-56">
          <label htmlFor={`${id}-reason`} className="mb-0.5 block text-quiet text-small">
            {say('desk.reason')}
          </label>
          <ReasonSelect id={`${id}-reason`} usual="spam" />
        </span>
        <Button type="submit" look="reject">
          {say('raid.reject', { count: comments.length })}
        </Button>
      </form>
      <details className="mt-2 text-small">
        <summary className="py-1 text-quiet">{say('raid.which')}</summary>
        <ul className="flex flex-wrap gap-x-4">
          {comments.slice(0, mostLinked).map(({ commentId }) => (
            <li key={commentId}>
              <a
                href={`/admin/comments/${commentId}`}
                className="inline-block min-w-[24px] py-1 tabular-nums"
              >
                {commentId}
              </a>
            </li>
          ))}
          {comments.length > mostLinked && (
            <li className="py-1 text-quiet">{say('raid.rest', { count: comments.length - mostLinked })}</li>
          )}
        </ul>
      </details>
    </section>
  )
}
