import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { moveArticle, standingMoves } from '@/lib/newsroom/commands-state'
import { publicId } from '@/lib/public-id'
import { json, refusal, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { keepTyped, letTypedGo } from '../../keep-typed'
import { backToArticle, statusFor, turnAwayFrom } from '../../turn-away'

const input = z.strictObject({ move: z.enum(standingMoves), words: z.string().max(5_000).default('') })

type Props = { params: Promise<{ id: string }> }

/** Withdraws, unpublishes, blocks, restores, calls back, holds or releases an article. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    const articleId = publicId(id)
    const fields = await readFields(request)
    const parsed = input.safeParse(fields)
    if (articleId === null || !fields || !parsed.success)
      return editor ? refusal(request, 422, 'bad-fields') : turnAwayFrom(request, id)
    if (!editor) {
      if (!wantsJson(request)) await keepTyped('article-move', articleId, fields, null)
      return turnAwayFrom(request, id)
    }
    const moved = await moveArticle(editor, { articleId, ...parsed.data }, new Date())
    if (wantsJson(request))
      return moved.ok ? json(200, moved.value) : json(statusFor(moved.error), { error: moved.error })
    if (moved.ok) await letTypedGo('article-move', articleId)
    else await keepTyped('article-move', articleId, fields, editor)
    return backToArticle(articleId, moved.ok ? { done: parsed.data.move } : { problem: moved.error })
  })
}
