import { currentModerator } from '@/lib/auth'
import { judgeSanctionAppeal } from '@/lib/moderation/commands-sanction-appeal'
import { answering } from '../../../../../answering'
import { onAppeal, type Props } from '../../../on-appeal'

/** Judges an appeal against a sanction. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onAppeal(
      { request, params, moderator: await currentModerator() },
      {
        place: 'sanction-judgement',
        judge: judgeSanctionAppeal,
        told: (_, value) => ({ ...value }),
        done: (about) => ({ about }),
        back: (about) => ({ about }),
      },
    ),
  )
}
