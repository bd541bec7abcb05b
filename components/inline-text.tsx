import type { Inline } from '@/lib/articles/body'

/** Words of an article with their few marks. */
export function InlineText({ content }: { content: Inline[] }) {
  return content.map((part, index) => <Words key={index} part={part} />)
}

function Words({ part: { text, href, strong, emphasis } }: { part: Inline }) {
  const words = strong ? <strong>{text}</strong> : emphasis ? <em>{text}</em> : text
  return href ? <a href={href}>{words}</a> : words
}
