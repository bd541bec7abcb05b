import { Button } from '@/components/button'
import { When } from '@/components/when'
import { correctingKinds } from '@/lib/newsroom/correction-text'
import type { CorrectionDesk } from '@/lib/newsroom/queries-correction'
import type { ReportedError } from '@/lib/newsroom/queries-errors'
import { say } from '@/messages/say'
import { LabelledNote } from '../note/labelled-note'
import type { TypedKind } from './typed-correction'

type Props = {
  articleId: number
  draft: CorrectionDesk['draft']
  /** What was typed here and not taken. */
  typed: TypedKind | null
  errors: ReportedError[]
}

/** The first step: what it is, what readers are told, and which of their reports it answers. */
export function KindStep({ articleId, draft, typed, errors }: Props) {
  const said = typed ?? draft
  return (
    <form method="post" action={`/api/admin/articles/${articleId}/correct`} className="max-w-measure">
      <input type="hidden" name="step" value="kind" />
      <fieldset className="mt-5">
        <legend className="mb-1 font-semibold">{say('correct.kind')}</legend>
        {correctingKinds.map((kind) => (
          <label key={kind} className="flex items-baseline gap-3 py-1.5">
            <input type="radio" name="kind" value={kind} required defaultChecked={said?.kind === kind} />
            <span>
              <span className="font-[550]">{say(`versions.kind.${kind}`)}</span>{' '}
              <span className="block text-quiet text-small">{say(`correct.kind.${kind}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="mt-5">
        <LabelledNote
          label={say('correct.note')}
          hint={say('correct.note.hint')}
          initial={said?.note ?? ''}
          rows={4}
        />
      </div>
      {errors.length > 0 && (
        <fieldset className="mt-5">
          <legend className="mb-1 font-semibold">{say('correct.errors')}</legend>
          {errors.map(({ id, quote, words, at }) => (
            <label key={id} className="flex items-baseline gap-3 border-rule border-t py-2.5">
              <input
                type="checkbox"
                name={`error-${id}`}
                value="1"
                defaultChecked={typed ? `error-${id}` in typed : draft?.errorIds.includes(id)}
              />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span dir="auto" className="block font-serif">
                  “{quote}”
                </span>
                <span dir="auto" className="block">
                  {words}
                </span>
                <span className="text-quiet text-small">
                  <When at={at} />
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="mt-6">
        <Button type="submit">{say('correct.toText')}</Button>
      </p>
    </form>
  )
}
