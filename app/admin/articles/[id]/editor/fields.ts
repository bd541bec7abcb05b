import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view'
import { isWebAddress } from '@/lib/articles/body-words'
import { typedAddress } from './typed-address'

/** What is said of a block besides its words. */
const fieldsOf = {
  quotation: ['speaker', 'source', 'href', 'verified'],
  correction: ['at'],
  picture: ['alt', 'caption', 'credit'],
  embed: ['url', 'title', 'site'],
  table: ['caption'],
} as const
export type FieldName = (typeof fieldsOf)[keyof typeof fieldsOf][number]
export type FieldWords = Record<FieldName, string>

type Input = { name: FieldName; input: HTMLInputElement }

/** Blocks that have fields, each with its own beneath it: plain inputs, reached by Tab and filled in like any. */
export function fieldViews(words: FieldWords): Record<string, NodeViewConstructor> {
  return Object.fromEntries(
    Object.entries(fieldsOf).map(([type, names]): [string, NodeViewConstructor] => [
      type,
      (node, view, getPos) => new FieldView(node, view, getPos, names, words),
    ]),
  )
}

const tags: Record<string, string> = { quotation: 'blockquote', correction: 'p', table: 'table' }

class FieldView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM?: HTMLElement
  private readonly inputs: Input[]
  private readonly image: HTMLImageElement | null = null

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    names: readonly FieldName[],
    words: FieldWords,
  ) {
    this.dom = document.createElement('figure')
    this.dom.dataset.block = node.type.name
    const tag = tags[node.type.name]
    if (tag) {
      const content = document.createElement(tag)
      this.contentDOM = tag === 'table' ? content.appendChild(document.createElement('tbody')) : content
      this.dom.append(content)
    }
    if (node.type.name === 'picture') {
      this.image = document.createElement('img')
      this.image.draggable = false
      this.dom.append(this.image)
    }
    const fields = document.createElement('div')
    fields.className = 'editor-fields'
    fields.contentEditable = 'false'
    this.inputs = names.map((name) => this.field(name, words[name], fields))
    this.dom.append(fields)
    this.show()
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.show()
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLInputElement
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    if (mutation.type === 'selection') return false
    return !this.contentDOM?.contains(mutation.target)
  }

  private field(name: FieldName, words: string, parent: HTMLElement): Input {
    const label = document.createElement('label')
    const input = document.createElement('input')
    input.type =
      name === 'verified'
        ? 'checkbox'
        : name === 'at'
          ? 'date'
          : name === 'href' || name === 'url'
            ? 'url'
            : 'text'
    if (input.type === 'text') input.dir = 'auto'
    input.addEventListener(input.type === 'checkbox' ? 'change' : 'input', () => {
      const position = this.getPos()
      if (position === undefined) return
      const value = input.type === 'checkbox' ? input.checked : input.value
      const isHalf = input.type === 'url' && input.value !== '' && !isWebAddress(input.value)
      if (input.type === 'url') input.setAttribute('aria-invalid', String(isHalf))
      // A card is its address: while it has none, the one before stands.
      if (name === 'url' && (isHalf || input.value === '')) return
      this.view.dispatch(this.view.state.tr.setNodeAttribute(position, name, value))
    })
    if (input.type === 'url') input.addEventListener('blur', () => this.leave(name, input))
    // Enter in a field would send the whole form.
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      this.view.focus()
    })
    label.append(words, input)
    parent.append(label)
    return { name, input }
  }

  private leave(name: FieldName, input: HTMLInputElement): void {
    const address = typedAddress(input.value)
    if (address !== input.value) {
      input.value = address
      input.dispatchEvent(new Event('input'))
    }
    if (name !== 'url') return
    input.removeAttribute('aria-invalid')
    this.show()
  }

  private show(): void {
    const { attrs } = this.node
    for (const { name, input } of this.inputs) {
      if (input.ariaInvalid === 'true') continue
      if (input.type === 'checkbox') input.checked = Boolean(attrs[name])
      else if (input.value !== String(attrs[name])) input.value = String(attrs[name])
    }
    if (!this.image) return
    const src = `/api/admin/pictures/shown/${attrs.hash}`
    if (this.image.getAttribute('src') !== src) this.image.src = src
    this.image.alt = String(attrs.alt)
  }
}
