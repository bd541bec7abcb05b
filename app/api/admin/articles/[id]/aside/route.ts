import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { choices } from '@/lib/newsroom/choose'
import { settleAside } from '@/lib/newsroom/commands-settle'
import { publicId } from '@/lib/public-id'
import { answering } from '../../../../answering'
import { onArticle, type Props } from '../../on-article'

const input = z.strictObject({
  aside: z
    .string()
    .transform(publicId)
    .refine((id) => id !== null),
  choice: z.enum(choices),
  seen: z.string().default(''),
})

/** Chooses between what two people wrote in one place. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onArticle(
      { request, params, editor: await currentEditor() },
      input,
      () => 'chosen',
      ({ editor, articleId, given: { aside: asideId, choice, seen }, now }) =>
        settleAside(editor, { articleId, asideId, choice, seen }, now),
    ),
  )
}
