import { Plugin } from 'prosemirror-state'
import { newBlockId } from '@/lib/articles/block-id'

/**
 * Every block has an id of its own, whatever was split, pasted or undone: of two with one id, the first keeps it. Of a
 * paragraph that is split before its first word, the words keep it.
 */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, { doc, tr }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const seen = new Map<string, number>()
      doc.forEach((node, position) => {
        const { id } = node.attrs
        const first = typeof id === 'string' ? seen.get(id) : undefined
        if (typeof id === 'string' && first === undefined) seen.set(id, position)
        else if (first !== undefined && doc.nodeAt(first)?.content.size === 0 && node.content.size > 0) {
          tr.setNodeAttribute(first, 'id', newBlockId())
          seen.set(id, position)
        } else {
          const fresh = newBlockId()
          seen.set(fresh, position)
          tr.setNodeAttribute(position, 'id', fresh)
        }
      })
      return tr.docChanged ? tr.setMeta('addToHistory', false) : null
    },
  })
}
