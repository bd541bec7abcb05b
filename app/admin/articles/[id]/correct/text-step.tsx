import { Button } from '@/components/button'
import type { Block } from '@/lib/articles/body'
import { type CorrectionText, longestHeadline, longestStandfirst } from '@/lib/newsroom/correction-text'
import { say } from '@/messages/say'
import { BodyEditor } from '../body-editor'
import { editorWords } from '../editor/editor-words'

type Props = { articleId: number; base: number; draft: CorrectionText & { body: Block[] } }

const look =
  'w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink [field-sizing:content]'

/** The second step: the text as it will be. What need not change stays as it is. */
export function TextStep({ articleId, base, draft }: Props) {
  return (
    <form method="post" action={`/api/admin/articles/${articleId}/correct`} className="max-w-measure">
      <input type="hidden" name="step" value="text" />
      <input type="hidden" name="base" value={base} />
      <label htmlFor="headline" className="mt-5 mb-1 block font-semibold">
        {say('correct.headline')}
      </label>
      <input
        id="headline"
        name="headline"
        required
        maxLength={longestHeadline}
        defaultValue={draft.headline}
        dir="auto"
        className={`min-h-11 ${look}`}
      />
      <label htmlFor="standfirst" className="mt-4 mb-1 block font-semibold">
        {say('correct.standfirst')}
      </label>
      <textarea
        id="standfirst"
        name="standfirst"
        rows={2}
        maxLength={longestStandfirst}
        defaultValue={draft.standfirst ?? ''}
        dir="auto"
        className={look}
      />
      <p aria-hidden="true" className="mt-4 mb-1 font-semibold">
        {say('correct.text')}
      </p>
      <BodyEditor name="body" initial={draft.body} markdown={draft.text} words={editorWords()} />
      <p className="mt-1 text-quiet text-small">{say('correct.text.hint')}</p>
      <noscript>
        <p className="text-quiet text-small">{say('writing.hint.body')}</p>
      </noscript>
      <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit">{say('correct.toCheck')}</Button>
        <a href={`/admin/articles/${articleId}/correct`}>{say('correct.back')}</a>
      </p>
    </form>
  )
}
