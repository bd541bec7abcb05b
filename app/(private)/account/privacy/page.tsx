import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { findOwnProfile } from '@/lib/readers/queries'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export function generateMetadata(): Metadata {
  return { title: `${say('privacy.title')} · ${site().name}` }
}

export default async function PrivacyPage({ searchParams }: Props) {
  const viewer = await currentViewer()
  if (!viewer) redirect('/sign-in?next=/account/privacy')
  const [{ done }, own] = await Promise.all([searchParams, findOwnProfile(viewer)])
  return (
    <ProsePage title={say('privacy.title')}>
      {done && <Notice kind="done">{say('privacy.done')}</Notice>}
      <p className="mb-5">
        <a href={`/u/${own.handle}`}>{say('privacy.show')}</a>
      </p>
      <form method="post" action="/api/account/privacy">
        <fieldset>
          <legend className="mb-2 font-semibold">{say('privacy.profile')}</legend>
          {(['open', 'closed'] as const).map((choice) => (
            <label key={choice} className="flex items-baseline gap-3 py-2">
              <input type="radio" name="profile" value={choice} defaultChecked={own.profile === choice} />
              <span>{say(`privacy.${choice}`)}</span>
            </label>
          ))}
        </fieldset>
        <div className="mt-5">
          <Button type="submit">{say('privacy.save')}</Button>
        </div>
      </form>
      <p className="mt-8 text-quiet">{say('privacy.visits')}</p>
    </ProsePage>
  )
}
