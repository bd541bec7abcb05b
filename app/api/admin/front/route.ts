import { readTyped } from '@/app/admin/front/typed-arrangement'
import { listSections } from '@/lib/articles/queries'
import { currentModerator } from '@/lib/auth'
import { arrangeFront } from '@/lib/newsroom/commands-front'
import { refused } from '@/lib/outcome'
import { site } from '@/lib/site'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'
import { turnAway } from '../turned-away'
import { answerArranged } from './answer-arranged'

/** Arranges the front page. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const fields = (await readFields(request)) ?? {}
    const places = readTyped(fields, await listSections(), site().timeZone)
    const seen = Number(fields.seen)
    if (!places || !Number.isSafeInteger(seen))
      return answerArranged(request, refused({ error: 'bad-fields' }), 'arranged')
    return answerArranged(
      request,
      await arrangeFront(moderator, places, seen, new Date()),
      'arranged',
      fields,
    )
  })
}
