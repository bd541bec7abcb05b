import type { ReactNode } from 'react'
import { Masthead } from './masthead'
import { SectionNav } from './section-nav'
import { ViewerLinks } from './viewer-links'

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
        <ViewerLinks />
      </Masthead>
      <SectionNav sections={sections} {...(current ? { current } : {})} />
      <main id="content">{children}</main>
    </>
  )
}
