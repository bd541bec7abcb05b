'use client'

import './editor/editor.css'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { Block } from '@/lib/articles/body'
import { isSafeLink, isWebAddress } from '@/lib/articles/body-words'
import type { FieldWords } from './editor/fields'
import type { OpenEditor, Standing } from './editor/open'
import { type ChooserWords, PictureChooser } from './editor/picture-chooser'
import { Prompt, type PromptWords } from './editor/prompt'
import { Toolbar, type ToolWords } from './editor/toolbar'
import type { Tool } from './editor/tools'
import type { UploadWords } from './editor/uploads'

export type EditorWords = {
  label: string
  toolbar: string
  tools: ToolWords
  fields: FieldWords
  uploads: UploadWords
  chooser: ChooserWords
  prompt: PromptWords
  notOfTheWeb: string
}

export type BodyEditorHandle = { show(blocks: readonly Block[]): void; blocks(): Block[] | null }

/** Long enough for a hand that types on. */
const quietMs = 300

/**
 * A textarea of Markdown that becomes an editor once its program has come; until then, without scripts, or when it
 * does not come, the textarea is what is written in and sent. `onChange` gets the blocks when the hands rest; a form that
 * is sent gets their Markdown under `name`, as the textarea would have it, and under `nameIds` which block is which.
 */
export function BodyEditor({
  name,
  initial,
  markdown,
  words,
  onChange,
  ref,
}: {
  name: string
  initial: Block[]
  /** The same as `initial`, for the textarea. */
  markdown: string
  words: EditorWords
  onChange?: (blocks: Block[]) => void
  ref?: Ref<BodyEditorHandle>
}) {
  const place = useRef<HTMLDivElement>(null)
  const source = useRef<HTMLTextAreaElement>(null)
  const editor = useRef<OpenEditor | null>(null)
  const given = useRef({ initial, markdown, words, onChange })
  given.current.onChange = onChange
  const [isOpen, setOpen] = useState(false)
  const [standing, setStanding] = useState<Standing>({ pressed: [], isInTable: false })
  const [asking, setAsking] = useState<'link' | 'picture' | 'embed' | null>(null)

  useEffect(() => {
    let isGone = false
    let hasTyped = false
    let resting: ReturnType<typeof setTimeout> | undefined
    const { initial, markdown, words } = given.current
    const tell = () => {
      clearTimeout(resting)
      if (editor.current) given.current.onChange?.(editor.current.blocks())
    }
    import('./editor/open').then(
      ({ openEditor, readMarkdown }) => {
        if (isGone || !place.current || !source.current) return
        // What was typed before the editor came is what it opens with.
        const typed = source.current.value
        hasTyped = typed !== markdown
        const blocks = !hasTyped ? initial : readMarkdown(typed, initial)
        editor.current = openEditor({
          place: place.current,
          blocks,
          label: words.label,
          words,
          askLink: () => setAsking('link'),
          onStanding: setStanding,
          onChange() {
            clearTimeout(resting)
            resting = setTimeout(tell, quietMs)
          },
        })
        const hadFocus = document.activeElement === source.current
        setOpen(true)
        if (hadFocus) editor.current.focus()
      },
      // The textarea is there; the console has the reason.
      (error: unknown) => console.warn(error),
    )
    const form = source.current?.form
    const fill = (event: FormDataEvent) => {
      // What nobody has touched is what the page came with. What was typed before the editor came has its names by now: sent
      // without them and saved meanwhile with them, each of its paragraphs would stand twice.
      if (!editor.current || !(hasTyped || editor.current.isTouched())) return
      event.formData.set(name, editor.current.markdown())
      const ids = editor.current.blocks().map(({ id }) => id)
      event.formData.set(`${name}Ids`, ids.join(','))
    }
    form?.addEventListener('formdata', fill)
    return () => {
      isGone = true
      tell()
      form?.removeEventListener('formdata', fill)
      editor.current?.close()
      editor.current = null
    }
  }, [name])

  useImperativeHandle(ref, () => ({
    show: (blocks) => editor.current?.show(blocks),
    blocks: () => editor.current?.blocks() ?? null,
  }))

  const use = (tool: Tool) => {
    if (tool === 'link' || tool === 'picture' || tool === 'embed') setAsking(tool)
    else editor.current?.run(tool)
  }
  const close = () => {
    setAsking(null)
    editor.current?.focus()
  }
  return (
    <div className="border border-edge bg-paper">
      {isOpen && <Toolbar words={words.tools} label={words.toolbar} {...standing} onTool={use} />}
      <div ref={place} className="editor-place" hidden={!isOpen} />
      <textarea
        ref={source}
        name={name}
        defaultValue={markdown}
        hidden={isOpen}
        aria-label={words.label}
        dir="auto"
        rows={24}
        className="block w-full bg-paper p-3 font-serif text-body leading-[1.55]"
      />
      {asking === 'picture' && (
        <PictureChooser
          words={words.chooser}
          onClose={close}
          onFiles={(files) => {
            close()
            editor.current?.send(files)
          }}
          onPicture={({ hash, alt }) => {
            close()
            editor.current?.insert({ type: 'picture', id: 'p0', hash, alt })
          }}
        />
      )}
      {(asking === 'link' || asking === 'embed') && (
        <Prompt
          key={asking}
          words={asking === 'link' ? words.prompt : { ...words.prompt, unsafe: words.notOfTheWeb }}
          isAddress={asking === 'link' ? isSafeLink : isWebAddress}
          title={asking === 'link' ? words.tools.link : words.tools.embed}
          mayRemove={asking === 'link' && standing.pressed.includes('link')}
          onClose={close}
          onAddress={(address) => {
            close()
            if (asking === 'link') editor.current?.link(address)
            else if (address)
              editor.current?.insert({ type: 'embed', id: 'p0', url: address, title: address })
          }}
        />
      )}
    </div>
  )
}
