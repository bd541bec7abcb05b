import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { listMuted } from '@/lib/readers/queries'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

type Props = { searchParams: Promise<{ problem?: string | string[] }> }

export function generateMetadata(): Metadata {
  return { title: `${say('muted.title')} · ${site().name}` }
}

export default async function MutedPage({ searchParams }: Props) {
  const viewer = await currentViewer()
  if (!viewer) redirect('/sign-in?next=/account/muted')
  const [{ problem }, muted] = await Promise.all([searchParams, listMuted(viewer)])
  return (
    <ProsePage title={say('muted.title')}>
      {(problem === 'own' || problem === 'too-many') && (
        <Notice kind="problem" title={say('more.problem')}>
          <p>{problem === 'own' ? say('muted.own') : say('muted.tooMany')}</p>
        </Notice>
      )}
      <p className="mb-5 max-w-[60ch] text-quiet">{say('muted.hint')}</p>
      {muted.length === 0 && <p className="text-quiet">{say('muted.none')}</p>}
      <ul className="divide-y divide-rule border-rule border-t">
        {muted.map(({ handle, name }) => (
          <li key={handle} className="flex flex-wrap items-center justify-between gap-4 py-3">
            <a href={`/u/${handle}`} dir="auto" className="font-semibold">
              {name}
            </a>
            <form method="post" action={`/api/readers/${handle}/mute`}>
              <Button type="submit" name="mute" value="0" look="quiet">
                {say('muted.unmute')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </ProsePage>
  )
}
