import type { ReactNode } from 'react'
import type { Moderator } from '@/lib/readers/viewer'
import { ChecksDown } from './checks-down'
import { type DeskEntry, DeskNav } from './desk-nav'
import { readDesk } from './desk-state'

type Props = {
  moderator: Moderator
  title: string
  about?: ReactNode
  /** Which entry at the side this page is. */
  current?: DeskEntry
  children: ReactNode
}

/** A page of the desk: the queues at the side with how much waits in each, the work in the middle. */
export async function DeskPage({ moderator, title, about, current, children }: Props) {
  const { down, ...queues } = await readDesk(moderator)
  return (
    <div className="mx-auto grid w-full max-w-[76rem] flex-1 grid-cols-[minmax(0,1fr)] content-start px-[clamp(1rem,4vw,2.5rem)] desk:grid-cols-[13rem_minmax(0,1fr)] desk:content-stretch">
      <DeskNav moderator={moderator} current={current} {...queues} />
      <main id="content" className="py-6 desk:ps-8">
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-title">{title}</h1>
          {about}
        </header>
        <ChecksDown down={down} />
        {children}
      </main>
    </div>
  )
}
