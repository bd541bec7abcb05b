import type { Block } from '@/lib/articles/body'
import type { Fields } from './typed-form'

/** The paragraphs that were typed, under the names they had; null where the page shows them already. */
export async function blocksIn({ body, bodyIds = '' }: Fields, shown: Fields): Promise<Block[] | null> {
  if (body === undefined || body === shown.body) return null
  const { readMarkdown } = await import('./editor/open')
  const [blocks, ids] = [readMarkdown(body), bodyIds.split(',')]
  return ids.length === blocks.length
    ? blocks.map((block, index) => ({ ...block, id: ids[index] || block.id }))
    : blocks
}
