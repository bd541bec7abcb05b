import { Button } from '@/components/button'
import type { Block } from '@/lib/articles/body'
import { type CorrectionText, longestHeadline, longestStandfirst } from '@/lib/newsroom/correction-text'
import { say } from '@/messages/say'
import { LabelledLine } from '../../../labelled-line'
import { LabelledLines } from '../../../labelled-lines'
import { BodyField } from '../body-field'
import { editorWords } from '../editor/editor-words'
import { CorrectionKeeper } from './correction-keeper'

type Props = { articleId: number; viewerId: number; base: number; draft: CorrectionText & { body: Block[] } }

/** The second step: the text as it will be. What need not change stays as it is. */
export function TextStep({ articleId, viewerId, base, draft }: Props) {
  return (
    <form
      id="writing"
      method="post"
      action={`/api/admin/articles/${articleId}/correct`}
      className="max-w-measure"
    >
      <input type="hidden" name="step" value="text" />
      <input type="hidden" name="base" value={base} />
      <LabelledLine
        id="headline"
        name="headline"
        label={say('correct.headline')}
        required
        maxLength={longestHeadline}
        defaultValue={draft.headline}
      />
      <LabelledLines
        id="standfirst"
        name="standfirst"
        label={say('correct.standfirst')}
        rows={2}
        maxLength={longestStandfirst}
        defaultValue={draft.standfirst ?? ''}
      />
      <p aria-hidden="true" className="font-semibold">
        {say('correct.text')}
      </p>
      <BodyField initial={draft.body} markdown={draft.text} words={editorWords()} />
      <p className="mt-1 text-quiet text-small">{say('correct.text.hint')}</p>
      <noscript>
        <p className="text-quiet text-small">{say('writing.hint.body')}</p>
      </noscript>
      <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit">{say('correct.toCheck')}</Button>
        <a href={`/admin/articles/${articleId}/correct`}>{say('correct.back')}</a>
      </p>
      <CorrectionKeeper articleId={articleId} viewerId={viewerId} words={words()} />
    </form>
  )
}

function words() {
  return {
    restored: say('writing.keeping.restored'),
    discard: say('correct.discardTyped'),
    kept: say('correct.kept'),
  }
}
