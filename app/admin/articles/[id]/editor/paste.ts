import { Fragment, type Node, Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Block } from '@/lib/articles/body'
import { picturesIn } from '../../../pictures/send-picture'
import { nodeOf } from './blocks'
import { nodesOfHtml } from './foreign-html'
import { schema } from './schema'

export type Taking = {
  readMarkdown(text: string): Block[]
  /** Sends pictures and puts them at a place of the document. */
  takePictures(files: File[], at: number): void
}

/**
 * What is pasted or dropped becomes blocks: pictures go to the library, Markdown is read as such, and what Word or Google
 * Docs copy is cleaned by having nothing else to become. ProseMirror's own reading of HTML would ask for a Trusted Types
 * policy of its own.
 */
export function pasting(taking: Taking): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste(view, event) {
          if (isInField(event)) return false
          return take(view, event.clipboardData, view.state.selection.from, event, taking)
        },
        drop(view, event) {
          // What is moved within the text is ProseMirror's.
          if (view.dragging || isInField(event)) return false
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
          if (at === undefined) return false
          return take(view, event.dataTransfer, at, event, taking, at)
        },
      },
    },
  })
}

function take(
  view: EditorView,
  data: DataTransfer | null,
  from: number,
  event: Event,
  { readMarkdown, takePictures }: Taking,
  to?: number,
): boolean {
  const html = data?.getData('text/html') ?? ''
  const text = data?.getData('text/plain') ?? ''
  const pictures = picturesIn(data)
  // Word sends a picture of its text along with the text.
  if (pictures.length > 0 && text.trim() === '') {
    event.preventDefault()
    takePictures(pictures, from)
    return true
  }
  if (html === '' && text === '') return false
  event.preventDefault()
  const slice =
    html !== '' && !isMarkdown(text) ? sliceOf(nodesOfHtml(html)) : sliceOfText(text, readMarkdown)
  const { tr, doc, selection } = view.state
  const isDeep = (to === undefined ? selection.$from : doc.resolve(to)).depth > 1
  const fitting = isDeep ? wordsOnly(slice) : slice
  if (to === undefined) tr.replaceSelection(fitting)
  else tr.replace(to, to, fitting)
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** Whether somebody marked a text by hand: two kinds of Markdown's marks, or one at the beginning of a line. */
function isMarkdown(text: string): boolean {
  const blocks = /^(#{1,6} \S|> ?\S|```)/m.test(text)
  const marks = [/\*\*\S[^*\n]*\*\*/, /\[[^\]\n]+\]\((https?:\/\/|\/)[^)\s]+\)/, /^[-*+] \S/m, /^\d+[.)] \S/m]
  return blocks || marks.filter((mark) => mark.test(text)).length > 1
}

function sliceOfText(text: string, readMarkdown: (text: string) => Block[]): Slice {
  // A single line end in a plain text ends a paragraph where none is marked otherwise.
  const source = /\n\s*\n/.test(text) || isMarkdown(text) ? text : text.replace(/\n/g, '\n\n')
  return sliceOf(readMarkdown(source).map((block) => nodeOf({ ...block })))
}

/** Blocks with open ends where there are paragraphs: their words join those of the block they come into. */
function sliceOf(nodes: Node[]): Slice {
  const isOpen = (node: Node | undefined) => Number(node?.type.name === 'paragraph')
  return new Slice(Fragment.from(nodes), isOpen(nodes[0]), isOpen(nodes.at(-1)))
}

/** In a list's item or a table's cell there is room for words alone. */
function wordsOnly(slice: Slice): Slice {
  const parts: Node[] = []
  slice.content.descendants((node) => {
    if (!node.isTextblock) return
    if (parts.length > 0) parts.push(schema.text(' '))
    node.forEach((child) => {
      parts.push(child)
    })
  })
  return new Slice(Fragment.from(parts), 0, 0)
}

/** What a block's own fields take is theirs. */
function isInField({ target }: Event): boolean {
  return target instanceof HTMLInputElement
}
