import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { changeRoleOf } from '@/lib/moderation/commands-role'
import { publicId } from '@/lib/public-id'
import { Role } from '@/prisma/generated/enums'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerOnFile } from '../answer-on-file'

// One field for each section that is marked.
const section = z.string().regex(/^section-\d{1,9}$/)
const input = z
  .object({ role: z.enum(Role) })
  .catchall(z.literal('1'))
  .refine((fields) => Object.keys(fields).every((name) => name === 'role' || section.safeParse(name).success))

type Props = { params: Promise<{ id: string }> }

/** Gives a reader another role, or a moderator other sections. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const readerId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (readerId === null) return refusal(request, 404, 'no-reader')
    if (!parsed.success) return answerOnFile(request, readerId, { ok: false, error: 'bad-fields' }, '')
    const { role, ...marked } = parsed.data
    const sections = Object.keys(marked).map((name) => Number(name.slice('section-'.length)))
    const changed = await changeRoleOf(moderator, { readerId, role, sections }, new Date())
    return answerOnFile(request, readerId, changed, 'role')
  })
}
