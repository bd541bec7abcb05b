import type { Correction } from '@/lib/articles/correction'
import { say } from '@/messages/say'
import { Note } from './note'
import { When } from './when'

type Props = { articleId: number; corrections: Correction[]; where: 'above' | 'below' }

/** What was put right in an article, dated: a retraction stands above the text, everything else below it. */
export function CorrectionNotes({ articleId, corrections, where }: Props) {
  const shown = corrections.filter(({ kind }) => (kind === 'retraction') === (where === 'above'))
  if (shown.length === 0) return null
  return (
    <aside
      aria-label={say(`corrections.${where}`)}
      className={
        where === 'above'
          ? 'mb-7 border-accent border-s-3 bg-wash px-4 py-3'
          : 'mt-9 grid gap-3 border-rule border-t pt-4'
      }
    >
      {shown.map(({ number, kind, note, at }) => (
        <div key={number}>
          <p className="text-small">
            <strong className="font-semibold text-accent">{say(`versions.kind.${kind}`)}</strong>{' '}
            <a href={`/news/${articleId}/versions#version-${number}`} className="text-quiet">
              <When at={at} />
            </a>
          </p>
          <Note note={note} />
        </div>
      ))}
    </aside>
  )
}
