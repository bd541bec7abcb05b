import type { ReactNode } from 'react'
import { site } from '@/lib/site'

/** The site's name over every page. `children` stand at the end of its line: today's date, or the reader's account. */
export function Masthead({ children }: { children?: ReactNode }) {
  return (
    <header className="border-ink border-b-3 [border-bottom-style:double]">
      <div className="mx-auto flex max-w-[76rem] flex-wrap items-baseline gap-x-6 gap-y-1 px-[clamp(1rem,4vw,2.5rem)] pt-4 pb-2.5">
        <a
          href="/"
          className="font-semibold font-serif text-[1.9rem] leading-none tracking-[-.02em] no-underline"
        >
          {site().name}
        </a>
        <div className="ms-auto flex flex-wrap items-baseline gap-x-5 text-quiet text-small">{children}</div>
      </div>
    </header>
  )
}
