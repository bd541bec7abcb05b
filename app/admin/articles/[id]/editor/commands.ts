import { setBlockType, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, isInTable } from 'prosemirror-tables'
import { markType, nodeType } from './schema'
import type { Asked, Tool } from './tools'

const commands: Record<Exclude<Tool, Asked>, Command> = {
  paragraph: become('paragraph'),
  subheading: become('subheading'),
  quotation: become('quotation'),
  'pull-quote': become('pull_quote'),
  correction: become('correction'),
  bullets: listed(false),
  numbers: listed(true),
  strong: toggleMark(markType('strong')),
  emphasis: toggleMark(markType('emphasis')),
  table: insert(() => {
    const row = (cell: string) =>
      nodeType('table_row').create(
        null,
        [0, 1].map(() => nodeType(cell).create()),
      )
    return nodeType('table').create(null, [row('table_header'), row('table_cell')])
  }),
  row: addRowAfter,
  column: addColumnAfter,
  'delete-row': deleteRow,
  'delete-column': deleteColumn,
  undo,
  redo,
}

export function commandOf(tool: Exclude<Tool, Asked>): Command {
  return commands[tool]
}

/** What holds where the cursor is. */
export function pressedAt(state: EditorState): Tool[] {
  const { $from, from, to, empty } = state.selection
  const has = (name: 'strong' | 'emphasis' | 'link') =>
    empty
      ? Boolean(markType(name).isInSet(state.storedMarks ?? $from.marks()))
      : state.doc.rangeHasMark(from, to, markType(name))
  const list = $from.depth > 1 ? $from.node(1) : null
  const block = $from.depth > 0 ? $from.node(1).type.name : ''
  const named: Record<string, Tool> = {
    paragraph: 'paragraph',
    subheading: 'subheading',
    quotation: 'quotation',
    pull_quote: 'pull-quote',
    correction: 'correction',
  }
  const kind = list?.type.name === 'list' ? (list.attrs.ordered ? 'numbers' : 'bullets') : named[block]
  return [...(['strong', 'emphasis', 'link'] as const).filter(has), ...(kind ? [kind] : [])]
}

export function isAtTable(state: EditorState): boolean {
  return isInTable(state)
}

export function insertNode(node: Node): Command {
  return insert(() => node)
}

/** Makes the words chosen lead somewhere, or nowhere; without any, writes the address itself. */
export function linkTo(href: string | null): Command {
  return (state, dispatch) => {
    const type = markType('link')
    const { from, to, empty } = state.selection
    if (!dispatch) return true
    if (href === null) dispatch(state.tr.removeMark(from, to, type))
    else if (empty)
      dispatch(state.tr.replaceSelectionWith(state.schema.text(href, [type.create({ href })]), false))
    else dispatch(state.tr.removeMark(from, to, type).addMark(from, to, type.create({ href })))
    return true
  }
}

/** A text block of this kind, also out of a list, which is left at that place. */
function become(name: string): Command {
  return (state, dispatch, view) => {
    if (state.selection.$from.node(1)?.type.name === 'list') return unlisted(name)(state, dispatch, view)
    return setBlockType(nodeType(name), { id: state.selection.$from.node(1)?.attrs.id ?? null })(
      state,
      dispatch,
      view,
    )
  }
}

function listed(ordered: boolean): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const [first, last] = [$from.index(0), $to.index(0)]
    const outer = $from.node(1)
    if (outer?.type.name === 'list' && first === last) {
      if (outer.attrs.ordered === ordered) return unlisted('paragraph')(state, dispatch)
      dispatch?.(state.tr.setNodeAttribute($from.before(1), 'ordered', ordered))
      return true
    }
    const blocks = Array.from({ length: last - first + 1 }, (_, index) => state.doc.child(first + index))
    if ($from.depth === 0 || !blocks.every((block) => block.isTextblock)) return false
    const items = blocks.map((block) => nodeType('list_item').create(null, block.content))
    const list = nodeType('list').create({ id: blocks[0]?.attrs.id ?? null, ordered }, items)
    const tr = state.tr.replaceWith($from.before(1), $to.after(1), list)
    dispatch?.(
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min($from.pos + 1, tr.doc.content.size)))),
    )
    return true
  }
}

/** The item the cursor is in becomes a block of its own, between what was before and after it in the list. */
export function unlisted(name: string): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const list = $from.node(1)
    if (list?.type.name !== 'list') return false
    if (!dispatch) return true
    const at = $from.index(1)
    const items = Array.from({ length: list.childCount }, (_, index) => list.child(index))
    const part = (some: Node[], id: unknown) =>
      some.length > 0 ? [list.type.create({ ...list.attrs, id }, some)] : []
    const before = part(items.slice(0, at), list.attrs.id)
    const block = nodeType(name).create(null, items[at]?.content)
    const after = part(items.slice(at + 1), before.length > 0 ? null : list.attrs.id)
    const start = $from.before(1)
    const tr = state.tr.replaceWith(start, $from.after(1), [...before, block, ...after])
    const inside = start + (before[0]?.nodeSize ?? 0) + 1 + $from.parentOffset
    dispatch(tr.setSelection(TextSelection.create(tr.doc, inside)).scrollIntoView())
    return true
  }
}

/** Puts a block after the one the cursor is in, or in its place where there is nothing in it. */
function insert(make: () => Node): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const isEmpty = $from.depth === 1 && $from.parent.content.size === 0
    const [from, to] = isEmpty ? [$from.before(1), $from.after(1)] : Array(2).fill(afterBlock(state))
    const node = make()
    const isLast = to === state.doc.content.size
    const tr = state.tr.replaceWith(from, to, isLast ? [node, nodeType('paragraph').create()] : [node])
    const selection = node.isAtom
      ? NodeSelection.create(tr.doc, from)
      : TextSelection.near(tr.doc.resolve(from + 1))
    dispatch?.(tr.setSelection(selection).scrollIntoView())
    return true
  }
}

export function afterBlock({ selection: { $to }, doc }: EditorState): number {
  return $to.depth > 0 ? $to.after(1) : Math.min($to.pos + ($to.nodeAfter?.nodeSize ?? 0), doc.content.size)
}
