import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import type { Block } from '@/lib/articles/body'
import { fromMarkdown } from '@/lib/articles/body-markdown'
import { blockIds } from './block-ids'
import { docOf, nodeOf } from './blocks'
import { afterBlock, commandOf, insertNode, isAtTable, linkTo, pressedAt } from './commands'
import { type FieldWords, fieldViews } from './fields'
import { keys } from './keys'
import { pasting } from './paste'
import { changeTo } from './show'
import { isAsked, type Tool } from './tools'
import { takePictures, type UploadWords, uploads } from './uploads'
import { blocksOf, markdownOf } from './written'

export { fromMarkdown as readMarkdown } from '@/lib/articles/body-markdown'

export type Standing = { pressed: Tool[]; isInTable: boolean }

export type OpenEditor = {
  run(tool: Tool): void
  link(href: string | null): void
  /** Puts a block after the one the cursor is in. */
  insert(block: Block): void
  send(files: File[]): void
  /** Shows another's body where it differs; what is the same stays untouched, the cursor with it. */
  show(blocks: readonly Block[]): void
  blocks(): Block[]
  markdown(): string
  /** Whether it says anything else than what it was opened with. */
  isTouched(): boolean
  focus(): void
  close(): void
}

export type EditorOptions = {
  place: HTMLElement
  blocks: readonly Block[]
  label: string
  words: { fields: FieldWords; uploads: UploadWords }
  askLink(): void
  onStanding(standing: Standing): void
  onChange(): void
}

/** Opens the editor in a place of the page. It writes nothing into the page's styles: its looks are the house's own. */
export function openEditor(options: EditorOptions): OpenEditor {
  const { place, words } = options
  let standing = ''
  let isTouched = false
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc: docOf(options.blocks),
      plugins: [
        pasting({
          readMarkdown: (text) => fromMarkdown(text),
          takePictures: (files, at) => void takePictures(view, files, at, words.uploads),
        }),
        ...keys(options.askLink),
        history(),
        dropCursor({ color: false, class: 'editor-drop' }),
        gapCursor(),
        tableEditing(),
        uploads(),
        blockIds(),
      ],
    }),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.label, dir: 'auto' },
    nodeViews: fieldViews(words.fields),
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr))
      const now = { pressed: pressedAt(view.state), isInTable: isAtTable(view.state) }
      const key = `${now.pressed.join()} ${now.isInTable}`
      if (key !== standing) {
        standing = key
        options.onStanding(now)
      }
      isTouched ||= tr.docChanged
      if (tr.docChanged) options.onChange()
    },
  })
  // A first block without an id gets one before anybody asks.
  view.dispatch(view.state.tr)
  return {
    run(tool) {
      if (!isAsked(tool)) commandOf(tool)(view.state, view.dispatch, view)
      view.focus()
    },
    link(href) {
      linkTo(href)(view.state, view.dispatch)
      view.focus()
    },
    insert(block) {
      insertNode(nodeOf(block))(view.state, view.dispatch)
      view.focus()
    },
    send: (files) => void takePictures(view, files, afterBlock(view.state), words.uploads),
    show(blocks) {
      const change = changeTo(view.state, blocks)
      if (change.docChanged) view.dispatch(change)
    },
    blocks: () => blocksOf(view.state.doc),
    markdown: () => markdownOf(view.state.doc),
    isTouched: () => isTouched,
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}
