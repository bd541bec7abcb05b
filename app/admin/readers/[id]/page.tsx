import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { keptForm } from '@/app/(private)/kept-form'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { denialOf } from '@/lib/moderation/permissions'
import { findReaderFile, listSectionsForDesk, type ReaderFile } from '@/lib/moderation/queries-reader-file'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireModerator } from '../../guard'
import { recordOf } from '../../record'
import { Expert } from './expert'
import { Actions, LastComments } from './history'
import { Notes } from './notes'
import { ReaderNotice } from './reader-notice'
import { Rights } from './rights'
import { SanctionForm } from './sanction-form'
import { SanctionList } from './sanction-list'
import { Trust } from './trust'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export function generateMetadata(): Metadata {
  return { title: `${say('readers.title')} · ${site().name}` }
}

/** All the desk knows of one reader, and what it can do about them. */
export default async function ReaderFilePage({ params, searchParams }: Props) {
  const { id: asked } = await params
  const moderator = await requireModerator(`/admin/readers/${asked}`)
  const id = publicId(asked)
  const file = id === null ? null : await findReaderFile(moderator, id, new Date())
  if (!file) notFound()
  const [sections, query] = await Promise.all([listSectionsForDesk(moderator), searchParams])
  // What was typed and not taken, under the name of its form.
  const typed = query.problem ? await keptForm('reader-file', file.id) : null
  const typedIn = (form: string) => (typed?.form === form ? typed : null)
  const may = (action: Parameters<typeof denialOf>[0]) =>
    denialOf(action, { ...moderator, isHere: true }, file) === null
  return (
    <DeskPage
      title={file.name}
      about={<Meta>{say(`readers.role.${file.role}`)}</Meta>}
      moderator={moderator}
      current="readers"
    >
      <ReaderNotice query={query} />
      <Record file={file} />
      <SanctionList file={file} mayLift={may('lift')} />
      {may('warn') && <SanctionForm readerId={file.id} typed={typedIn('sanction')} />}
      <Trust file={file} mayTrust={may('trust')} />
      <Expert file={file} mayName={may('name-expert')} typed={typedIn('expertise')} />
      <LastComments file={file} mayReject={may('reject')} />
      <Notes
        file={file}
        mayNote={may('note')}
        mayMessage={may('message')}
        typed={{ note: typedIn('note'), message: typedIn('message') }}
      />
      <Actions file={file} />
      <Rights
        file={file}
        sections={sections}
        mayChangeRole={may('change-role')}
        maySignOut={may('sign-out-everywhere')}
      />
    </DeskPage>
  )
}

function Record({ file }: { file: ReaderFile }) {
  return (
    <section aria-label={say('readers.record')} className="mt-3">
      <Meta>
        <span className="[overflow-wrap:anywhere]">@{file.handle}</span>
        {file.email && <span className="[overflow-wrap:anywhere]">{file.email}</span>}
        <a href={`/u/${file.handle}`}>{say('readers.profile')}</a>
        <span>
          {say('desk.joined', { date: '' })}
          <When at={file.createdAt} />
        </span>
        {say('readers.sessions', { count: file.sessionCount })}
      </Meta>
      <Meta>
        {recordOf(file)}
        {say('readers.reports', { upheld: file.reportsUpheld, dismissed: file.reportsDismissed })}
      </Meta>
    </section>
  )
}
