/** What every chart is drawn on: the pages' paper and inks, in light and dark, and their sans for labels. */
export function sheet(options: {
  width: number
  height: number
  title: string
  marks: readonly string[]
}): string {
  const { width, height, title, marks } = options
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>
svg { --paper: #fffefb; --ink: #16181d; --quiet: #5b606b; --rule: #d9d6cf; --bar: #b5b1a8; --soft: #d6d2c9; --accent: #a3211b; --accent-soft: #cd817a }
@media (prefers-color-scheme: dark) {
  svg { --paper: #14161a; --ink: #e9e6df; --quiet: #a3a8b2; --rule: #31353d; --bar: #6d727c; --soft: #464b55; --accent: #ff8a7a; --accent-soft: #a4605a }
}
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: var(--ink) }
.title { font: 560 19px Newsreader, "Iowan Old Style", Georgia, serif }
.quiet { fill: var(--quiet); font-size: 12px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px }
.end { text-anchor: end }
.middle { text-anchor: middle }
.paper { fill: var(--paper) }
.bar { fill: var(--bar) }
.ours { fill: var(--accent) }
.bar.soft { fill: var(--soft) }
.ours.soft { fill: var(--accent-soft) }
line { stroke: var(--rule) }
.spread { stroke: var(--ink) }
.curve { fill: none; stroke: var(--accent); stroke-width: 1.5 }
.second { stroke: var(--quiet) }
</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="title" x="24" y="36">${escaped(title)}</text>
${marks.join('\n')}
</svg>
`
}

/** A length in the drawing, to a tenth. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function text(x: number, y: number, content: string, className = ''): string {
  return `<text${className === '' ? '' : ` class="${className}"`} x="${at(x)}" y="${at(y)}">${escaped(content)}</text>`
}

export function line(x1: number, y1: number, x2: number, y2: number, className = ''): string {
  return `<line${className === '' ? '' : ` class="${className}"`} x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`
}

export function bar(x: number, y: number, width: number, height: number, className: string): string {
  return `<rect class="${className}" x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"/>`
}

/** Round steps from 0 to the first one at or above `most`: about four of them. */
export function ticksTo(most: number): number[] {
  if (!(most > 0)) return [0, 1]
  const size = 10 ** Math.floor(Math.log10(most / 4))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((each) => most / each <= 5) ?? most
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
