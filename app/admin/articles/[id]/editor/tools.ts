/** What can be done to a body, in the order of the toolbar. */
export const tools = [
  ...(['paragraph', 'subheading', 'quotation', 'pull-quote', 'correction', 'bullets', 'numbers'] as const),
  ...(['strong', 'emphasis', 'link', 'picture', 'table', 'embed'] as const),
  ...(['row', 'column', 'delete-row', 'delete-column', 'undo', 'redo'] as const),
]
export type Tool = (typeof tools)[number]

/** Tools that only mean something in a table. */
export const tableTools: readonly Tool[] = ['row', 'column', 'delete-row', 'delete-column']

/** What asks for something first. */
export type Asked = 'link' | 'picture' | 'embed'

export function isAsked(tool: Tool): tool is Asked {
  return tool === 'link' || tool === 'picture' || tool === 'embed'
}
