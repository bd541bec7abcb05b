import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { setArticleModes } from '@/lib/moderation/commands-modes'
import { refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { Conversation } from '@/prisma/generated/enums'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerChange } from '../../answer-change'
import { modeOrNone, numberOrNone } from '../../typed-modes'

const input = z.strictObject({
  mode: modeOrNone,
  days: numberOrNone,
  slow: numberOrNone,
  conversation: z.enum(Conversation),
})

type Props = { params: Promise<{ id: string }> }

/** Says what the conversation under one article goes by, and opens or closes it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const articleId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (articleId === null) return answerChange(request, refused({ error: 'no-article' }), 'article')
    if (!parsed.success) return answerChange(request, refused({ error: 'bad-fields' }), 'article', articleId)
    const { days: closesAfterDays, slow: slowSeconds, ...said } = parsed.data
    const wanted = { ...said, articleId, closesAfterDays, slowSeconds }
    return answerChange(request, await setArticleModes(moderator, wanted, new Date()), 'article', articleId)
  })
}
