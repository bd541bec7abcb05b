import { z } from 'zod'
import { placeOfPage } from '@/app/admin/pages/[slug]/typed-page'
import { isStandingPage } from '@/lib/articles/standing-page'
import { currentModerator } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { writePage } from '@/lib/newsroom/commands-pages'
import { refused } from '@/lib/outcome'
import { refusal, seeOther } from '../../../answer'
import { answering } from '../../../answering'
import { keepForLater, letGo } from '../../../kept-text'
import { readFields } from '../../../read-fields'
import { answerHouse } from '../../answer-house'
import { turnAway } from '../../turned-away'

const input = z.strictObject({
  title: z.string(),
  text: z.string(),
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  preview: z.string().optional(),
})

type Props = { params: Promise<{ slug: string }> }

/** Writes a standing page, or keeps what was typed to be looked at first. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const { slug } = await params
    if (!isStandingPage(slug)) return refusal(request, 404, 'no-page')
    const page = `/admin/pages/${slug}`
    const typed = input.safeParse(await readFields(request))
    if (!typed.success) return answerHouse(request, refused({ error: 'bad-fields' }), { page, done: '' })
    const { preview, seen, title, text } = typed.data
    const place = placeFor('standing-page', placeOfPage(slug))
    const keep = () =>
      keepForLater({ ...place, body: JSON.stringify({ title, text }), about: null }, moderator, now)
    if (preview)
      return (await keep())
        ? seeOther(page, { preview: '1' })
        : answerHouse(request, refused({ error: 'not-kept' }), { page, done: '' })
    const written = await writePage(moderator, slug, { title, text, seen }, now)
    if (written.ok) await letGo(place)
    else await keep()
    return answerHouse(request, written, { page, done: 'written' })
  })
}
