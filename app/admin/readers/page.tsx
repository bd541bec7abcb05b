import type { Metadata } from 'next'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { mayReadEmail } from '@/lib/moderation/permissions'
import { type ListedReader, listReaders } from '@/lib/moderation/queries-readers'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireModerator } from '../guard'
import { recordOf } from '../record'
import { ReaderSearch, readRole } from './reader-search'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('readers.title')} · ${site().name}` }
}

/** Everyone with an account, to be found. */
export default async function ReadersPage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/readers')
  const query = await searchParams
  const asked = {
    words: typeof query.q === 'string' ? query.q : '',
    role: readRole(query.role),
    sanctioned: query.sanctioned === '1',
  }
  const before = typeof query.after === 'string' ? publicId(query.after) : null
  const { readers, hasMore } = await listReaders(moderator, { ...asked, before }, new Date())
  const last = readers.at(-1)
  return (
    <DeskPage
      title={say('readers.title')}
      about={<Meta>{say('readers.newest')}</Meta>}
      moderator={moderator}
      current="readers"
    >
      <ReaderSearch asked={asked} withEmail={mayReadEmail(moderator)} />
      {readers.length === 0 && <p className="py-10 text-quiet">{say('readers.none')}</p>}
      <ul className="mt-4 divide-y divide-rule border-rule border-t">
        {readers.map((reader) => (
          <Row key={reader.id} reader={reader} />
        ))}
      </ul>
      <p className="mt-6 flex gap-6 font-semibold">
        {before !== null && <a href={pageOf(asked, null)}>{say('readers.fromStart')}</a>}
        {hasMore && last && (
          <a rel="next" href={pageOf(asked, last.id)}>
            {say('readers.next')}
          </a>
        )}
      </p>
    </DeskPage>
  )
}

function Row({ reader }: { reader: ListedReader }) {
  const { id, name, handle, email, role, sanctions } = reader
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a href={`/admin/readers/${id}`} dir="auto" className="font-semibold [overflow-wrap:anywhere]">
          {name}
        </a>
        <span className="text-quiet text-small [overflow-wrap:anywhere]">@{handle}</span>
        {role !== 'reader' && <span className="text-small">{say(`readers.role.${role}`)}</span>}
        {sanctions.map((kind) => (
          <span key={kind} className="font-[650] text-accent text-small">
            {say(`readers.is.${kind}`)}
          </span>
        ))}
      </p>
      <Meta>
        {recordOf(reader)}
        <span>
          {say('desk.joined', { date: '' })}
          <When at={reader.createdAt} />
        </span>
        {email && <span className="[overflow-wrap:anywhere]">{email}</span>}
      </Meta>
    </li>
  )
}

function pageOf(
  asked: { words: string; role: string | null; sanctioned: boolean },
  after: number | null,
): string {
  const query = new URLSearchParams()
  if (asked.words) query.set('q', asked.words)
  if (asked.role) query.set('role', asked.role)
  if (asked.sanctioned) query.set('sanctioned', '1')
  if (after !== null) query.set('after', String(after))
  return query.size > 0 ? `/admin/readers?${query}` : '/admin/readers'
}
