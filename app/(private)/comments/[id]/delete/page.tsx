import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { ProsePage } from '@/components/prose-page'
import { RenderedText } from '@/components/rendered-text'
import { currentViewer } from '@/lib/auth'
import { findReceipt } from '@/lib/comments/queries-own'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

type Props = { params: Promise<{ id: string }> }

export function generateMetadata(): Metadata {
  return { title: `${say('delete.title')} · ${site().name}` }
}

/** Says what can be taken back of a comment, and what happens then. */
export default async function DeletePage({ params }: Props) {
  const id = publicId((await params).id)
  const viewer = await currentViewer()
  if (!viewer && id !== null) redirect(`/sign-in?next=/comments/${id}/delete`)
  const comment = viewer && id !== null ? await findReceipt(viewer, id) : null
  if (!comment) notFound()
  const receipt = `/comments/${comment.id}/receipt`
  if (comment.state === 'deleted') redirect(receipt)
  return (
    <ProsePage title={say('delete.title')}>
      <div className="my-5 border-rule border-s-2 ps-4">
        <RenderedText text={comment.text} />
      </div>
      <Choice id={comment.id} what="comment" />
      {!comment.isAnonymous && <Choice id={comment.id} what="name" />}
      <p className="mt-8">
        <a href={receipt}>{say('edit.cancel')}</a>
      </p>
    </ProsePage>
  )
}

function Choice({ id, what }: { id: number; what: 'comment' | 'name' }) {
  return (
    <form method="post" action={`/api/comments/${id}/delete`} className="border-rule border-t py-5">
      <input type="hidden" name="what" value={what} />
      <p className="mb-3 max-w-[60ch]">{say(`delete.${what}.text`)}</p>
      <Button type="submit" look={what === 'comment' ? 'reject' : 'quiet'}>
        {say(`delete.${what}`)}
      </Button>
    </form>
  )
}
