import type { Inline } from '@/lib/articles/body'

/** Words of an article with their few marks. */
export function InlineText({ content }: { content: Inline[] }) {
  return content.map((part, index) => <Words key={index} part={part} />)
}

function Words({ part: { text, href, strong, emphasis } }: { part: Inline }) {
  const emphasised = emphasis ? <em>{text}</em> : text
  const words = strong ? <strong>{emphasised}</strong> : emphasised
  return href ? <a href={href}>{words}</a> : words
}
