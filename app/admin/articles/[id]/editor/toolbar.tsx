'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { type Tool, tableTools, tools } from './tools'

export type ToolWords = Record<Tool, string>

const groups: Tool[][] = [
  ['paragraph', 'subheading', 'quotation', 'pull-quote', 'correction', 'bullets', 'numbers'],
  ['strong', 'emphasis', 'link'],
  ['picture', 'table', 'embed'],
  ['row', 'column', 'delete-row', 'delete-column'],
  ['undo', 'redo'],
]

/** The tools, one stop of Tab for all: the arrows, Home and End go from one to the next. */
export function Toolbar({
  words,
  label,
  pressed,
  isInTable,
  onTool,
}: {
  words: ToolWords
  label: string
  pressed: readonly Tool[]
  isInTable: boolean
  onTool: (tool: Tool) => void
}) {
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<Tool>('paragraph')
  const shown = tools.filter((tool) => isInTable || !tableTools.includes(tool))
  const here = shown.includes(current) ? current : 'paragraph'
  const move = (event: KeyboardEvent) => {
    const at = shown.indexOf(here)
    const last = shown.length - 1
    const isBackwards = getComputedStyle(event.currentTarget).direction === 'rtl'
    const step = isBackwards ? -1 : 1
    const to = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = shown[(to + shown.length) % shown.length] ?? here
    setCurrent(next)
    bar.current?.querySelector<HTMLButtonElement>(`[data-tool="${next}"]`)?.focus()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      onKeyDown={move}
      // On a phone one line that is pushed aside: the words that are written need the room.
      className="sticky top-0 z-10 flex gap-x-4 overflow-x-auto border-edge border-b bg-paper px-1 pad:flex-wrap"
    >
      {groups.map((group) => (
        <span key={group[0]} className="flex pad:flex-wrap">
          {group
            .filter((tool) => shown.includes(tool))
            .map((tool) => (
              <button
                key={tool}
                type="button"
                data-tool={tool}
                tabIndex={tool === here ? 0 : -1}
                aria-pressed={isState(tool) ? pressed.includes(tool) : undefined}
                // The words that are chosen stay so.
                onMouseDown={(event) => event.preventDefault()}
                onFocus={() => setCurrent(tool)}
                onClick={() => onTool(tool)}
                className="min-h-9 min-w-6 whitespace-nowrap px-2 text-small aria-pressed:font-[650] aria-pressed:text-accent"
              >
                {words[tool]}
              </button>
            ))}
        </span>
      ))}
    </div>
  )
}

function isState(tool: Tool): boolean {
  return !['picture', 'table', 'embed', 'undo', 'redo', ...tableTools].includes(tool)
}
