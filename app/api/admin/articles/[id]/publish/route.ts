import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { readBase } from '@/lib/newsroom/base'
import { publishDraft } from '@/lib/newsroom/commands-publish'
import type { When } from '@/lib/newsroom/publication'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { instantAt } from '@/lib/site-instant'
import { VersionKind } from '@/prisma/generated/enums'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backToArticle, statusFor, turnAwayFrom } from '../../turn-away'

const ticked = z.literal('1').optional()
const input = z.strictObject({
  base: z.string().transform(readBase),
  move: z.enum(['publish', 'update', 'schedule', 'embargo']),
  at: z.string().max(20).default(''),
  reason: z.string().max(500).default(''),
  kind: z.enum(VersionKind).optional(),
  note: z.string().max(2_000).default(''),
  minor: ticked,
  override: ticked,
})

type Props = { params: Promise<{ id: string }> }

/** Publishes what is written: now, or at a time. Leads to the receipt, which proves what readers get. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, id)
    const articleId = publicId(id)
    const parsed = input.safeParse(await readFields(request))
    if (articleId === null || !parsed.success || !parsed.data.base) return refusal(request, 422, 'bad-fields')
    const { base, move, at, reason, kind, note, minor, override } = parsed.data
    const when = whenOf(move, at)
    if (!when) return told(request, articleId, 'no-time')
    const published = await publishDraft(
      editor,
      articleId,
      {
        ...{ base, when, reason: reason.trim(), note: note.trim() || null, override: override === '1' },
        ...(kind ? { kind } : {}),
        ...(minor ? { significant: false } : {}),
      },
      new Date(),
    )
    if (!published.ok) return told(request, articleId, published.error)
    const { version, state, at: since } = published.value
    if (wantsJson(request)) return json(200, { version, state, at: since.toISOString() })
    if (version === null) return backToArticle(articleId, { done: 'later' })
    if (state === 'published') return seeOther(`/admin/articles/${articleId}/receipt`, { version })
    return backToArticle(articleId, { done: state })
  })
}

function whenOf(move: When['move'], at: string): When | null {
  if (move === 'publish' || move === 'update') return { move }
  const instant = instantAt(at, site().timeZone)
  return instant && { move, at: instant }
}

function told(request: Request, articleId: number, error: string): Response {
  if (wantsJson(request)) return json(statusFor(error), { error })
  return backToArticle(articleId, { problem: error })
}
