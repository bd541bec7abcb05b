import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { moveArticle, standingMoves } from '@/lib/newsroom/commands-state'
import { publicId } from '@/lib/public-id'
import { json, refusal, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backToArticle, statusFor, turnAwayFrom } from '../../turn-away'

const input = z.strictObject({ move: z.enum(standingMoves), words: z.string().max(5_000).default('') })

type Props = { params: Promise<{ id: string }> }

/** Withdraws, unpublishes, blocks, restores, calls back, holds or releases an article. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, id)
    const articleId = publicId(id)
    const parsed = input.safeParse(await readFields(request))
    if (articleId === null || !parsed.success) return refusal(request, 422, 'bad-fields')
    const moved = await moveArticle(editor, { articleId, ...parsed.data }, new Date())
    if (wantsJson(request))
      return moved.ok ? json(200, moved.value) : json(statusFor(moved.error), { error: moved.error })
    return backToArticle(articleId, moved.ok ? { done: parsed.data.move } : { problem: moved.error })
  })
}
