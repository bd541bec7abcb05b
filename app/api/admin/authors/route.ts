import { currentModerator } from '@/lib/auth'
import { addAuthor } from '@/lib/newsroom/commands-authors'
import { refused } from '@/lib/outcome'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'
import { answerHouse } from '../answer-house'
import { turnAway } from '../turned-away'
import { typedAuthor } from './typed-author'

/** Adds an author. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const typed = typedAuthor.safeParse(await readFields(request))
    const added = typed.success
      ? await addAuthor(moderator, typed.data, new Date())
      : refused({ error: 'bad-fields' })
    const page = added.ok ? `/admin/authors/${added.value.id}` : '/admin/authors'
    return answerHouse(request, added, { page, done: 'added' })
  })
}
