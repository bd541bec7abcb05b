import { currentEditor } from '@/lib/auth'
import { readBase } from '@/lib/newsroom/base'
import { markPresent } from '@/lib/newsroom/commands-presence'
import { saveDraft } from '@/lib/newsroom/commands-save'
import { listAuthorNames } from '@/lib/newsroom/queries-desk'
import { findAlt } from '@/lib/newsroom/queries-pictures'
import { readTyped, typedOf } from '@/lib/newsroom/typed-draft'
import { publicId } from '@/lib/public-id'
import { json, refusal, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backToArticle, statusFor, turnAwayFrom } from '../../turn-away'

type Props = { params: Promise<{ id: string }> }

/** Saves what is written: from the button, or every few seconds from the page's script. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { id } = await params
    const editor = await currentEditor()
    if (!editor) return turnAwayFrom(request, id)
    const articleId = publicId(id)
    if (articleId === null) return refusal(request, 404, 'no-article')
    const { base: named = '', bodyIds = '', ...fields } = (await readFields(request)) ?? {}
    const [base, names] = [readBase(named), await listAuthorNames(editor)]
    const read = readTyped(fields, names)
    if (!base || !read) return refusal(request, 422, 'bad-fields')
    const now = new Date()
    // A number that was typed brings the library's words along; with scripts the page has put them there.
    if (!wantsJson(request) && read.content.picture?.alt === '')
      read.content.picture.alt = await findAlt(editor, read.content.picture.id)
    const saved = await saveDraft(editor, { articleId, base, ...read, ids: bodyIds.split(',') }, now)
    if (!saved.ok) return refusal(request, statusFor(saved.error), saved.error)
    const { content, ...rest } = saved.value
    if (!wantsJson(request)) {
      const mustChoose = rest.asides > 0 && rest.isMerged
      return mustChoose
        ? backToArticle(articleId, { problem: 'unsettled' })
        : backToArticle(articleId, { done: 'saved' })
    }
    const others = await markPresent(editor, articleId, now)
    const fieldsNow = rest.isMerged ? { fields: typedOf(content, names), body: content.body } : {}
    return json(200, { ...rest, ...fieldsNow, others: others.map(({ name }) => name), at: now.toISOString() })
  })
}
