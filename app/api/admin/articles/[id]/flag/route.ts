import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { flagArticle } from '@/lib/newsroom/commands-state'
import { answering } from '../../../../answering'
import { onArticle, type Props } from '../../on-article'

const input = z.strictObject({ on: z.enum(['0', '1']).transform((text) => text === '1') })

/** Asks for somebody who knows the law, or says that they have read it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onArticle(
      { request, params, editor: await currentEditor() },
      input,
      ({ on }) => (on ? 'flagged' : 'cleared'),
      ({ editor, articleId, given, now }) => flagArticle(editor, { articleId, ...given }, now),
    ),
  )
}
