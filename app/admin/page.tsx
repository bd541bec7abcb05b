import type { Metadata } from 'next'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from './desk-page'
import { readDesk } from './desk-state'
import { requireModerator } from './guard'

export function generateMetadata(): Metadata {
  return { title: `${say('desk.title')} · ${site().name}` }
}

export default async function Desk() {
  const moderator = await requireModerator('/admin')
  const { held } = (await readDesk(moderator)).counts
  return (
    <DeskPage title={say('desk.title')} moderator={moderator}>
      <p className="mt-4">{say('desk.waiting', { count: held })}</p>
      {held > 0 && (
        <p className="mt-2">
          <a href="/admin/queue" className="font-semibold">
            {say('desk.openQueue')}
          </a>
        </p>
      )}
    </DeskPage>
  )
}
