import type { ReactNode } from 'react'
import { site } from '@/lib/site'

/** The site's name over every page, with today's date where a page prints it. `children` are the ways to one's account. */
export function Masthead({ date, children }: { date?: ReactNode; children?: ReactNode }) {
  return (
    <header className="border-ink border-b-3 [border-bottom-style:double]">
      <div className="mx-auto flex max-w-[76rem] flex-wrap items-baseline gap-x-6 gap-y-1.5 px-[clamp(1rem,4vw,2.5rem)] pt-4 pb-2.5 text-small">
        <a
          href="/"
          className="font-semibold font-serif text-[1.9rem] leading-none tracking-[-.02em] no-underline"
        >
          {site().name}
        </a>
        {date && <p className="order-last w-full text-quiet pad:order-none pad:w-auto">{date}</p>}
        {/* Never wraps: what comes in later must not move the page. */}
        <div className="flex min-w-0 flex-1 items-baseline justify-end gap-x-5">{children}</div>
      </div>
    </header>
  )
}
