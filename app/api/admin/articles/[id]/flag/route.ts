import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { flagArticle } from '@/lib/newsroom/commands-state'
import { publicId } from '@/lib/public-id'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backToArticle, turnAwayFrom } from '../../turn-away'

const input = z.strictObject({ on: z.enum(['0', '1']).transform((text) => text === '1') })

type Props = { params: Promise<{ id: string }> }

/** Asks for somebody who knows the law, or says that they have read it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, id)
    const articleId = publicId(id)
    const parsed = input.safeParse(await readFields(request))
    if (articleId === null || !parsed.success) return refusal(request, 422, 'bad-fields')
    const { on } = parsed.data
    const flagged = await flagArticle(editor, { articleId, on }, new Date())
    return backToArticle(
      articleId,
      flagged.ok ? { done: on ? 'flagged' : 'cleared' } : { problem: flagged.error },
    )
  })
}
