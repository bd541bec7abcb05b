import type { ReactNode } from 'react'
import { Masthead } from '@/components/masthead'
import { Root } from '@/components/root'
import { currentModerator } from '@/lib/auth'
import { say } from '@/messages/say'
import { PrivateHead } from '../private-head'
import '@/app/desk.css'

export const dynamic = 'force-dynamic'
export const metadata = { robots: { index: false } }

/** The frame of the desk. Every page under it calls its own guard: this protects nothing. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const moderator = await currentModerator()
  return (
    <Root head={<PrivateHead />}>
      <Masthead>
        {moderator && (
          <a href="/account" dir="auto">
            {moderator.name}
          </a>
        )}
        {moderator && (
          <form method="post" action="/api/sign-out">
            <button type="submit" className="py-1 underline decoration-edge underline-offset-[.18em]">
              {say('signOut.submit')}
            </button>
          </form>
        )}
      </Masthead>
      {children}
    </Root>
  )
}
