/** The value under which the share `q` (0 to 1) of the values lie: the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(q * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

/** The median of a few rounds with what they lay between, such as `21.4 (20.8–23.0)`. */
export function medianOf(rounds: readonly number[]): string {
  const [least, middle, most] = [Math.min(...rounds), quantile(rounds, 0.5), Math.max(...rounds)]
  return `${middle.toFixed(1)} (${least.toFixed(1)}–${most.toFixed(1)})`
}

/** Rows of equal length as lines with their columns under each other. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}
