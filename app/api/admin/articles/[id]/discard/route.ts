import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { readBase } from '@/lib/newsroom/base'
import { discardDraft } from '@/lib/newsroom/commands-start'
import { answering } from '../../../../answering'
import { onArticle, type Props } from '../../on-article'

const input = z.strictObject({
  base: z
    .string()
    .transform(readBase)
    .refine((base) => base !== null),
})

/** Gives up what is written and not published. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onArticle(
      { request, params, editor: await currentEditor() },
      input,
      () => 'discarded',
      ({ editor, articleId, given, now }) => discardDraft(editor, { articleId, ...given }, now),
    ),
  )
}
