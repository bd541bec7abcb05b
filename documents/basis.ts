import type { Cell } from './versions'

/** The topics a page was rendered from, with their versions before the render began. */
export type Basis = { cells: readonly Cell[]; versions: readonly number[] }

/** Whether nothing has changed since: every topic has the very version it had. */
export function isUnmoved({ cells, versions }: Basis): boolean {
  for (let index = 0; index < cells.length; index += 1) {
    if (cells[index]?.version !== versions[index]) return false
  }
  return true
}
