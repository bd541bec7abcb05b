/** The value under which the share `q` (0 to 1) of the values lie: the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(q * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

/** The median of a few rounds, and what they lay between. */
export type Spread = { median: number; least: number; most: number }

export function spreadOf(rounds: readonly number[]): Spread {
  return { median: quantile(rounds, 0.5), least: Math.min(...rounds), most: Math.max(...rounds) }
}

/** How many times `b` goes into `a`, round by round: rounds of one turn saw the same machine. */
export function ratioOf(a: readonly number[], b: readonly number[]): Spread {
  return spreadOf(a.slice(0, b.length).map((value, round) => value / (b[round] ?? Number.NaN)))
}

/** The median of a few rounds with what they lay between, such as `21.4 (20.8–23.0)`; of one round the number. */
export function medianOf(rounds: readonly number[], digits = 1): string {
  return spreadText(spreadOf(rounds), digits)
}

export function spreadText({ median, least, most }: Spread, digits = 1): string {
  if (least === most) return numberText(median, digits)
  return `${numberText(median, digits)} (${numberText(least, digits)}–${numberText(most, digits)})`
}

/** A number as a person reads it: `13,300`, `0.31`. */
export function numberText(value: number, digits = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/**
 * By how much a series grew along its last quarter, as a share of its level there: the least-squares line from that
 * quarter's beginning to its end. Close to 0 is flat. NaN with fewer than three values in the quarter.
 */
export function lateGrowth(values: readonly number[]): number {
  const late = values.slice(-Math.ceil(values.length / 4))
  if (late.length < 3) return Number.NaN
  const mean = late.reduce((sum, value) => sum + value, 0) / late.length
  const middle = (late.length - 1) / 2
  const spread = late.reduce((sum, _, index) => sum + (index - middle) ** 2, 0)
  const slope = late.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread
  return (slope * (late.length - 1)) / mean
}

/** Rows of equal length as lines with their columns under each other. */
export function table(rows: readonly (readonly string[])[]): string {
  return columns(rows)
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n')
}

/** The same rows as Markdown; the first is the head. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = columns(rows)
  const rule = head.map((cell) => '-'.repeat(cell.length))
  return [head, rule, ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function columns(rows: readonly (readonly string[])[]): string[][] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) => widths.map((width, column) => (row[column] ?? '').padEnd(width)))
}
