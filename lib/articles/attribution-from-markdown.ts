import type { Paragraph, PhrasingContent } from 'mdast'
import { isWebAddress } from './body-words'

/** Who said it and where, and whether it was checked: "— Ada Lovelace, [a letter](address) **verified**". Null where a paragraph says no such thing. */
export function attributionOf({ children }: Paragraph, words: (nodes: PhrasingContent[]) => string) {
  const [first] = children
  if (first?.type !== 'text' || !/^[—–-]{1,2}(\s|$)/.test(first.value)) return null
  const at = children.findIndex((node) => node.type === 'emphasis' || node.type === 'link')
  const strong = children.findIndex((node) => node.type === 'strong')
  const ends = [at, strong].filter((index) => index >= 0)
  const before = words(children.slice(0, Math.min(...ends, children.length)))
  const from = children[at]
  return {
    ...optional({
      speaker: before
        .replace(/^[—–-]{1,2}\s*/, '')
        .replace(at >= 0 ? /,$/ : /$^/, '')
        .trim(),
      source: from ? words([from]) : '',
      href: from?.type === 'link' && isWebAddress(from.url) ? from.url : '',
    }),
    ...(strong >= 0 ? { verified: true as const } : {}),
  }
}

/** Only those that say something. */
export function optional<K extends string>(fields: Record<K, string>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<
    Record<K, string>
  >
}
