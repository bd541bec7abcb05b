import { currentModerator } from '@/lib/auth'
import { addSection } from '@/lib/newsroom/commands-sections'
import { refused } from '@/lib/outcome'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'
import { turnAway } from '../turned-away'
import { answerSection } from './answer-section'
import { typedSection } from './typed-section'

/** Adds a section. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const typed = typedSection.safeParse(await readFields(request))
    if (!typed.success) return answerSection(request, refused({ error: 'bad-fields' }), 'added')
    return answerSection(request, await addSection(moderator, typed.data, new Date()), 'added')
  })
}
