import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { listOwnComments } from '@/lib/comments/queries-own'
import { listMessages } from '@/lib/moderation/queries-told'
import { listThanks } from '@/lib/newsroom/queries-thanks'
import { listOwnSanctions } from '@/lib/readers/queries-sanction'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { Sanctions } from '../sanctions'
import { Messages } from './messages'
import { OwnComments } from './own-comments'
import { ThanksList } from './thanks-list'

type Props = { searchParams: Promise<{ welcome?: string | string[] }> }

export function generateMetadata(): Metadata {
  return { title: `${say('account.title')} · ${site().name}` }
}

export default async function AccountPage({ searchParams }: Props) {
  const viewer = await currentViewer()
  if (!viewer) redirect('/sign-in?next=/account')
  const [{ welcome }, comments, sanctions, messages, thanks] = await Promise.all([
    searchParams,
    listOwnComments(viewer, { take: 6, before: null }),
    listOwnSanctions(viewer, new Date()),
    listMessages(viewer),
    listThanks(viewer),
  ])
  return (
    <ProsePage title={say('account.title')}>
      {welcome && <Notice kind="done">{say('account.welcome', { name: viewer.name })}</Notice>}
      <p>{say('account.signedInAs', { name: viewer.name })}</p>
      <p className="mt-1">
        <a href="/">{say('account.toFront')}</a>
      </p>
      <nav aria-label={say('account.title')} className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
        <a href="/account/saved">{say('saved.title')}</a>
        <a href="/account/muted">{say('muted.title')}</a>
        <a href="/account/privacy">{say('privacy.title')}</a>
        <a href="/account/sessions">{say('sessions.title')}</a>
      </nav>
      <Sanctions sanctions={sanctions} />
      <Messages messages={messages} />
      <ThanksList thanks={thanks} />
      <h2 className="mt-10 mb-2 text-second">{say('account.comments')}</h2>
      <OwnComments comments={comments.slice(0, 5)} />
      {comments.length > 5 && (
        <p className="mt-4">
          <a href="/account/comments">{say('account.older')}</a>
        </p>
      )}
    </ProsePage>
  )
}
