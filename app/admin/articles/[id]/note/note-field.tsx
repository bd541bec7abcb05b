'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { InlineText } from '@/components/inline-text'
import type { Inline } from '@/lib/articles/body'
import { isSafeLink } from '@/lib/articles/body-words'
import { Prompt } from '../editor/prompt'
import { linked, marked, type Selected } from './mark'
import type { NoteWords } from './note-words'

type Props = {
  initial: string
  maxLength: number
  rows: number
  describedBy: string
  words: NoteWords
}

const tools = ['strong', 'emphasis', 'link'] as const
type Tool = (typeof tools)[number]
const byKey: Record<string, Tool> = { b: 'strong', i: 'emphasis', k: 'link' }

/** The box of what readers are told. Without scripts its marks are typed; with them they have buttons and keys, and are seen. */
export function NoteField({ initial, maxLength, rows, describedBy, words }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [isReady, setReady] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [shown, setShown] = useState<Inline[][]>([])
  useEffect(() => {
    setReady(true)
    if (box.current?.value) void show()
  }, [])

  async function show(): Promise<void> {
    const { readNote } = await import('@/lib/articles/note')
    setShown(readNote(box.current?.value ?? ''))
  }

  function change(how: (selected: Selected) => Selected): void {
    const field = box.current
    if (!field) return
    const { text, from, to } = how({
      text: field.value,
      from: field.selectionStart,
      to: field.selectionEnd,
    })
    field.focus()
    field.select()
    // Typed, as it were, so that it can be undone.
    document.execCommand('insertText', false, text)
    field.setSelectionRange(from, to)
  }

  function use(tool: Tool): void {
    if (tool === 'link') setAsking(true)
    else change((selected) => marked(selected, tool === 'strong' ? '**' : '*'))
  }

  function press(event: KeyboardEvent): void {
    const tool = byKey[event.key.toLowerCase()]
    if (!tool || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    use(tool)
  }

  const hasMarks = shown.some((content) =>
    content.some(({ href, strong, emphasis }) => href || strong || emphasis),
  )
  return (
    <div className="rounded-[3px] border border-edge bg-paper">
      {isReady && (
        <fieldset className="flex flex-wrap border-rule border-b px-1">
          <legend className="sr-only">{words.toolbar}</legend>
          {tools.map((tool) => (
            <button
              key={tool}
              type="button"
              // The words that are chosen stay so.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => use(tool)}
              className="min-h-9 min-w-6 px-2 text-small"
            >
              {words.tools[tool]}
            </button>
          ))}
        </fieldset>
      )}
      <textarea
        ref={box}
        id="note"
        name="note"
        rows={rows}
        dir="auto"
        maxLength={maxLength}
        defaultValue={initial}
        aria-describedby={describedBy}
        onInput={() => void show()}
        onKeyDown={press}
        className="block w-full bg-paper px-3 py-2 text-[1rem] text-ink [field-sizing:content]"
      />
      {hasMarks && (
        <div className="border-rule border-t px-3 py-2">
          <p className="text-quiet text-small">{words.preview}</p>
          {shown.map((content, index) => (
            <p key={index} dir="auto" className="mt-1 [overflow-wrap:anywhere]">
              <InlineText content={content} />
            </p>
          ))}
        </div>
      )}
      {isAsking && (
        <Prompt
          words={words.prompt}
          title={words.tools.link}
          isAddress={isSafeLink}
          mayRemove={false}
          onClose={() => setAsking(false)}
          onAddress={(address) => {
            // While the dialog is there, nothing beneath it can be typed into.
            flushSync(() => setAsking(false))
            if (address) change((selected) => linked(selected, address))
          }}
        />
      )}
    </div>
  )
}
