import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

export function generateMetadata(): Metadata {
  return { title: `${say('signOut.title')} · ${site().name}` }
}

/** For those who type the address: signing out changes something, so it needs a press. */
export default async function SignOutPage() {
  const viewer = await currentViewer()
  if (!viewer) redirect('/sign-in')
  return (
    <ProsePage title={say('signOut.title')}>
      <p className="mb-5">{say('signOut.text', { name: viewer.name })}</p>
      <form method="post" action="/api/sign-out">
        <Button type="submit">{say('signOut.submit')}</Button>
      </form>
    </ProsePage>
  )
}
