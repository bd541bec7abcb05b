import { type Ref, useId, useState } from 'react'
import { Button } from '@/components/button'
import { type Action, actions, type Keys, usualMap, withKey } from './key-map'
import type { KeyWords } from './key-words'
import { fill } from './sentences'

type Props = { ref: Ref<HTMLDialogElement>; keys: Keys; keep: (keys: Keys) => void; words: KeyWords }

/** The keys, to look up, to change and to switch off. What is set holds at once. */
export function KeysDialog({ ref, keys, keep, words: { names, dialog, reasons } }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<{ action: Action; text: string; problem: string } | null>(null)

  function type(action: Action, text: string) {
    const given = withKey(keys.map, action, text)
    if (given.ok) {
      keep({ ...keys, map: given.value })
      return setTyped(null)
    }
    const problem =
      given.error === 'taken'
        ? fill(dialog.taken, { key: given.key, action: names[given.by] })
        : dialog['not-one-key']
    setTyped({ action, text, problem })
  }

  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      onClose={() => setTyped(null)}
      className="m-auto max-w-[min(32rem,calc(100vw-2rem))] rounded-[4px] border border-edge bg-paper p-5 text-ink backdrop:bg-paper/70"
    >
      <h2 id={`${id}-title`} className="text-brief">
        {dialog.title}
      </h2>
      <label className="mt-3 flex items-center gap-2 py-1 font-semibold">
        <input
          type="checkbox"
          checked={keys.on}
          onChange={({ target }) => keep({ ...keys, on: target.checked })}
        />
        {dialog.on}
      </label>
      <p id={`${id}-hint`} className="text-quiet text-small">
        {dialog.hint}
      </p>
      <ul className="mt-3 divide-y divide-rule">
        {actions.map((action) => (
          <li key={action} className="flex items-center justify-between gap-4 py-1">
            <label htmlFor={`${id}-${action}`}>{names[action]}</label>
            <input
              id={`${id}-${action}`}
              value={typed?.action === action ? typed.text : keys.map[action]}
              onChange={({ target }) => type(action, target.value)}
              onFocus={({ target }) => target.select()}
              onBlur={() => setTyped(null)}
              aria-invalid={typed?.action === action ? true : undefined}
              aria-describedby={typed?.action === action ? `${id}-problem` : undefined}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="min-h-9 w-12 rounded-[3px] border border-edge bg-paper text-center"
            />
          </li>
        ))}
      </ul>
      <p id={`${id}-problem`} role="alert" className="text-accent text-small">
        {typed?.problem}
      </p>
      <p className="mt-3 text-small">{dialog.reasons}</p>
      <ol className="list-decimal ps-6 text-small">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ol>
      <p className="text-small">{dialog.enter}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button type="button" look="quiet" onClick={() => keep({ ...keys, map: usualMap })}>
          {dialog.usual}
        </Button>
        <Button type="button" onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}>
          {dialog.close}
        </Button>
      </div>
    </dialog>
  )
}
