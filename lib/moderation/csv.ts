// What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asian keyboards.
const formula = /(^|[;,\t\r\n|"'])(\s*)(?=[=+\-@＝＋－＠])/gu

/**
 * A line of CSV (RFC 4180), every cell in quotes. A cell that a spreadsheet would calculate is text there: an apostrophe
 * stands before what begins a formula, at the start of the cell and after every sign that some country's spreadsheet
 * takes for the end of one.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (typeof value === 'number') return String(value)
  const text = (value ?? '').toWellFormed().replaceAll('\0', '')
  return `"${text.replace(formula, "$1$2'").replaceAll('"', '""')}"`
}
