import type { ReactNode } from 'react'
import { Footer } from '@/components/footer'
import { Masthead } from '@/components/masthead'
import { Root } from '@/components/root'
import { SignOut } from '@/components/viewer-links'
import { currentViewer } from '@/lib/auth'
import { isModerator } from '@/lib/readers/viewer'
import { say } from '@/messages/say'
import { PrivateHead } from '../private-head'
import '@/app/desk.css'

export const dynamic = 'force-dynamic'
export const metadata = { robots: { index: false } }

/** The frame of a reader's own pages. It shows who is signed in; it protects nothing. */
export default async function PrivateLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer()
  return (
    <Root head={<PrivateHead />}>
      <Masthead>
        {viewer ? (
          <>
            <a href="/account" dir="auto" className="truncate">
              {viewer.name}
            </a>
            {isModerator(viewer) && (
              <a href="/admin/queue" className="shrink-0">
                {say('site.desk')}
              </a>
            )}
            <SignOut />
          </>
        ) : (
          <a href="/sign-in">{say('site.signIn')}</a>
        )}
      </Masthead>
      <main id="content">{children}</main>
      <Footer />
    </Root>
  )
}
