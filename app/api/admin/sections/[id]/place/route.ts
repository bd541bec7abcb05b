import { currentModerator } from '@/lib/auth'
import { placeSection } from '@/lib/newsroom/commands-sections'
import { refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerSection } from '../../answer-section'

type Props = { params: Promise<{ id: string }> }

/** Puts a section above another. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const [id, above] = [publicId((await params).id), publicId((await readFields(request))?.above ?? '')]
    if (id === null || above === null)
      return answerSection(request, refused({ error: 'no-section' }), 'moved')
    return answerSection(request, await placeSection(moderator, { id, above }, new Date()), 'moved')
  })
}
