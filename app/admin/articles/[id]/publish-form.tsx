import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { When } from '@/components/when'
import { blocking } from '@/lib/newsroom/pre-publication'
import type { ArticleAtDesk } from '@/lib/newsroom/queries-desk'
import type { WaitingUpdate } from '@/lib/newsroom/queries-working-copy'
import type { Editor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { wallClock } from '@/lib/site-instant'
import { say } from '@/messages/say'
import { LabelledNote } from './note/labelled-note'
import type { TypedMove } from './typed-move'

type Props = {
  article: ArticleAtDesk
  editor: Editor
  /** What was typed here, or at another move, and not taken. */
  typed: TypedMove | null
}

const ways = ['publish', 'update', 'schedule', 'embargo'] as const
const kinds = ['update', 'typo', 'clarification', 'correction', 'retraction'] as const

/** What is written becomes the article's next version: now, at a time, or under embargo until one. */
export function PublishForm({ article, editor, typed: kept }: Props) {
  const { state, update } = article
  const typed = ways.some((way) => way === kept?.move) ? kept : null
  const isPublic = state === 'published'
  const open = ways.filter(
    (way) =>
      article.moves.includes(isPublic && way !== 'publish' ? `${way}-later` : way) &&
      // The time of what could not go live is over: it needs another.
      !(way === 'update' && update?.problem),
  )
  if (open.length === 0) return null
  const goesLiveAt = update?.goesLiveAt ?? article.goesLiveAt
  const usual = open.find((way) => way === typed?.move) ?? (open.includes('update') ? 'update' : 'publish')
  const mayOverride = editor.role === 'administrator' && blocking(article.findings, false).length > 0
  return (
    <section aria-labelledby="publishing" className="mt-8 max-w-[46rem] border-rule border-t pt-4">
      <h2 id="publishing" className="text-second">
        {say('writing.publishing')}
      </h2>
      <form id="publish" method="post" action={`/api/admin/articles/${article.id}/publish`} className="mt-2">
        <input type="hidden" name="base" defaultValue={article.base} />
        <fieldset className="grid gap-1">
          <legend className="sr-only">{say('writing.when')}</legend>
          {open.map((way) => (
            <label key={way} className="flex items-baseline gap-2 py-1">
              <input type="radio" name="move" value={way} defaultChecked={way === usual} />
              <span>
                {sentence(way, isPublic, update !== null)}{' '}
                {way === 'update' && goesLiveAt && <When at={goesLiveAt} />}
              </span>
            </label>
          ))}
        </fieldset>
        {open.includes('schedule') && (
          <Field
            label={say('writing.at', { zone: site().timeZone })}
            hint={say('writing.at.hint')}
            name="at"
            type="datetime-local"
            defaultValue={typed?.at || (goesLiveAt ? wallClock(goesLiveAt, site().timeZone) : '')}
          />
        )}
        {isPublic && <Kind update={update} typed={typed} />}
        <Field
          label={say('writing.reason')}
          hint={say('writing.reason.hint')}
          name="reason"
          defaultValue={typed?.reason ?? ''}
          maxLength={500}
        />
        {mayOverride && (
          <label className="mb-4 flex items-baseline gap-2">
            <input type="checkbox" name="override" value="1" />
            {say('writing.override')}
          </label>
        )}
        <Button type="submit">{isPublic ? say('writing.publish.again') : say('writing.publish')}</Button>
      </form>
    </section>
  )
}

function sentence(way: (typeof ways)[number], isPublic: boolean, hasUpdate: boolean): string {
  if (!isPublic) return say(`writing.when.${way}`)
  if (way === 'publish') return hasUpdate ? say('writing.when.publish.instead') : say('writing.when.publish')
  return say(`writing.when.${way}.later`)
}

/** What a further version is to readers. */
function Kind({ update, typed }: { update: WaitingUpdate | null; typed: TypedMove | null }) {
  return (
    <div className="my-3 grid items-end gap-x-6 gap-y-3 pad:grid-cols-2">
      <p>
        <label htmlFor="kind" className="mb-1 block font-semibold">
          {say('writing.kind')}
        </label>
        <select
          id="kind"
          name="kind"
          defaultValue={typed?.kind ?? update?.kind ?? 'update'}
          className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3"
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`writing.kind.${kind}`)}
            </option>
          ))}
        </select>
      </p>
      <label className="flex items-baseline gap-2 pad:py-2.5">
        <input
          type="checkbox"
          name="minor"
          value="1"
          defaultChecked={typed ? typed.minor === '1' : update?.significant === false}
        />
        {say('writing.minor')}
      </label>
      <div className="min-w-0 pad:col-span-2">
        <LabelledNote
          label={say('writing.note')}
          hint={say('writing.note.hint')}
          initial={typed?.note ?? update?.note ?? ''}
          rows={2}
        />
      </div>
    </div>
  )
}
