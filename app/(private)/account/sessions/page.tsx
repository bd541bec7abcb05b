import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { When } from '@/components/when'
import { currentViewer } from '@/lib/auth'
import { listSessions } from '@/lib/readers/queries'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

type Props = { searchParams: Promise<{ ended?: string | string[] }> }

export function generateMetadata(): Metadata {
  return { title: `${say('sessions.title')} · ${site().name}` }
}

/** Where one is signed in, and the way out of all of it. */
export default async function SessionsPage({ searchParams }: Props) {
  const viewer = await currentViewer()
  if (!viewer) redirect('/sign-in?next=/account/sessions')
  const [{ ended }, sessions] = await Promise.all([searchParams, listSessions(viewer, new Date())])
  const count = typeof ended === 'string' && /^\d{1,3}$/.test(ended) ? Number(ended) : null
  return (
    <ProsePage title={say('sessions.title')}>
      {count !== null && <Notice kind="done">{say('sessions.done', { count })}</Notice>}
      <ul className="divide-y divide-rule border-rule border-y">
        {sessions.map(({ createdAt, isThis }, index) => (
          <li key={index} className="py-3">
            <Meta>
              <span>
                {say('sessions.since', { date: '' })}
                <When at={createdAt} />
              </span>
              {isThis && <strong>{say('sessions.this')}</strong>}
            </Meta>
          </li>
        ))}
      </ul>
      <p className="my-5 text-quiet">{say('sessions.hint')}</p>
      <form method="post" action="/api/account/sessions" className="flex flex-wrap gap-3">
        <Button type="submit" name="keep" value="1">
          {say('sessions.others')}
        </Button>
        <Button type="submit" name="keep" value="0" look="quiet">
          {say('sessions.all')}
        </Button>
      </form>
    </ProsePage>
  )
}
