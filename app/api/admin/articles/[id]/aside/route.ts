import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { choices } from '@/lib/newsroom/choose'
import { settleAside } from '@/lib/newsroom/commands-settle'
import { publicId } from '@/lib/public-id'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backToArticle, turnAwayFrom } from '../../turn-away'

const input = z.strictObject({
  aside: z.string().transform(publicId),
  choice: z.enum(choices),
  seen: z.string().default(''),
})

type Props = { params: Promise<{ id: string }> }

/** Chooses between what two people wrote in one place. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, id)
    const articleId = publicId(id)
    const parsed = input.safeParse(await readFields(request))
    if (articleId === null || !parsed.success || parsed.data.aside === null)
      return refusal(request, 422, 'bad-fields')
    const { aside: asideId, choice, seen } = parsed.data
    const settled = await settleAside(editor, { articleId, asideId, choice, seen }, new Date())
    return backToArticle(articleId, settled.ok ? { done: 'chosen' } : { problem: settled.error })
  })
}
