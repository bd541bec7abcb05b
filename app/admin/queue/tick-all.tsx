'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

type Props = { form: string; words: { label: string; count: string } }

/** Ticks all comments of the page, or none, and says how many are ticked. Only a script can. */
export function TickAll({ form, words }: Props) {
  const [ticked, setTicked] = useState({ count: 0, all: 0 })
  const runs = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  useEffect(() => {
    const count = () => {
      const all = boxesOf(form)
      setTicked({ count: all.filter(({ checked }) => checked).length, all: all.length })
    }
    count()
    addEventListener('change', count)
    return () => removeEventListener('change', count)
  }, [form])
  if (!runs) return null
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        checked={ticked.count > 0 && ticked.count === ticked.all}
        onChange={({ target }) => {
          for (const box of boxesOf(form)) box.checked = target.checked
        }}
      />
      {words.label}
      <span className="text-quiet text-small tabular-nums">
        {ticked.count > 0 && words.count.replace('{count}', `${ticked.count}`)}
      </span>
    </label>
  )
}

/** The boxes of comments that are still shown. */
function boxesOf(form: string): HTMLInputElement[] {
  return [
    ...document.querySelectorAll<HTMLInputElement>(
      `article[data-item]:not([hidden]) input[type=checkbox][form="${form}"]`,
    ),
  ]
}
