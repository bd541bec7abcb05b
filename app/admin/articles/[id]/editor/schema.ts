import { type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'
import { isSafeLink, isWebAddress } from '@/lib/articles/body-words'

const id = { id: { default: null } }
const words = { default: '' }
const hashOf = /^\/(?:pictures|api\/admin\/pictures\/shown)\/([0-9a-f]{32})/

function textBlock(type: string, tags: string[], attrs: NodeSpec['attrs'] = {}): NodeSpec {
  return {
    content: 'inline*',
    group: 'block',
    attrs: { ...id, ...attrs },
    defining: true,
    parseDOM: tags.map((tag) => ({ tag })),
    toDOM: (): DOMOutputSpec => [tags[0]?.replace(/\[.*/, '') ?? 'p', { 'data-block': type }, 0],
  }
}

const tables = tableNodes({ tableGroup: 'block', cellContent: 'inline*', cellAttributes: {} })

/**
 * What an article's body is made of, as the editor holds it: lib/articles/body.ts said as a ProseMirror schema. What is
 * pasted becomes this and nothing else: there is no other node to become.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: textBlock('paragraph', ['p']),
    subheading: textBlock('subheading', ['h2', 'h1', 'h3', 'h4', 'h5', 'h6']),
    quotation: textBlock('quotation', ['blockquote'], {
      speaker: words,
      source: words,
      href: words,
      verified: { default: false },
    }),
    pull_quote: textBlock('pull-quote', ['aside[data-block=pull-quote]', 'aside']),
    correction: textBlock('correction', ['p[data-block=correction]'], { at: words }),
    list: {
      content: 'list_item+',
      group: 'block',
      attrs: { ...id, ordered: { default: false } },
      parseDOM: [
        { tag: 'ul', getAttrs: () => ({ ordered: false }) },
        { tag: 'ol', getAttrs: () => ({ ordered: true }) },
      ],
      toDOM: (node): DOMOutputSpec => [node.attrs.ordered ? 'ol' : 'ul', 0],
    },
    list_item: {
      content: 'inline*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: (): DOMOutputSpec => ['li', 0],
    },
    picture: {
      group: 'block',
      atom: true,
      draggable: true,
      attrs: { ...id, hash: {}, alt: words, caption: words, credit: words },
      parseDOM: [{ tag: 'img[src]', getAttrs: pictureAttributes }],
      toDOM: ({ attrs }): DOMOutputSpec => [
        'img',
        { src: `/api/admin/pictures/shown/${attrs.hash}`, alt: String(attrs.alt) },
      ],
    },
    embed: {
      group: 'block',
      atom: true,
      draggable: true,
      attrs: { ...id, url: {}, title: words, site: words },
      parseDOM: [
        {
          tag: 'a[data-embed]',
          priority: 60,
          getAttrs: (link) => {
            const url = link.getAttribute('href') ?? ''
            return isWebAddress(url)
              ? { url, title: link.textContent ?? '', site: link.getAttribute('data-embed') ?? '' }
              : false
          },
        },
      ],
      toDOM: ({ attrs }): DOMOutputSpec => [
        'a',
        { href: String(attrs.url), 'data-embed': String(attrs.site) },
        String(attrs.title),
      ],
    },
    ...tables,
    table: { ...tables.table, attrs: { ...id, caption: words } },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (link) => {
            const href = link.getAttribute('href') ?? ''
            return isSafeLink(href) ? { href } : false
          },
        },
      ],
      toDOM: (mark): DOMOutputSpec => ['a', { href: String(mark.attrs.href) }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: (): DOMOutputSpec => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: (): DOMOutputSpec => ['em', 0] },
  },
})

/** A picture of this library is one; any other is nothing, and its words are not lost: its file is pasted beside it. */
function pictureAttributes(image: HTMLElement): Record<string, string> | false {
  const [, hash] = hashOf.exec(image.getAttribute('src') ?? '') ?? []
  return hash ? { hash, alt: image.getAttribute('alt') ?? '' } : false
}

export function nodeType(name: string) {
  const type = schema.nodes[name]
  if (!type) throw new Error(`the schema has no ${name}`)
  return type
}

export function markType(name: 'link' | 'strong' | 'emphasis') {
  const type = schema.marks[name]
  if (!type) throw new Error(`the schema has no ${name}`)
  return type
}
