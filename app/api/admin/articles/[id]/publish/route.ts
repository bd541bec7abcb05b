import { z } from 'zod'
import { currentEditor } from '@/lib/auth'
import { type Base, readBase } from '@/lib/newsroom/base'
import { publishDraft } from '@/lib/newsroom/commands-publish'
import { longestNote } from '@/lib/newsroom/correction-text'
import type { Publication, When } from '@/lib/newsroom/publication'
import { refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { instantAt } from '@/lib/site-instant'
import { VersionKind } from '@/prisma/generated/enums'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { keepTyped, letTypedGo } from '../../keep-typed'
import { backToArticle, statusFor, turnAwayFrom } from '../../turn-away'

const ticked = z.literal('1').optional()
// A browser counts an end of line as one character, and sends it as two.
const text = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.replace(/\r\n?/g, '\n'))
    .pipe(z.string().max(longest))
    .default('')
const input = z.strictObject({
  base: z.string().transform(readBase),
  move: z.enum(['publish', 'update', 'schedule', 'embargo']),
  at: z.string().max(20).default(''),
  reason: text(500),
  kind: z.enum(VersionKind).optional(),
  note: text(longestNote),
  minor: ticked,
  override: ticked,
})

type Props = { params: Promise<{ id: string }> }

/** Publishes what is written: now, or at a time. Leads to the receipt, which proves what readers get. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const articleId = publicId(id)
    const fields = await readFields(request)
    const parsed = input.safeParse(fields)
    const editor = await currentEditor()
    if (articleId === null || !fields || !parsed.success || !parsed.data.base)
      return editor ? refusal(request, 422, 'bad-fields') : turnAwayFrom(request, id)
    const keep = () => (wantsJson(request) ? undefined : keepTyped('article-move', articleId, fields, editor))
    if (!editor) {
      await keep()
      return turnAwayFrom(request, id)
    }
    const publication = publicationOf(parsed.data, parsed.data.base)
    const published = publication
      ? await publishDraft(editor, articleId, publication, new Date())
      : refused({ error: 'no-time' })
    if (!published.ok) {
      await keep()
      return told(request, articleId, published.error)
    }
    await letTypedGo('article-move', articleId)
    const { version, state, at: since } = published.value
    if (wantsJson(request)) return json(200, { version, state, at: since.toISOString() })
    if (version === null) return backToArticle(articleId, { done: 'later' })
    if (state === 'published') return seeOther(`/admin/articles/${articleId}/receipt`, { version })
    return backToArticle(articleId, { done: state })
  })
}

/** Null where it is for a time, and says none. */
function publicationOf(
  { move, at, reason, kind, note, minor, override }: z.infer<typeof input>,
  base: Base,
): Publication | null {
  const when = whenOf(move, at)
  return (
    when && {
      ...{ base, when, reason: reason.trim(), note: note.trim() || null, override: override === '1' },
      ...(kind ? { kind } : {}),
      ...(minor ? { significant: false } : {}),
    }
  )
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
