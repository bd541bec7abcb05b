import type { Node } from 'prosemirror-model'
import type { Block } from '@/lib/articles/body'
import { toMarkdown } from '@/lib/articles/body-markdown'
import { blockOfNode } from './blocks'

// A node never changes, so what was made of it holds for as long as it is there: what is typed costs its own block.
const blocks = new WeakMap<Node, Block | null>()
const texts = new WeakMap<Node, string>()

/** The document as a body: what has no words in it is left out. */
export function blocksOf(doc: Node): Block[] {
  return nodesOf(doc).flatMap((node) => remembered(node) ?? [])
}

/** The same as Markdown, block by block. Lists side by side take different signs, and are written together. */
export function markdownOf(doc: Node): string {
  const parts: string[] = []
  let lists: Block[] = []
  const close = () => {
    if (lists.length > 0) parts.push(toMarkdown(lists))
    lists = []
  }
  for (const node of nodesOf(doc)) {
    const block = remembered(node)
    if (block?.type === 'list') lists.push(block)
    else if (block) {
      close()
      const text = texts.get(node) ?? toMarkdown([block])
      texts.set(node, text)
      parts.push(text)
    }
  }
  close()
  return parts.join('\n')
}

function remembered(node: Node): Block | null {
  const known = blocks.get(node)
  if (known !== undefined) return known
  const block = blockOfNode(node)
  // One without an id is given one, and would be given another the next time.
  if (node.attrs.id) blocks.set(node, block)
  return block
}

function nodesOf(doc: Node): Node[] {
  return Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
}
