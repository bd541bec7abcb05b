import type { ReactNode } from 'react'
import { say } from '@/messages/say'
import { Masthead } from './masthead'
import { SectionNav } from './section-nav'

type Props = {
  sections: { slug: string; name: string }[]
  current?: string
  date?: ReactNode
  children: ReactNode
}

/** A page for readers. It does not know who reads it, so both ways to one's account are always there. */
export function ReaderPage({ sections, current, date, children }: Props) {
  return (
    <>
      <Masthead date={date}>
        <a href="/sign-in" className="py-0.5 no-underline hover:text-accent">
          {say('site.signIn')}
        </a>
        <a href="/account" className="py-0.5 no-underline hover:text-accent">
          {say('site.account')}
        </a>
      </Masthead>
      <SectionNav sections={sections} {...(current ? { current } : {})} />
      <main id="content">{children}</main>
    </>
  )
}
