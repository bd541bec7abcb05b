import { articleForPrograms } from '@/lib/api/queries-articles'
import { site } from '@/lib/site'
import { answerProgram, said } from '../../answer'
import { findPublic } from '../find-public'

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return answerProgram(request, async () => {
    const found = await findPublic((await params).id)
    return 'ok' in found ? found : said(articleForPrograms(found.article, site()))
  })
}
