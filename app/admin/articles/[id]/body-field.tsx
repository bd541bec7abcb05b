'use client'

import { useEffect, useRef } from 'react'
import type { Block } from '@/lib/articles/body'
import { BodyEditor, type BodyEditorHandle, type EditorWords } from './body-editor'
import { filled, isFilled } from './typed-form'

type Props = { initial: Block[]; markdown: string; words: EditorWords }

/** The text of an article in its form: what is typed in the editor counts as typed, and what the form is filled with shows there. */
export function BodyField({ initial, markdown, words }: Props) {
  const editor = useRef<BodyEditorHandle>(null)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    const show = (event: Event) => {
      if (isFilled(event) && event.detail.blocks) editor.current?.show(event.detail.blocks)
    }
    form?.addEventListener(filled, show)
    return () => form?.removeEventListener(filled, show)
  }, [])
  return (
    <div ref={place} className="my-3">
      <BodyEditor
        ref={editor}
        name="body"
        initial={initial}
        markdown={markdown}
        words={words}
        onChange={() => place.current?.dispatchEvent(new Event('input', { bubbles: true }))}
      />
    </div>
  )
}
