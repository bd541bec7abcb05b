import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { startArticle } from '@/lib/newsroom/commands-start'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'
import { statusFor, turnAwayFrom } from './turn-away'

const input = z.strictObject({
  section: z.string().max(120).optional(),
  previous: z.string().max(10).optional(),
})

/** Begins a new article, and leads to its page. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, '')
    const parsed = input.safeParse((await readFields(request)) ?? {})
    if (!parsed.success) return refusal(request, 400, 'bad-fields')
    const { section, previous } = parsed.data
    const previousId = previous ? publicId(previous) : null
    const started = await startArticle(editor, { section: section || null, previousId }, new Date())
    if (!started.ok) return refusal(request, statusFor(started.error), started.error)
    const { id } = started.value
    return wantsJson(request) ? json(201, { id }) : seeOther(`/admin/articles/${id}`)
  })
}
