import { currentModerator } from '@/lib/auth'
import { changeSection } from '@/lib/newsroom/commands-sections'
import { refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { turnAway } from '../../turned-away'
import { answerSection } from '../answer-section'
import { typedSection } from '../typed-section'

type Props = { params: Promise<{ id: string }> }

/** Says anew what a section is called, where, and what it is about. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const id = publicId((await params).id)
    const typed = typedSection.safeParse(await readFields(request))
    if (id === null) return answerSection(request, refused({ error: 'no-section' }), 'changed')
    if (!typed.success) return answerSection(request, refused({ error: 'bad-fields' }), 'changed')
    return answerSection(request, await changeSection(moderator, id, typed.data, new Date()), 'changed')
  })
}
