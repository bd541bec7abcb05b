import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CommentList } from '@/components/comment-list'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { readCursor, writeCursor } from '@/lib/comments/cursor'
import { listSaved } from '@/lib/comments/queries-profile'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

type Props = { searchParams: Promise<{ after?: string | string[] }> }

export function generateMetadata(): Metadata {
  return { title: `${say('saved.title')} · ${site().name}` }
}

export default async function SavedPage({ searchParams }: Props) {
  const viewer = await currentViewer()
  if (!viewer) redirect('/sign-in?next=/account/saved')
  const { after } = await searchParams
  const { comments, next } = await listSaved(
    viewer,
    readCursor(typeof after === 'string' ? after : undefined),
  )
  return (
    <ProsePage title={say('saved.title')}>
      {comments.length === 0 && <p className="text-quiet">{say('saved.none')}</p>}
      <CommentList
        comments={comments}
        withNames
        after={({ id }) => (
          <form method="post" action={`/api/comments/${id}/save`} className="mt-1">
            <input type="hidden" name="from" value="list" />
            <button
              type="submit"
              name="save"
              value="0"
              className="py-1 text-quiet text-small underline underline-offset-[.18em] hover:text-accent"
            >
              {say('saved.remove')}
            </button>
          </form>
        )}
      />
      {next && (
        <p className="mt-4">
          <a rel="next" href={`/account/saved?after=${writeCursor(next)}`} className="font-semibold">
            {say('account.older')}
          </a>
        </p>
      )}
    </ProsePage>
  )
}
