import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { listOwnComments } from '@/lib/comments/queries-own'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { OwnComments } from '../own-comments'

const perPage = 20

type Props = { searchParams: Promise<{ before?: string | string[] }> }

export function generateMetadata(): Metadata {
  return { title: `${say('account.comments')} · ${site().name}` }
}

export default async function OwnCommentsPage({ searchParams }: Props) {
  const viewer = await currentViewer()
  if (!viewer) redirect('/sign-in?next=/account/comments')
  const { before } = await searchParams
  const comments = await listOwnComments(viewer, {
    take: perPage + 1,
    before: typeof before === 'string' ? publicId(before) : null,
  })
  const last = comments.slice(0, perPage).at(-1)
  return (
    <ProsePage title={say('account.comments')}>
      <OwnComments comments={comments.slice(0, perPage)} />
      {comments.length > perPage && last && (
        <p className="mt-4">
          <a rel="next" href={`/account/comments?before=${last.id}`} className="font-semibold">
            {say('account.older')}
          </a>
        </p>
      )}
    </ProsePage>
  )
}
