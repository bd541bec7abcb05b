import { DOMParser, Fragment, type Node, Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Block } from '@/lib/articles/body'
import { picturesIn } from '../../../pictures/send-picture'
import { nodeOf } from './blocks'
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
  const slice = html !== '' && !isMarkdown(text) ? sliceOfHtml(html) : sliceOfText(text, readMarkdown)
  const { tr } = view.state
  if (to === undefined) tr.replaceSelection(slice)
  else tr.replaceRange(to, to, slice)
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

/** Blocks without their ids; a single paragraph goes into the one that is there. */
function sliceOf(nodes: Node[]): Slice {
  const [only, ...more] = nodes
  if (only?.type.name === 'paragraph' && more.length === 0) return new Slice(Fragment.from(only), 1, 1)
  return new Slice(Fragment.from(nodes), 0, 0)
}

type Policies = {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string }
}
const policies: Policies | undefined = Reflect.get(globalThis, 'trustedTypes')
// The browser's sinks take what a policy makes where they take a string; our types know only the string.
const policy = policies?.createPolicy('tribune-paste', { createHTML: (html) => html })

/** The schema reads it in a document of nobody's, in which nothing runs and nothing is fetched. */
export function sliceOfHtml(html: string): Slice {
  const parsed = new globalThis.DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
  const noise = 'style, script, title, meta, [style*="mso-hide"], [style*="display:none"]'
  for (const element of parsed.querySelectorAll(noise)) element.remove()
  for (const tag of parsed.querySelectorAll('p')) if (/MsoListParagraph/.test(tag.className)) unlist(tag)
  return DOMParser.fromSchema(schema).parseSlice(parsed.body, { preserveWhitespace: false })
}

/** Word writes lists as paragraphs that begin with their sign. */
function unlist(paragraph: Element): void {
  const sign = /^\s*(?:[·•§o▪-]|\(?[0-9a-z]{1,3}[.)])[\s\u00a0]+/i
  const isOrdered = /^\s*\(?[0-9a-z]{1,3}[.)]/i.test(paragraph.textContent ?? '')
  for (const mark of paragraph.querySelectorAll('[style*="mso-list"]')) mark.remove()
  const first = paragraph.firstChild
  if (first?.nodeType === 3) first.textContent = (first.textContent ?? '').replace(sign, '')
  const item = paragraph.ownerDocument.createElement('li')
  item.append(...paragraph.childNodes)
  const before = paragraph.previousElementSibling
  const tag = isOrdered ? 'OL' : 'UL'
  if (before?.tagName === tag && before.hasAttribute('data-word')) {
    before.append(item)
    paragraph.remove()
    return
  }
  const list = paragraph.ownerDocument.createElement(tag)
  list.setAttribute('data-word', '')
  list.append(item)
  paragraph.replaceWith(list)
}

/** What a block's own fields take is theirs. */
function isInField({ target }: Event): boolean {
  return target instanceof HTMLInputElement
}
