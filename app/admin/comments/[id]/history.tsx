import { Difference } from '@/components/difference'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import type { CommentFile } from '@/lib/moderation/queries-file'
import { isUndoable } from '@/lib/moderation/undoable'
import { say } from '@/messages/say'
import { UndoForm } from './file-notice'
import { Reports } from './reports'

type HistoryProps = {
  file: CommentFile
  reasons: Map<string, string>
  /** Its author has appealed: whoever judges is not to know who decided, and why. */
  isBlind: boolean
}

/** What was reported and decided about a comment, and every wording of it. */
export function History({ file, reasons, isBlind }: HistoryProps) {
  const last = file.decisions.at(-1)
  return (
    <>
      <Reports reports={file.reports} reasons={reasons} />
      <section className="mt-9">
        <h2 className="mb-2 text-brief">{say('desk.decisions')}</h2>
        {isBlind && (
          <p>
            {say('appeals.blind')} <a href="/admin/appeals">{say('appeals.open')}</a>
          </p>
        )}
        <ol className="divide-y divide-rule text-small">
          {(isBlind ? [] : file.decisions).map((decision) => (
            <li key={decision.number} className="flex flex-wrap gap-x-4 py-2">
              <span className="font-semibold">{say(`desk.state.${decision.toState}`)}</span>
              <span>
                {decision.by
                  ? say('desk.byPerson', { name: decision.by })
                  : say('desk.byRule', { rule: decision.rule })}
              </span>
              {decision.reason && <span>{reasons.get(decision.reason) ?? decision.reason}</span>}
              {decision.note && <span dir="auto">{decision.note}</span>}
              <span className="ms-auto text-quiet">
                <When at={decision.createdAt} />
              </span>
            </li>
          ))}
        </ol>
        {!isBlind && last && isUndoable(last) && <UndoForm file={file} label={say('desk.undoLast')} />}
      </section>
      {file.revisions.length > 1 && (
        <section className="mt-9">
          <h2 className="mb-2 text-brief">{say('desk.revisions')}</h2>
          {file.revisions.map((revision, index) => (
            <div key={revision.number} className="border-rule border-t py-2">
              <p className="text-quiet text-small">
                {say('desk.revision', { number: revision.number, date: '' })}
                <When at={revision.createdAt} />
                {revision.isPublic && <strong className="ms-3 text-ok">{say('desk.revisionPublic')}</strong>}
              </p>
              <Words words={revision.words} before={file.revisions[index - 1]?.words ?? null} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

type WordsOf = CommentFile['revisions'][number]['words']

/** What a wording said, for whom it is to be read. */
function Words({ words, before }: { words: WordsOf; before: WordsOf }) {
  if (!words) return <p className="py-2 text-quiet">{say('redact.hidden')}</p>
  return (
    <>
      <RenderedText text={words.text} />
      <Changes before={before?.source} after={words.source} />
    </>
  )
}

function Changes({ before, after }: { before: string | undefined; after: string }) {
  if (before === undefined) return null
  return (
    <details className="text-small">
      <summary className="py-1 text-quiet">{say('desk.difference')}</summary>
      <Difference before={before} after={after} />
    </details>
  )
}
