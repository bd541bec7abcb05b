import type { ReactNode } from 'react'
import { countOpenAppeals } from '@/lib/moderation/queries-appeals'
import { type Counts, countQueues } from '@/lib/moderation/queries-queue'
import { listSavedQueues, type SavedQueue } from '@/lib/moderation/queries-saved'
import { type Queue, wholeQueue } from '@/lib/moderation/queue-filter'
import { queuePath, startOf } from '@/lib/moderation/queue-place'
import { isEditor, type Moderator } from '@/lib/readers/viewer'
import { say } from '@/messages/say'
import { ChecksDown } from './checks-down'
import { LiveCounts } from './live-counts'

type Props = {
  moderator: Moderator
  title: string
  about?: ReactNode
  /** Which entry at the side this page is: a queue, a saved one by its id, or another page. */
  current?:
    | Queue
    | `saved-${number}`
    | 'appeals'
    | 'articles'
    | 'pictures'
    | 'front'
    | 'readers'
    | 'rules'
    | 'settings'
    | 'log'
    | 'errors'
    | 'insights'
    | 'sections'
    | 'tags'
    | 'authors'
    | 'pages'
  children: ReactNode
}

const counted = ['held', 'reported', 'risky'] as const

/** A page of the desk: the queues at the side with how much waits in each, the work in the middle. */
export async function DeskPage({ moderator, title, about, current, children }: Props) {
  const [counts, appeals, saved] = await Promise.all([
    countQueues(moderator),
    countOpenAppeals(moderator, new Date()),
    listSavedQueues(moderator, new Date()),
  ])
  return (
    <div className="mx-auto grid w-full max-w-[76rem] flex-1 grid-cols-[minmax(0,1fr)] content-start px-[clamp(1rem,4vw,2.5rem)] desk:grid-cols-[13rem_minmax(0,1fr)] desk:content-stretch">
      <nav
        aria-label={say('desk.nav')}
        className="border-rule border-b py-3 desk:border-e desk:border-b-0 desk:py-6 desk:pe-6"
      >
        <LiveCounts>
          <Queues counts={counts} appeals={appeals} saved={saved} current={current} />
        </LiveCounts>
        <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1 desk:mt-4 desk:grid">
          {isEditor(moderator) && (
            <>
              <Entry href="/admin/articles" isCurrent={current === 'articles'}>
                {say('articles.title')}
              </Entry>
              <Entry href="/admin/pictures" isCurrent={current === 'pictures'}>
                {say('pictures.title')}
              </Entry>
            </>
          )}
          <Entry href="/admin/readers" isCurrent={current === 'readers'}>
            {say('readers.title')}
          </Entry>
          <Entry href="/admin/rules" isCurrent={current === 'rules'}>
            {say('rules.nav')}
          </Entry>
          <Entry href="/admin/settings" isCurrent={current === 'settings'}>
            {say('settings.title')}
          </Entry>
          {isEditor(moderator) && (
            <>
              <Entry href="/admin/front" isCurrent={current === 'front'}>
                {say('arrange.nav')}
              </Entry>
              <Entry href="/admin/articles/errors" isCurrent={current === 'errors'}>
                {say('errors.title')}
              </Entry>
              <Entry href="/admin/sections" isCurrent={current === 'sections'}>
                {say('sections.title')}
              </Entry>
              <Entry href="/admin/tags" isCurrent={current === 'tags'}>
                {say('tags.title')}
              </Entry>
              <Entry href="/admin/authors" isCurrent={current === 'authors'}>
                {say('authors.title')}
              </Entry>
              <Entry href="/admin/insights" isCurrent={current === 'insights'}>
                {say('insights.title')}
              </Entry>
              <Entry href="/admin/pages" isCurrent={current === 'pages'}>
                {say('pages.title')}
              </Entry>
            </>
          )}
          <Entry href="/admin/log" isCurrent={current === 'log'}>
            {say('log.title')}
          </Entry>
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
        <ChecksDown moderator={moderator} />
        {children}
      </main>
    </div>
  )
}

type QueuesProps = { counts: Counts; appeals: number; saved: SavedQueue[]; current: Props['current'] }

function Queues({ counts, appeals, saved, current }: QueuesProps) {
  const now = new Date()
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
      {saved.map(({ id, name, count, due }) => (
        <Entry
          key={id}
          href={`/admin/queue?saved=${id}`}
          isCurrent={current === `saved-${id}`}
          count={<span className={due && due < now ? 'font-[650] text-accent' : undefined}>{count}</span>}
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
        {count !== undefined && <span className="tabular-nums">{count}</span>}
      </a>
    </li>
  )
}
