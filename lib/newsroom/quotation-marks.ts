// Marks that open and close: each opening one and what ends it. Swedish closes with what opens; it and the plain mark are counted.
const pairs = new Map([
  ['“', ['”']],
  ['„', ['“', '”']],
  ['«', ['»']],
  ['「', ['」']],
  ['『', ['』']],
])
const closings = new Set([...pairs.values()].flat())

/**
 * Whether a text opens a quotation that it does not close, or closes one that it did not open. Apostrophes are no marks. A
 * paragraph that goes on with a quotation in the next one may leave it open, which only a person can tell: it is said.
 */
export function unbalanced(text: string): boolean {
  if (count(text, '"') % 2 === 1) return true
  const open: string[][] = []
  for (const mark of text) {
    const ends = open.at(-1)
    if (ends?.includes(mark)) open.pop()
    else if (pairs.has(mark)) open.push(pairs.get(mark) ?? [])
    else if (closings.has(mark) && !isSwedish(text)) return true
  }
  return open.length > 0
}

function isSwedish(text: string): boolean {
  return (
    !text.includes('“') && !text.includes('„') && count(text, '”') % 2 === 0 && !/[«»「」『』]/.test(text)
  )
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}
