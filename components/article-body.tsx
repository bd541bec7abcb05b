import type { Block } from '@/lib/articles/body'
import { neverHappens } from '@/lib/outcome'
import { InlineText } from './inline-text'

export function ArticleBody({ blocks }: { blocks: Block[] }) {
  return blocks.map((block) => <ArticleBlock key={block.id} block={block} />)
}

function ArticleBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <p id={block.id}>{plain(block.content) ?? <InlineText content={block.content} />}</p>
    case 'subheading':
      return (
        <h2 id={block.id} className="pt-3 text-second">
          <InlineText content={block.content} />
        </h2>
      )
    case 'quotation':
      return (
        <blockquote id={block.id} className="border-accent border-s-2 ps-5">
          <p>
            <InlineText content={block.content} />
          </p>
          {block.speaker && <footer className="mt-1 font-sans text-quiet text-small">{block.speaker}</footer>}
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <InlineText content={item} />
        </li>
      ))
      return block.ordered ? (
        <ol id={block.id} className="list-decimal ps-6">
          {items}
        </ol>
      ) : (
        <ul id={block.id} className="list-disc ps-6">
          {items}
        </ul>
      )
    }
    default:
      return neverHappens(block)
  }
}

/** Most paragraphs are one run of words, and need no element inside. */
function plain(content: Extract<Block, { type: 'paragraph' }>['content']): string | null {
  const [only, ...more] = content
  return only && more.length === 0 && !only.emphasis && !only.strong && !only.href ? only.text : null
}
