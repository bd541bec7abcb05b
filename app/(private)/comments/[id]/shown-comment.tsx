import { notFound } from 'next/navigation'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import { findPublicById, type PublicComment } from '@/lib/comments/queries'
import { publicId } from '@/lib/public-id'
import { say } from '@/messages/say'

/** The public comment that a page is about; a page about any other is not there. */
export async function publicComment(params: Promise<{ id: string }>): Promise<PublicComment> {
  const id = publicId((await params).id)
  const comment = id === null ? null : await findPublicById(id)
  if (!comment) notFound()
  return comment
}

export function ShownComment({ comment }: { comment: PublicComment }) {
  return (
    <div className="my-5 border-rule border-s-2 ps-4">
      <p className="text-small">
        <span dir="auto" className="font-[650]">
          {comment.author?.name ?? say('talk.anonymous')}
        </span>{' '}
        <a href={`/comments/${comment.id}`} className="text-quiet no-underline hover:underline">
          <When at={comment.createdAt} />
        </a>
      </p>
      <RenderedText text={comment.text ?? []} />
    </div>
  )
}
