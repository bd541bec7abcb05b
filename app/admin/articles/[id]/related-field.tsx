'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { publicId } from '@/lib/public-id'
import { findById, findByWords, type KnownStory } from '../../find-story'
import { filled } from './typed-form'

type Words = { add: string; remove: string; unknown: string }
type Props = {
  /** What the saved numbers stand for. */
  initial: KnownStory[]
  words: Words
  /** The field of the numbers. */
  children: ReactNode
}

const pauseMs = 200

/** Related articles by their headlines, found by words and taken away; the numbers stand in their field, with scripts or without. */
export function RelatedField({ initial, words, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const boxId = useId()
  const [ids, setIds] = useState(initial.map(({ id }) => id))
  const [known, setKnown] = useState(new Map(initial.map((story) => [story.id, story.headline])))
  const [typed, setTyped] = useState('')
  const [offered, setOffered] = useState<KnownStory[]>([])
  const [isReady, setReady] = useState(false)
  const unknown = ids.find((id) => !known.has(id))

  useEffect(() => {
    setReady(true)
    const field = fieldIn(place.current)
    const read = () => setIds(idsIn(field?.value ?? ''))
    read()
    field?.addEventListener('input', read)
    field?.form?.addEventListener(filled, read)
    return () => {
      field?.removeEventListener('input', read)
      field?.form?.removeEventListener(filled, read)
    }
  }, [])

  useEffect(() => {
    if (unknown === undefined) return
    const asking = new AbortController()
    const learn = (found: KnownStory[]) =>
      setKnown((before) => new Map(before).set(unknown, found[0]?.headline ?? ''))
    // A number that is still being typed is not asked for at every digit.
    const timer = setTimeout(
      () => findById(String(unknown), asking.signal).then(learn, () => undefined),
      pauseMs,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [unknown])

  useEffect(() => {
    if (typed.trim() === '') return setOffered([])
    const asking = new AbortController()
    const timer = setTimeout(
      () => findByWords(typed, asking.signal).then(setOffered, () => undefined),
      pauseMs,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [typed])

  function put(next: number[]): void {
    const field = fieldIn(place.current)
    if (!field) return
    field.value = next.join(', ')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function add(story: KnownStory): void {
    setKnown((before) => new Map(before).set(story.id, story.headline))
    if (!ids.includes(story.id)) put([...ids, story.id])
    setTyped('')
  }

  return (
    <div ref={place} className="min-w-0">
      {children}
      <ul className="grid gap-1 text-small">
        {ids.map((id) => (
          <li key={id} className="flex items-baseline gap-3">
            <a
              href={`/admin/articles/${id}`}
              dir="auto"
              className="min-w-0 font-serif [overflow-wrap:anywhere]"
            >
              {known.get(id) || `${id}: ${known.has(id) ? words.unknown : '…'}`}
            </a>
            {isReady && (
              <button
                type="button"
                onClick={() => put(ids.filter((each) => each !== id))}
                aria-label={`${words.remove}: ${known.get(id) || id}`}
                className="min-h-6 text-quiet underline"
              >
                {words.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isReady && (
        <div className="mt-2 mb-3">
          <label htmlFor={boxId} className="mb-1 block text-quiet text-small">
            {words.add}
          </label>
          <input
            id={boxId}
            type="search"
            data-not-kept
            dir="auto"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (offered[0]) add(offered[0])
            }}
            className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3"
          />
          <ul aria-live="polite" className="divide-y divide-rule">
            {offered.map((story) => (
              <li key={story.id}>
                <button
                  type="button"
                  dir="auto"
                  onClick={() => add(story)}
                  className="min-h-9 w-full py-1 text-start font-serif hover:text-accent"
                >
                  {story.headline}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function fieldIn(place: HTMLElement | null): HTMLInputElement | null {
  const field = place?.closest('form')?.elements.namedItem('related')
  return field instanceof HTMLInputElement ? field : null
}

function idsIn(text: string): number[] {
  return [...new Set(text.split(/[,،、]/).flatMap((part) => publicId(part.trim()) ?? []))]
}
