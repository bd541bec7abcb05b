import { listCommentsForPrograms } from '@/lib/api/queries-comments'
import { site } from '@/lib/site'
import { answerProgram, nextAddress, readPage, said } from '../../../answer'
import { findPublic } from '../../find-public'

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return answerProgram(request, async (query) => {
    const page = readPage(query)
    if ('ok' in page) return page
    const found = await findPublic((await params).id)
    if ('ok' in found) return found
    const { id } = found.article
    const { comments, next } = await listCommentsForPrograms(id, page.after, page.take, site().url)
    return said({ comments, next: nextAddress(`/api/v1/articles/${id}/comments`, query, next) })
  })
}
