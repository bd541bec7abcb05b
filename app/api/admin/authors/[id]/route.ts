import { currentModerator } from '@/lib/auth'
import { changeAuthor } from '@/lib/newsroom/commands-authors'
import { refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { answerHouse } from '../../answer-house'
import { turnAway } from '../../turned-away'
import { typedAuthor } from '../typed-author'

type Props = { params: Promise<{ id: string }> }

/** Says anew who an author is. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const id = publicId((await params).id)
    if (id === null)
      return answerHouse(request, refused({ error: 'no-author' }), { page: '/admin/authors', done: '' })
    const typed = typedAuthor.safeParse(await readFields(request))
    const changed = typed.success
      ? await changeAuthor(moderator, id, typed.data, new Date())
      : refused({ error: 'bad-fields' })
    return answerHouse(request, changed, { page: `/admin/authors/${id}`, done: 'changed' })
  })
}
