'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'

export type ChooserWords = {
  title: string
  search: string
  file: string
  none: string
  cancel: string
  unnamed: string
}
type Found = { id: number; hash: string; alt: string; credit: string }

const quietMs = 250

/** Chooses a picture of the library, or sends one from the disk. */
export function PictureChooser({
  words,
  onPicture,
  onFiles,
  onClose,
}: {
  words: ChooserWords
  onPicture: (picture: Found) => void
  onFiles: (files: File[]) => void
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState('')
  const [found, setFound] = useState<Found[]>([])
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    const leaving = new AbortController()
    const waiting = setTimeout(() => {
      fetch(`/api/admin/pictures?${new URLSearchParams({ q: asked })}`, {
        headers: { Accept: 'application/json' },
        signal: leaving.signal,
      })
        .then((answer) => (answer.ok ? answer.json() : { pictures: [] }))
        .then(({ pictures }: { pictures: Found[] }) => setFound(pictures))
        .catch((error: unknown) => {
          if (!leaving.signal.aborted) console.warn(error)
        })
    }, quietMs)
    return () => {
      clearTimeout(waiting)
      leaving.abort()
    }
  }, [asked])
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onCancel={onClose}
      className="m-auto max-h-[85vh] w-[min(46rem,94vw)] border border-edge bg-paper p-5 text-ink backdrop:bg-ink/40"
    >
      <div className="grid gap-4">
        <label className="font-semibold">
          {words.file}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple
            onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
            className="mt-1 block w-full font-normal"
          />
        </label>
        <label className="font-semibold">
          {words.search}
          <input
            type="search"
            dir="auto"
            maxLength={100}
            value={asked}
            onChange={(event) => setAsked(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault()
            }}
            className="mt-1 block min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3 font-normal"
          />
        </label>
        {found.length === 0 && <p className="text-quiet">{words.none}</p>}
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
          {found.map((picture) => (
            <li key={picture.id}>
              <button
                type="button"
                onClick={() => onPicture(picture)}
                aria-label={picture.alt || words.unnamed}
                className="block w-full text-start text-tiny"
              >
                <img
                  src={`/api/admin/pictures/shown/${picture.hash}`}
                  alt=""
                  loading="lazy"
                  className="aspect-4/3 w-full bg-wash object-contain"
                />
                <span dir="auto" className="line-clamp-2">
                  {picture.alt || picture.credit}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p>
          <Button type="button" look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </p>
      </div>
    </dialog>
  )
}
