'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { typedAddress } from './typed-address'

export type PromptWords = { address: string; use: string; remove: string; cancel: string; unsafe: string }

/** Asks for an address; `words.unsafe` is what is said to one that may not be. */
export function Prompt({
  words,
  title,
  isAddress,
  mayRemove,
  onAddress,
  onClose,
}: {
  words: PromptWords
  title: string
  /** Whether it may lead there. */
  isAddress: (address: string) => boolean
  mayRemove: boolean
  onAddress: (address: string | null) => void
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [isUnsafe, setUnsafe] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const use = () => {
    const address = typedAddress(input.current?.value ?? '')
    if (isAddress(address)) onAddress(address)
    else setUnsafe(true)
  }
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onCancel={onClose}
      className="m-auto w-[min(30rem,92vw)] border border-edge bg-paper p-5 text-ink backdrop:bg-ink/40"
    >
      <label htmlFor="editor-address" className="mb-1 block font-semibold">
        {words.address}
      </label>
      <input
        ref={input}
        id="editor-address"
        type="url"
        aria-invalid={isUnsafe}
        aria-describedby={isUnsafe ? 'editor-unsafe' : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          use()
        }}
        className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3"
      />
      {isUnsafe && (
        <p id="editor-unsafe" role="alert" className="mt-1 text-accent text-small">
          {words.unsafe}
        </p>
      )}
      <p className="mt-4 flex flex-wrap gap-3">
        <Button type="button" onClick={use}>
          {words.use}
        </Button>
        {mayRemove && (
          <Button type="button" look="quiet" onClick={() => onAddress(null)}>
            {words.remove}
          </Button>
        )}
        <Button type="button" look="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </p>
    </dialog>
  )
}
