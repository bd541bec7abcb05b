import { Button } from '@/components/button'
import {
  type CorrectionText,
  longestHeadline,
  longestStandfirst,
  longestText,
} from '@/lib/newsroom/correction-text'
import { say } from '@/messages/say'

type Props = { articleId: number; base: number; draft: CorrectionText }

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
      <label htmlFor="body" className="mt-4 mb-1 block font-semibold">
        {say('correct.text')}
      </label>
      <textarea
        id="body"
        name="body"
        required
        rows={18}
        maxLength={longestText}
        defaultValue={draft.text}
        dir="auto"
        aria-describedby="body-hint"
        className={`font-serif leading-relaxed ${look}`}
      />
      <p id="body-hint" className="mt-1 text-quiet text-small">
        {say('correct.text.hint')}
      </p>
      <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit">{say('correct.toCheck')}</Button>
        <a href={`/admin/articles/${articleId}/correct`}>{say('correct.back')}</a>
      </p>
    </form>
  )
}
