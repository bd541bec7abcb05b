import { baseKeymap, chainCommands, exitCode, splitBlock, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, textblockTypeInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { type Command, type Plugin, Selection } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { commandOf, unlisted } from './commands'
import { markType, nodeType } from './schema'

/** After a heading, a quotation or an aside comes a paragraph; an empty item ends its list. */
const enter: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty) return false
  const { parent } = $from
  if (parent.type.name === 'list_item') {
    if (parent.content.size === 0) return unlisted('paragraph')(state, dispatch, view)
    return splitBlock(state, dispatch)
  }
  if (parent.type.name === 'table_cell' || parent.type.name === 'table_header')
    return goToNextCell(1)(state, dispatch)
  if ($from.depth !== 1 || parent.type.name === 'paragraph' || $from.parentOffset < parent.content.size)
    return false
  dispatch?.(state.tr.split($from.pos, 1, [{ type: nodeType('paragraph') }]).scrollIntoView())
  return true
}

/** At the start of an item, or of a block that is more than a paragraph, Backspace makes a paragraph of it first. */
const backspace: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0) return false
  if ($from.parent.type.name === 'list_item') return unlisted('paragraph')(state, dispatch, view)
  if ($from.depth === 1 && $from.parent.type.name !== 'paragraph')
    return commandOf('paragraph')(state, dispatch, view)
  return false
}

/** Everything the toolbar does has a key, and Markdown's beginnings of a line become what they say. */
export function keys(askLink: () => void): Plugin[] {
  return [
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-b': toggleMark(markType('strong')),
      'Mod-i': toggleMark(markType('emphasis')),
      'Mod-k': () => {
        askLink()
        return true
      },
      'Mod-Alt-0': commandOf('paragraph'),
      'Mod-Alt-2': commandOf('subheading'),
      'Mod-Alt-q': commandOf('quotation'),
      'Mod-Alt-p': commandOf('pull-quote'),
      'Mod-Alt-c': commandOf('correction'),
      'Mod-Shift-8': commandOf('bullets'),
      'Mod-Shift-7': commandOf('numbers'),
      Enter: enter,
      'Shift-Enter': chainCommands(exitCode, enter, splitBlock),
      Backspace: backspace,
      Tab: goToNextCell(1),
      'Shift-Tab': goToNextCell(-1),
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [
        textblockTypeInputRule(/^#{1,6}\s$/, nodeType('subheading')),
        textblockTypeInputRule(/^>\s$/, nodeType('quotation')),
        listRule(/^[-*+]\s$/, 'bullets'),
        listRule(/^1[.)]\s$/, 'numbers'),
      ],
    }),
  ]
}

function listRule(pattern: RegExp, tool: 'bullets' | 'numbers'): InputRule {
  return new InputRule(pattern, (state, _match, start, end) => {
    if (state.selection.$from.depth !== 1) return null
    const cleared = state.apply(state.tr.delete(start, end))
    const { tr } = state
    let done = false
    commandOf(tool)(cleared, (listed) => {
      tr.delete(start, end)
      for (const step of listed.steps) tr.step(step)
      tr.setSelection(Selection.fromJSON(tr.doc, listed.selection.toJSON()))
      done = true
    })
    return done ? tr : null
  })
}
