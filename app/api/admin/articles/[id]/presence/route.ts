import { currentEditor } from '@/lib/auth'
import { markAbsent, markPresent } from '@/lib/newsroom/commands-presence'
import { findBaseName } from '@/lib/newsroom/queries-desk'
import { publicId } from '@/lib/public-id'
import { json, refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAwayFrom } from '../../turn-away'

type Props = { params: Promise<{ id: string }> }

/** Says that somebody has the article open, or has closed it; who else has, and the name of what is written now. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, id)
    const articleId = publicId(id)
    const base = articleId === null ? null : await findBaseName(editor, articleId)
    if (articleId === null || base === null) return refusal(request, 404, 'no-article')
    const fields = await readFields(request)
    if (fields?.closed === '1') {
      await markAbsent(editor, articleId)
      return json(200, { base, others: [] })
    }
    const others = await markPresent(editor, articleId, new Date())
    return json(200, { base, others: others.map(({ name }) => name) })
  })
}
