'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { sendPicture } from '../../pictures/send-picture'
import { PictureChooser } from './editor/picture-chooser'
import type { LeadWords } from './lead-words'
import { filled } from './typed-form'

type Props = {
  /** The field of its number. */
  name: string
  /** The number of the saved one, or nothing. */
  initial: string
  words: LeadWords
  children: ReactNode
}

/** A picture of a form, seen and chosen; without scripts its number is typed, and the saved one seen. */
export function LeadPicture({ name, initial, words, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [id, setId] = useState(initial)
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [line, setLine] = useState('')
  useEffect(() => {
    const field = fieldIn(place.current, name)
    const show = () => setId(field?.value ?? '')
    show()
    setOpen(true)
    field?.addEventListener('input', show)
    field?.form?.addEventListener(filled, show)
    return () => {
      field?.removeEventListener('input', show)
      field?.form?.removeEventListener(filled, show)
    }
  }, [name])

  /** What was said of the picture before goes with it. */
  function use(picture: { id: number; alt: string } | null): void {
    const before = fieldIn(place.current, name)?.value ?? ''
    const [alt, caption, credit] = ['pictureAlt', 'pictureCaption', 'pictureCredit'].map((said) =>
      fieldIn(place.current, said),
    )
    if (before !== '') for (const field of [alt, caption, credit]) if (field) field.value = ''
    if (alt?.value === '') alt.value = picture?.alt ?? ''
    const field = fieldIn(place.current, name)
    if (field) field.value = picture ? String(picture.id) : ''
    field?.dispatchEvent(new Event('input', { bubbles: true }))
    setLine('')
  }

  async function send([file]: File[]): Promise<void> {
    if (!file) return
    const sent = await sendPicture(file, (share) => {
      const percent = String(Math.round(share * 100))
      setLine(words.uploads.sending.replace('{name}', file.name).replace('{percent}', percent))
    })
    if (sent.ok) use(sent.picture)
    else setLine(`${words.uploads.problem}: ${file.name}. ${words.uploads.problems[sent.error] ?? ''}`)
  }

  const isNumber = /^[1-9][0-9]{0,9}$/.test(id)
  return (
    <div ref={place} className="my-3 min-w-0">
      {isNumber && (
        <a href={`/admin/pictures/${id}`} aria-label={words.picture}>
          <img
            src={`/api/admin/pictures/shown/${id}`}
            alt=""
            className="aspect-4/3 w-full bg-wash object-contain"
          />
        </a>
      )}
      <div hidden={isOpen && (isNumber || id === '')}>
        {children}
        <a href="/admin/pictures">{words.library}</a>
      </div>
      {isOpen && (
        <p className="mt-3 flex flex-wrap gap-2">
          <Button type="button" look="quiet" onClick={() => setAsking(true)}>
            {id === '' ? words.choose : words.another}
          </Button>
          {id !== '' && (
            <Button type="button" look="quiet" onClick={() => use(null)}>
              {words.remove}
            </Button>
          )}
        </p>
      )}
      <p role="status" className="mt-2 text-quiet text-small">
        {line}
      </p>
      {isAsking && (
        <PictureChooser
          words={words.chooser}
          onClose={() => setAsking(false)}
          onFiles={(files) => {
            setAsking(false)
            void send(files)
          }}
          onPicture={(picture) => {
            setAsking(false)
            use(picture)
          }}
        />
      )}
    </div>
  )
}

function fieldIn(place: HTMLElement | null, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  const field = place?.closest('form')?.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null
}
