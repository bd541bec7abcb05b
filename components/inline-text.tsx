import type { Inline } from '@/lib/articles/body'

/** Words of an article with their few marks. */
export function InlineText({ content }: { content: Inline[] }) {
  return content.map((part, index) => {
    const words = part.strong ? (
      <strong>{part.text}</strong>
    ) : part.emphasis ? (
      <em>{part.text}</em>
    ) : (
      part.text
    )
    return part.href ? (
      <a key={index} href={part.href}>
        {words}
      </a>
    ) : (
      <span key={index}>{words}</span>
    )
  })
}
