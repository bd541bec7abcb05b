/** A piece of XML or HTML. Texts in it are texts: they become markup in `writeMarkup` only, which escapes them. */
export type Markup = string | null | Element | readonly Markup[]
export type Element = { name: string; attributes: Attributes; content: readonly Markup[] }
type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** An element. Attributes that are null or undefined are left out. */
export function element(name: string, attributes: Attributes, ...content: Markup[]): Element {
  return { name, attributes, content }
}

/** Well-formed XML, and HTML too: of what is empty only HTML's void elements are written without an end tag. */
export function writeMarkup(markup: Markup): string {
  if (markup === null) return ''
  if (typeof markup === 'string') return escaped(markup)
  if (isList(markup)) return markup.map(writeMarkup).join('')
  const attributes = Object.entries(markup.attributes)
    .map(([name, value]) =>
      value === null || value === undefined ? '' : ` ${name}="${escaped(`${value}`)}"`,
    )
    .join('')
  const content = writeMarkup(markup.content)
  const begin = `<${markup.name}${attributes}`
  return voids.has(markup.name) ? `${begin}/>` : `${begin}>${content}</${markup.name}>`
}

const voids = new Set(['br', 'img'])

/** An XML document with this root. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeMarkup(root)}\n`
}

/** The text without what XML cannot say: control characters are dropped, halves of surrogate pairs replaced. */
export function speakable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(halves, '\ufffd')
}

const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

function escaped(text: string): string {
  return speakable(text).replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign)
}

function isList(markup: Element | readonly Markup[]): markup is readonly Markup[] {
  return Array.isArray(markup)
}
