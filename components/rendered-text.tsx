import type { Block, Inline, Rendered } from '@/lib/comments/rendered'
import { neverHappens } from '@/lib/outcome'

/** A comment's words, as app/globals.css sets them. islands/words.ts draws the same. */
export function RenderedText({ text }: { text: Rendered }) {
  return (
    <div className="words">
      <Blocks blocks={text} />
    </div>
  )
}

function Blocks({ blocks }: { blocks: Block[] }) {
  return blocks.map((block, index) => <BlockOf key={index} block={block} />)
}

function BlockOf({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Words content={block.content} />
        </p>
      )
    case 'quote':
      return (
        <blockquote dir="auto">
          <Blocks blocks={block.blocks} />
        </blockquote>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List dir="auto">
          {block.items.map(({ value, blocks }, index) => (
            <li key={index} value={value}>
              <Blocks blocks={blocks} />
            </li>
          ))}
        </List>
      )
    }
    case 'preformatted':
      return <pre dir="auto">{block.text}</pre>
    default:
      return neverHappens(block)
  }
}

function Words({ content }: { content: Inline[] }) {
  return content.map((part, index) => <WordsOf key={index} part={part} />)
}

function WordsOf({ part }: { part: Inline }) {
  if (typeof part === 'string') return part
  switch (part.type) {
    case 'break':
      return <br />
    case 'emphasis':
      return (
        <em>
          <Words content={part.content} />
        </em>
      )
    case 'strong':
      return (
        <strong>
          <Words content={part.content} />
        </strong>
      )
    case 'code':
      return <code>{part.text}</code>
    case 'link':
      return (
        <a href={part.href} rel="ugc nofollow">
          <Words content={part.content} />
        </a>
      )
    case 'mention':
      return <a href={`/u/${part.handle}`}>{part.text}</a>
    default:
      return neverHappens(part)
  }
}
