import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { setQuestions } from '@/lib/moderation/commands-questions'
import { refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { ConversationMode } from '@/prisma/generated/enums'
import { answering } from '../../../../../answering'
import { readFields } from '../../../../../read-fields'
import { turnAway } from '../../../../turned-away'
import { answerChange } from '../../../answer-change'

// As people write a handle.
const handle = z
  .string()
  .max(100)
  .transform((typed) => typed.trim().replace(/^@/, '').toLowerCase())
const input = z.union([
  z.strictObject({ mode: z.enum(ConversationMode) }),
  z.strictObject({ guest: z.strictObject({ handle, title: z.string().max(200) }) }),
  z.strictObject({ noGuest: handle }),
])

type Props = { params: Promise<{ id: string }> }

/** Has readers ask under an article and guests answer, or no longer. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const articleId = publicId((await params).id)
    if (articleId === null) return answerChange(request, refused({ error: 'no-article' }), 'questions')
    const { handle, title, ...fields } = (await readFields(request)) ?? {}
    const typed = { ...(handle === undefined ? {} : { handle }), ...(title === undefined ? {} : { title }) }
    const isGuest = Object.keys(typed).length > 0
    const parsed = input.safeParse(isGuest ? { ...fields, guest: typed } : fields)
    const changed = parsed.success
      ? await setQuestions(moderator, articleId, parsed.data, new Date())
      : refused({ error: 'bad-fields' } as const)
    return answerChange(request, changed, 'questions', articleId, shortened(typed))
  })
}

/** What goes into an address. */
function shortened(typed: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, String(text).slice(0, 200)]))
}
