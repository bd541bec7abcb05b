import type { ReactNode } from 'react'
import { say } from '@/messages/say'

type Props = {
  title: string
  about?: ReactNode
  held: number
  current?: 'queue' | 'rules'
  children: ReactNode
}

/** A page of the desk: the queues at the side, the work in the middle. */
export function DeskPage({ title, about, held, current, children }: Props) {
  return (
    <div className="mx-auto grid w-full max-w-[76rem] flex-1 content-start px-[clamp(1rem,4vw,2.5rem)] desk:grid-cols-[13rem_minmax(0,1fr)] desk:content-stretch">
      <nav
        aria-label={say('desk.nav')}
        className="border-rule border-b py-3 desk:border-e desk:border-b-0 desk:py-6 desk:pe-6"
      >
        <ul className="flex flex-wrap gap-x-6 gap-y-1 desk:grid">
          <li>
            <a
              href="/admin/queue"
              aria-current={current === 'queue' ? 'page' : undefined}
              className="flex justify-between gap-3 py-1 no-underline aria-[current]:font-[650] aria-[current]:text-accent"
            >
              {say('desk.held')} <span className="tabular-nums">{held}</span>
            </a>
          </li>
          <li>
            <a
              href="/admin/rules"
              aria-current={current === 'rules' ? 'page' : undefined}
              className="block py-1 no-underline aria-[current]:font-[650] aria-[current]:text-accent"
            >
              {say('rules.nav')}
            </a>
          </li>
          <li>
            <a href="/" className="block py-1 text-quiet no-underline">
              {say('desk.site')}
            </a>
          </li>
        </ul>
      </nav>
      <main id="content" className="py-6 desk:ps-8">
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-title">{title}</h1>
          {about}
        </header>
        {children}
      </main>
    </div>
  )
}
