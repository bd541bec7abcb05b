'use client'

import { type ReactNode, useEffect, useId, useState } from 'react'
import { findById, findByWords, type KnownStory } from '../find-story'

type Props = {
  slot: string
  label: string
  /** What is said of a number that nothing public has. */
  unknown: string
  pinned?: KnownStory
  className: string
  /** What stands between the box and the headline. */
  children: ReactNode
}

const pauseMs = 200

/**
 * The box for a News ID, and beside it the headline that it stands for. Words typed into it are completed to stories, of
 * which one is chosen as in every other list of the browser; without scripts it takes the number.
 */
export function PinField({ slot, label, unknown, pinned, className, children }: Props) {
  const listId = useId()
  const [value, setValue] = useState(pinned ? String(pinned.id) : '')
  const [offered, setOffered] = useState<KnownStory[]>(pinned ? [pinned] : [])
  const isNumber = /^[1-9][0-9]{0,9}$/.test(value)
  const known = offered.find(({ id }) => String(id) === value)
  useEffect(() => {
    if (value === '' || known) return
    const asking = new AbortController()
    // Without an answer the number stands as it is: saving says whether it is one.
    const timer = setTimeout(
      () => (isNumber ? findById : findByWords)(value, asking.signal).then(setOffered, () => undefined),
      pauseMs,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [value, known, isNumber])
  return (
    <>
      <input
        name={`pin-${slot}`}
        list={listId}
        pattern="[1-9][0-9]{0,9}"
        placeholder={label}
        aria-label={label}
        autoComplete="off"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value.trimStart())}
        className={className}
      />
      <datalist id={listId}>
        {offered.map(({ id, headline }) => (
          <option key={id} value={id} label={headline}>
            {headline}
          </option>
        ))}
      </datalist>
      {children}
      <output dir="auto" className="truncate font-serif text-quiet">
        {known ? known.headline : isNumber && offered.length === 0 ? unknown : ''}
      </output>
    </>
  )
}
