import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { changeRoleOf } from '@/lib/moderation/commands-role'
import { Role } from '@/prisma/generated/enums'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

// One field for each section that is marked.
const section = z.string().regex(/^section-\d{1,9}$/)
const input = z
  .object({ role: z.enum(Role) })
  .catchall(z.literal('1'))
  .refine((fields) => Object.keys(fields).every((name) => name === 'role' || section.safeParse(name).success))

/** Gives a reader another role, or a moderator other sections. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'role',
      ({ moderator, readerId, given, now }) => {
        const { role, ...marked } = given
        const sections = Object.keys(marked).map((name) => Number(name.slice('section-'.length)))
        return changeRoleOf(moderator, { readerId, role, sections }, now)
      },
    ),
  )
}
