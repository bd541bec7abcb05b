import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { readBase } from '@/lib/newsroom/base'
import { discardDraft } from '@/lib/newsroom/commands-start'
import { publicId } from '@/lib/public-id'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backToArticle, turnAwayFrom } from '../../turn-away'

const input = z.strictObject({ base: z.string().transform(readBase) })

type Props = { params: Promise<{ id: string }> }

/** Gives up what is written and not published. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, id)
    const articleId = publicId(id)
    const base = input.safeParse(await readFields(request)).data?.base
    if (articleId === null || !base) return refusal(request, 422, 'bad-fields')
    const gone = await discardDraft(editor, { articleId, base }, new Date())
    return backToArticle(articleId, gone.ok ? { done: 'discarded' } : { problem: gone.error })
  })
}
