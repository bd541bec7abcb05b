import { DOMParser, type Node } from 'prosemirror-model'
import { schema } from './schema'

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
export function nodesOfHtml(html: string): Node[] {
  const plain = withoutStyles(html)
  const parsed = new globalThis.DOMParser().parseFromString(policy?.createHTML(plain) ?? plain, 'text/html')
  const noise = 'style, script, title, meta, [data-style*="mso-hide"], [data-style*="display:none"]'
  for (const element of parsed.querySelectorAll(noise)) element.remove()
  for (const element of parsed.querySelectorAll('[data-style]')) markByStyle(element)
  for (const tag of parsed.querySelectorAll('p')) if (/MsoListParagraph/.test(tag.className)) unlist(tag)
  const doc = DOMParser.fromSchema(schema).parse(parsed.body)
  return Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
}

/** The page's policy lets no style attribute be applied, wherever it stands, and says so for each. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style[^>]*>[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'))
}

/** Google Docs says what is bold and italic by style, and wraps all it copies in a bold that is none. */
function markByStyle(element: Element): void {
  const style = element.getAttribute('data-style') ?? ''
  if (element.tagName === 'B' && /font-weight:\s*(normal|[1-5]00)/.test(style))
    element.replaceWith(...element.childNodes)
  const marks = [
    ...(/font-weight:\s*(bold|[6-9]\d\d)/.test(style) ? ['strong'] : []),
    ...(/font-style:\s*italic/.test(style) ? ['em'] : []),
  ]
  for (const mark of element.tagName === 'SPAN' ? marks : []) {
    const wrapped = element.ownerDocument.createElement(mark)
    wrapped.append(...element.childNodes)
    element.append(wrapped)
  }
}

/** Word writes lists as paragraphs that begin with their sign. */
function unlist(paragraph: Element): void {
  const sign = /^\s*(?:[·•§o▪-]|\(?[0-9a-z]{1,3}[.)])[\s\u00a0]+/i
  const isOrdered = /^\s*\(?[0-9a-z]{1,3}[.)]/i.test(paragraph.textContent ?? '')
  for (const mark of paragraph.querySelectorAll('[data-style*="mso-list"]')) mark.remove()
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
