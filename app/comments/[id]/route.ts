import { articlePath } from '@/lib/articles/slug'
import { writeCursor } from '@/lib/comments/cursor'
import { findPlace } from '@/lib/comments/queries-place'
import { publicId } from '@/lib/public-id'
import { refusal, seeOther } from '../../api/answer'

type Props = { params: Promise<{ id: string }> }

/** A comment's lasting address: leads to wherever it stands now. One that is not public is not there. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const id = publicId((await params).id)
  const place = id === null ? null : await findPlace(id)
  if (!place || id === null) return refusal(request, 404, 'no-comment')
  const fragment = `#comment-${id}`
  if (place.onFirstPage) return seeOther(articlePath({ id: place.articleId, slug: place.slug }), {}, fragment)
  if (place.rootId === id) return seeOther(`/news/${place.articleId}/comments`, { around: id }, fragment)
  return seeOther(
    `/comments/${place.rootId}/replies`,
    { after: place.before ? writeCursor(place.before) : null },
    fragment,
  )
}
