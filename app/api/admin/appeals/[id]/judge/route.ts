import { currentModerator } from '@/lib/auth'
import { judgeAppeal } from '@/lib/moderation/commands-judge'
import { answering } from '../../../../answering'
import { onAppeal, type Props } from '../../on-appeal'

/** Judges an appeal. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onAppeal(
      { request, params, moderator: await currentModerator() },
      {
        place: 'judgement',
        judge: judgeAppeal,
        told: ({ appealId: id, outcome }, { commentId: comment, seen }) => ({ id, comment, outcome, seen }),
        done: (appeal) => ({ appeal }),
        back: (appeal) => ({ appeal, after: appeal - 1 || null }),
      },
    ),
  )
}
