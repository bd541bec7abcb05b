import { currentModerator } from '@/lib/auth'
import { readRehearsal, writeRehearsal } from '@/lib/moderation/house-rehearsal'
import { briefMs, rehearseHouse } from '@/lib/moderation/queries-rehearse-house'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { turnAway } from '../../turned-away'

const page = '/admin/rules/house'

/**
 * Begins a rehearsal of the newsroom's own check, or goes on with the one that its fields tell of. A program is answered
 * after a second, with how far it has come, and nothing more is asked once it is gone.
 */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const fields = await readFields(request)
    const before = fields && readRehearsal(fields)
    if (!before && fields?.begin !== '1') return refusal(request, 422, 'bad-fields')
    const turn = wantsJson(request) ? { mostMs: briefMs, stop: request.signal } : {}
    const rehearsed = await rehearseHouse(moderator, before, new Date(), turn)
    if (!rehearsed.ok) return refusal(request, rehearsed.error === 'no-check' ? 404 : 403, rehearsed.error)
    const found = writeRehearsal(rehearsed.value)
    if (wantsJson(request))
      return json(200, { ...rehearsed.value, url: `${page}?${new URLSearchParams(found)}` })
    return seeOther(page, found, '#rehearsal')
  })
}
