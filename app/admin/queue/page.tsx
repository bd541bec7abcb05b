import type { Metadata } from 'next'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { listHeld } from '@/lib/moderation/queries'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireModerator } from '../guard'
import { DeskKeys } from '../keys/desk-keys'
import { keyWords } from '../keys/key-words'
import { QueueItem } from './queue-item'
import { QueueNotice } from './queue-notice'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('desk.queue')} · ${site().name}` }
}

export default async function QueuePage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/queue')
  const query = await searchParams
  const after = typeof query.after === 'string' ? publicId(query.after) : null
  const { items, total, hasMore } = await listHeld(moderator, { after, now: new Date() })
  const oldest = after === null ? items[0] : undefined
  const last = items.at(-1)
  const about = (
    <Meta>
      {say('desk.waiting', { count: total })}
      {oldest && (
        <span>
          {say('desk.oldest', { date: '' })}
          <When at={oldest.waitingSince} />
        </span>
      )}
    </Meta>
  )
  return (
    <DeskPage title={say('desk.held')} about={about} held={total} current="queue">
      <QueueNotice moderator={moderator} query={query} />
      {items.length === 0 && (
        <div className="py-14">
          <p className="font-[560] font-serif text-second">{say('desk.empty')}</p>
          <p className="mt-1 text-quiet">{say('desk.emptyText')}</p>
        </div>
      )}
      <DeskKeys words={keyWords()} place={{ timeZone: site().timeZone, language: site().language }}>
        <div className="mt-5 grid gap-4">
          {items.map((item) => (
            <QueueItem key={item.id} item={item} after={after} />
          ))}
        </div>
      </DeskKeys>
      <p className="mt-6 flex gap-6 font-semibold">
        {after !== null && <a href="/admin/queue">{say('desk.fromStart')}</a>}
        {hasMore && last && (
          <a rel="next" href={`/admin/queue?after=${last.id}`}>
            {say('desk.more')}
          </a>
        )}
      </p>
    </DeskPage>
  )
}
