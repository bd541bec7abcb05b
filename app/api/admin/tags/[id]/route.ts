import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { mergeTag, renameTag, splitTag, type TagRefusal } from '@/lib/newsroom/commands-tags'
import { type Outcome, refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { answerHouse } from '../../answer-house'
import { turnAway } from '../../turned-away'

type Props = { params: Promise<{ id: string }> }
type Changed = Outcome<{ id: number }, TagRefusal | { error: 'bad-fields' }>

const typedStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('rename'), name: z.string() }),
  z.strictObject({ step: z.literal('merge'), into: z.string() }),
  z.strictObject({ step: z.literal('split') }),
])
type Step = z.infer<typeof typedStep>

const doneWords = { rename: 'renamed', merge: 'merged', split: 'split' } as const

/** Renames a tag, merges it into another, or splits it back. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const id = publicId((await params).id)
    const typed = typedStep.safeParse(await readFields(request))
    if (!typed.success) return answer(request, refused({ error: 'bad-fields' }), 'renamed')
    const changed: Changed =
      id === null ? refused({ error: 'no-tag' }) : await take(moderator, id, typed.data, new Date())
    return answer(request, changed, doneWords[typed.data.step])
  })
}

function take(moderator: Moderator, id: number, typed: Step, now: Date): Promise<Changed> {
  if (typed.step === 'rename') return renameTag(moderator, id, typed.name, now)
  if (typed.step === 'merge') return mergeTag(moderator, id, typed.into, now)
  return splitTag(moderator, id, now)
}

function answer(request: Request, changed: Changed, done: 'renamed' | 'merged' | 'split'): Response {
  return answerHouse(request, changed, { page: '/admin/tags', done })
}
