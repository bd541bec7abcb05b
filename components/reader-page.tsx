import type { ReactNode } from 'react'
import { Masthead } from './masthead'
import { SectionNav } from './section-nav'

type Props = {
  sections: { slug: string; name: string }[]
  current?: string
  date?: ReactNode
  children: ReactNode
}

/** A page for readers: the masthead, the sections, and what it is about. */
export function ReaderPage({ sections, current, date, children }: Props) {
  return (
    <>
      <Masthead>{date}</Masthead>
      <SectionNav sections={sections} {...(current ? { current } : {})} />
      <main id="content">{children}</main>
    </>
  )
}
