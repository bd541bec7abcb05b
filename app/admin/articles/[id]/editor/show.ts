import type { Node, ResolvedPos } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { Block } from '@/lib/articles/body'
import { stayingOf } from '@/lib/articles/staying'
import { blockOfNode, docOf, nodeOf } from './blocks'

type Place = { node: Node; at: number }

/**
 * What makes a document say what others wrote meanwhile. A block that says the same is not touched, nor is an empty one
 * that somebody has just begun; of another only the words that differ are: so whoever types stays where they are.
 */
export function changeTo({ doc, tr, selection }: EditorState, blocks: readonly Block[]): Transaction {
  const places: Place[] = []
  doc.forEach((node, at) => {
    places.push({ node, at })
  })
  const known = new Map(places.map(({ node }, index) => [node.attrs.id, index]))
  const partners = blocks.map(({ id }) => known.get(id) ?? null)
  const staying = stayingOf(partners)
  const stays = new Set([...staying].map((index) => partners[index]))
  const map = (at: number, side = 1) => tr.mapping.map(at, side)

  const come: { at: number; nodes: Node[] }[] = []
  let [waiting, end]: [Node[], number] = [[], 0]
  for (const [index, block] of blocks.entries()) {
    const place = places[partners[index] ?? -1]
    if (!place || !staying.has(index)) {
      waiting.push(nodeOf(block))
      continue
    }
    come.push({ at: end, nodes: waiting })
    waiting = []
    end = place.at + place.node.nodeSize
    reword(tr, place.node, map(place.at), nodeOf(block))
  }
  const isKept = ({ node }: Place, index: number) => stays.has(index) || isBegun(node, blocks)
  if (blocks.length === 0 && !places.some(isKept)) waiting.push(docOf([]).child(0))
  for (const { at, nodes } of [...come, { at: end, nodes: waiting }])
    if (nodes.length > 0) tr.insert(map(at), nodes)
  for (const [index, place] of places.entries())
    if (!isKept(place, index)) tr.delete(map(place.at), map(place.at + place.node.nodeSize, -1))
  if (selection instanceof TextSelection) follow(tr, selection)
  return tr.setMeta('addToHistory', false)
}

/** Where the cursor's block was taken away and stands elsewhere, the cursor goes with it. */
function follow(tr: Transaction, { $head }: TextSelection): void {
  const id = idAt($head)
  if (id === null || idAt(tr.selection.$head) === id) return
  tr.doc.forEach((node, at) => {
    if (node.attrs.id !== id) return
    const place = at + Math.min($head.pos - $head.before(1), node.nodeSize - 1)
    tr.setSelection(TextSelection.near(tr.doc.resolve(place)))
  })
}

function idAt(place: ResolvedPos): unknown {
  return place.depth === 0 ? null : place.node(1).attrs.id
}

/** It has no words yet, so that nobody else knows of it. */
function isBegun(node: Node, blocks: readonly Block[]): boolean {
  return blockOfNode(node) === null && !blocks.some(({ id }) => id === node.attrs.id)
}

function reword(tr: Transaction, node: Node, at: number, next: Node): void {
  const block = blockOfNode(node)
  // A space that was just typed is no word yet, and stays.
  if (block && nodeOf(block).eq(next)) return
  if (node.type !== next.type || !node.isTextblock) {
    tr.replaceWith(at, at + node.nodeSize, next)
    return
  }
  const start = node.content.findDiffStart(next.content)
  const end = node.content.findDiffEnd(next.content)
  if (start !== null && end !== null) {
    // Where the differing parts repeat what is beside them, both ends count it.
    const overlap = Math.max(0, start - Math.min(end.a, end.b))
    tr.replace(at + 1 + start, at + 1 + end.a + overlap, next.slice(start, end.b + overlap))
  }
  if (!node.hasMarkup(next.type, next.attrs)) tr.setNodeMarkup(at, undefined, next.attrs)
}
