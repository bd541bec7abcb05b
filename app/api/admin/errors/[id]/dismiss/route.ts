import { currentModerator } from '@/lib/auth'
import { dismissError } from '@/lib/newsroom/commands-errors'
import { errorQuery, readErrorFilter } from '@/lib/newsroom/error-filter'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { statusOf, turnAway } from '../../../turned-away'

type Props = { params: Promise<{ id: string }> }

/** Puts a reported error aside that is none. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const id = publicId((await params).id)
    if (id === null) return refusal(request, 404, 'no-report')
    // Back to the reports that were looked at.
    const query = errorQuery(readErrorFilter(Object.fromEntries(new URL(request.url).searchParams)))
    const dismissed = await dismissError(moderator, id, new Date())
    if (dismissed.ok)
      return wantsJson(request)
        ? json(200, { ...dismissed.value })
        : seeOther('/admin/articles/errors', { ...query, done: 'dismissed' })
    const { error } = dismissed
    if (error === 'settled-before' && !wantsJson(request))
      return seeOther('/admin/articles/errors', { ...query, problem: error })
    return refusal(request, error === 'no-report' ? 404 : statusOf(error), error)
  })
}
