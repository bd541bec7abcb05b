import type { z } from 'zod'
import { publicId } from '@/lib/public-id'
import type { Editor } from '@/lib/readers/viewer'
import { refusal } from '../../answer'
import { readFields } from '../../read-fields'
import { backToArticle, turnAwayFrom } from './turn-away'

export type Props = { params: Promise<{ id: string }> }

type Asked = { request: Request; editor: Editor | null } & Props
/** Who sends a form about an article, about which, and what stands in it. */
type Sent<Input> = { editor: Editor; articleId: number; given: Input; now: Date }

type Answered = { ok: true } | { ok: false; error: string }

/**
 * Takes a form about an article: turns away who is no editor and what cannot be read, does it, and leads back to the
 * article, which tells what came of it, when it was done as `done`.
 */
export async function onArticle<Input>(
  { request, params, editor }: Asked,
  input: z.ZodType<Input>,
  done: (given: Input) => string,
  act: (sent: Sent<Input>) => Promise<Answered>,
): Promise<Response> {
  const { id } = await params
  if (!editor) return turnAwayFrom(request, id)
  const articleId = publicId(id)
  const parsed = input.safeParse(await readFields(request))
  if (articleId === null || !parsed.success) return refusal(request, 422, 'bad-fields')
  const given = parsed.data
  const answered = await act({ editor, articleId, given, now: new Date() })
  return backToArticle(articleId, answered.ok ? { done: done(given) } : { problem: answered.error })
}
