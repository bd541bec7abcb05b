import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { listOpenErrors } from '@/lib/newsroom/queries-errors'
import { listBegun, listComing } from '@/lib/newsroom/queries-start'
import { type Editor, isEditor, type Moderator } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from './desk-page'
import { readDesk } from './desk-state'
import { requireModerator } from './guard'

export function generateMetadata(): Metadata {
  return { title: `${say('desk.title')} · ${site().name}` }
}

/** As many as are seen at once; the lists they lead to have the rest. */
const shown = 5

/** Where somebody of the newsroom begins: what waits for them. */
export default async function Desk() {
  const moderator = await requireModerator('/admin')
  return (
    <DeskPage title={say('desk.title')} moderator={moderator}>
      <div className="mt-6 grid gap-x-12 gap-y-9 desk:grid-cols-2">
        <Comments moderator={moderator} />
        {isEditor(moderator) && <Articles editor={moderator} />}
      </div>
    </DeskPage>
  )
}

async function Comments({ moderator }: { moderator: Moderator }) {
  const { counts, appeals } = await readDesk(moderator)
  const waiting = counts.held + counts.reported
  return (
    <Part title={say('start.comments')}>
      <p className="mt-3">{say('desk.waiting', { count: waiting })}</p>
      {waiting > 0 && (
        <p className="mt-2">
          <a href={`/admin/queue?queue=${counts.held > 0 ? 'held' : 'reported'}`} className="font-semibold">
            {say('desk.openQueue')}
          </a>
        </p>
      )}
      {appeals > 0 && (
        <p className="mt-2">
          <a href="/admin/appeals">{say('start.appeals', { count: appeals })}</a>
        </p>
      )}
    </Part>
  )
}

async function Articles({ editor }: { editor: Editor }) {
  const [begun, coming, errors] = await Promise.all([
    listBegun(editor, shown),
    listComing(editor, shown),
    listOpenErrors(editor, { take: shown, mine: true }),
  ])
  return (
    <>
      <Part title={say('start.begun')}>
        {begun.length === 0 && <p className="mt-3 text-quiet">{say('start.begun.none')}</p>}
        <Stories stories={begun}>
          {({ savedAt, isPublic }) => (
            <>
              <When at={savedAt} />
              {isPublic && say('articles.hasDraft')}
            </>
          )}
        </Stories>
        <form method="post" action="/api/admin/articles" className="mt-3">
          <Button type="submit" look="quiet">
            {say('articles.new')}
          </Button>
        </form>
      </Part>
      <Part title={say('start.coming')}>
        {coming.length === 0 && <p className="mt-3 text-quiet">{say('start.coming.none')}</p>}
        <Stories stories={coming}>
          {({ at, kind }) => (
            <>
              <When at={at} />
              {say(`start.coming.${kind}`)}
            </>
          )}
        </Stories>
      </Part>
      {errors.length > 0 && (
        <Part title={say('start.errors')}>
          <Stories
            stories={[...new Map(errors.map(({ article, at }) => [article.id, { ...article, at }])).values()]}
          >
            {({ at }) => <When at={at} />}
          </Stories>
          <p className="mt-2">
            <a href="/admin/articles/errors?mine=1" className="font-semibold">
              {say('start.errors.open')}
            </a>
          </p>
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="border-rule border-b pb-1 font-[650]">{title}</h2>
      {children}
    </section>
  )
}

type Story = { id: number; headline: string }

function Stories<T extends Story>(props: { stories: T[]; children: (story: T) => ReactNode }) {
  return (
    <ul>
      {props.stories.map((story) => (
        <li key={story.id} className="mt-3">
          <a
            href={`/admin/articles/${story.id}`}
            dir="auto"
            className="block font-serif text-brief [overflow-wrap:anywhere]"
          >
            {story.headline || say('articles.untitled')}
          </a>
          <Meta>{props.children(story)}</Meta>
        </li>
      ))}
    </ul>
  )
}
