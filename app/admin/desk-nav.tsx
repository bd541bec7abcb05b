import type { ReactNode } from 'react'
import type { Counts } from '@/lib/moderation/queries-queue'
import type { CountedQueue } from '@/lib/moderation/queries-saved'
import { type Queue, wholeQueue } from '@/lib/moderation/queue-filter'
import { queuePath, startOf } from '@/lib/moderation/queue-place'
import { isEditor, type Moderator } from '@/lib/readers/viewer'
import { say } from '@/messages/say'
import { LiveCounts } from './live-counts'
import { savedCount } from './saved-count'

/** The pages of the desk beside its queues, in their order; `editors` are those that are not there for moderators. */
const pages = [
  { name: 'articles', href: '/admin/articles', title: 'articles.title', editors: true },
  { name: 'pictures', href: '/admin/pictures', title: 'pictures.title', editors: true },
  { name: 'readers', href: '/admin/readers', title: 'readers.title', editors: false },
  { name: 'rules', href: '/admin/rules', title: 'rules.nav', editors: false },
  { name: 'settings', href: '/admin/settings', title: 'settings.title', editors: false },
  { name: 'front', href: '/admin/front', title: 'arrange.nav', editors: true },
  { name: 'errors', href: '/admin/articles/errors', title: 'errors.title', editors: true },
  { name: 'sections', href: '/admin/sections', title: 'sections.title', editors: true },
  { name: 'tags', href: '/admin/tags', title: 'tags.title', editors: true },
  { name: 'authors', href: '/admin/authors', title: 'authors.title', editors: true },
  { name: 'insights', href: '/admin/insights', title: 'insights.title', editors: true },
  { name: 'pages', href: '/admin/pages', title: 'pages.title', editors: true },
  { name: 'log', href: '/admin/log', title: 'log.title', editors: false },
] as const

/** Which entry a page of the desk is: a queue, a saved one by its id, or another page. */
export type DeskEntry = Queue | `saved-${number}` | 'appeals' | (typeof pages)[number]['name']

export type DeskNavProps = {
  moderator: Moderator
  counts: Counts
  appeals: number
  saved: CountedQueue[]
  current: DeskEntry | undefined
}

/** The ways through the desk, at the side. On a telephone the queues stand over the page, and the rest folds away. */
export function DeskNav({ moderator, current, ...queues }: DeskNavProps) {
  const list = <Pages moderator={moderator} current={current} />
  return (
    <nav
      aria-label={say('desk.nav')}
      className="border-rule border-b py-2 desk:border-e desk:border-b-0 desk:py-6 desk:pe-6"
    >
      <LiveCounts>
        <Queues {...queues} current={current} />
      </LiveCounts>
      <details className="desk:hidden">
        <summary className="w-fit cursor-pointer py-1.5 font-semibold">{say('desk.rest')}</summary>
        {list}
      </details>
      <div className="hidden desk:mt-4 desk:block">{list}</div>
    </nav>
  )
}

function Pages({ moderator, current }: Pick<DeskNavProps, 'moderator' | 'current'>) {
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-1 pad:grid-cols-4 desk:grid-cols-1">
      {pages
        .filter(({ editors }) => !editors || isEditor(moderator))
        .map(({ name, href, title }) => (
          <Entry key={name} href={href} isCurrent={current === name}>
            {say(title)}
          </Entry>
        ))}
      <li>
        <a href="/" className="block py-1 text-quiet no-underline">
          {say('desk.site')}
        </a>
      </li>
    </ul>
  )
}

const counted = ['held', 'reported', 'risky'] as const

function Queues({ counts, appeals, saved, current }: Omit<DeskNavProps, 'moderator'>) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 desk:grid">
      {counted.map((queue) => (
        <Entry
          key={queue}
          href={queuePath(startOf({ ...wholeQueue, queue }))}
          isCurrent={current === queue}
          count={<span data-count={queue}>{counts[queue]}</span>}
        >
          {say(`desk.${queue}`)}
        </Entry>
      ))}
      <Entry href="/admin/queue?queue=new" isCurrent={current === 'new'}>
        {say('desk.new')}
      </Entry>
      <Entry
        href="/admin/appeals"
        isCurrent={current === 'appeals'}
        count={<span data-count="appeals">{appeals}</span>}
      >
        {say('appeals.title')}
      </Entry>
      {saved.map(({ id, name, isOverdue, ...queue }) => (
        <Entry
          key={id}
          href={`/admin/queue?saved=${id}`}
          isCurrent={current === `saved-${id}`}
          count={
            <span className={isOverdue ? 'font-[650] text-accent' : undefined}>
              <span data-count={`saved-${id}`}>{savedCount(queue)}</span>
              {isOverdue && ` ${say('desk.late')}`}
            </span>
          }
        >
          <span dir="auto">{name}</span>
        </Entry>
      ))}
    </ul>
  )
}

type EntryProps = { href: string; isCurrent: boolean; count?: ReactNode; children: ReactNode }

function Entry({ href, isCurrent, count, children }: EntryProps) {
  return (
    <li>
      <a
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        className="flex justify-between gap-3 py-1 no-underline aria-[current]:font-[650] aria-[current]:text-accent"
      >
        <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
        {count !== undefined && <span className="shrink-0 tabular-nums">{count}</span>}
      </a>
    </li>
  )
}
