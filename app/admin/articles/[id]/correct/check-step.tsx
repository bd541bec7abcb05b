import { Button } from '@/components/button'
import { Note } from '@/components/note'
import { VersionChanges } from '@/components/version-changes'
import { isTrivial } from '@/lib/articles/trivial'
import type { CorrectionDesk } from '@/lib/newsroom/queries-correction'
import { say } from '@/messages/say'

type Props = { articleId: number; draft: NonNullable<CorrectionDesk['draft']> }

/** The last step: what readers will be told, and what changes, word by word. */
export function CheckStep({ articleId, draft }: Props) {
  const { kind, note, difference, errorIds, isBehind } = draft
  const action = `/api/admin/articles/${articleId}/correct`
  return (
    <div className="max-w-measure">
      <h2 className="mt-5 text-second">{say(`versions.kind.${kind}`)}</h2>
      {note ? (
        <Note note={note} className="mt-1 border-accent border-s-2 ps-3" />
      ) : (
        <p className="text-quiet">{say('correct.noNote')}</p>
      )}
      {errorIds.length > 0 && <p className="mt-2">{say('correct.thanks', { count: errorIds.length })}</p>}
      <h2 className="mt-7 mb-3 text-second">{say('versions.changes')}</h2>
      {isTrivial(difference, kind) && <p className="mb-3 text-quiet text-small">{say('correct.trivial')}</p>}
      <VersionChanges difference={difference} written={draft.written} />
      <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
        {!isBehind && (
          <form method="post" action={action}>
            <input type="hidden" name="step" value="check" />
            <Button type="submit">{say('correct.publish')}</Button>
          </form>
        )}
        <a href={`/admin/articles/${articleId}/correct?step=text`}>{say('correct.backToText')}</a>
        <form method="post" action={action}>
          <input type="hidden" name="step" value="drop" />
          <Button type="submit" look="quiet">
            {say('correct.drop')}
          </Button>
        </form>
      </div>
    </div>
  )
}
