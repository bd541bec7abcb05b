/** The inks of the house: every drawing is mixed from these and nothing else. */
export const ink = {
  paper: '#f5f2ea',
  bone: '#e9e1cd',
  sand: '#e3c995',
  ochre: '#d39b3a',
  rust: '#b9603a',
  accent: '#a3211b',
  wine: '#6f1a1a',
  moss: '#7d8a5c',
  pine: '#3d5145',
  pale: '#cfd9d8',
  mist: '#9db2bd',
  blue: '#57788f',
  navy: '#2b4258',
  night: '#1b2836',
  stone: '#8f8878',
  black: '#16181d',
} as const

/** Numbers from 0 to 1 that are the same on every machine for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function rect(x: number, y: number, w: number, h: number, fill: string, radius = 0): string {
  const rounded = radius ? ` rx="${radius}"` : ''
  return `<rect x="${r(x)}" y="${r(y)}" width="${r(w)}" height="${r(h)}"${rounded} fill="${fill}"/>`
}

/** Many rectangles of one colour as one path, which is a third of the bytes. */
export function boxes(list: [x: number, y: number, w: number, h: number][], fill: string): string {
  return area(list.map(([x, y, w, h]) => `M${r(x)} ${r(y)}h${r(w)}v${r(h)}h${r(-w)}z`).join(''), fill)
}

export function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${r(x)}" cy="${r(y)}" r="${r(radius)}" fill="${fill}"/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string): string {
  return `<ellipse cx="${r(x)}" cy="${r(y)}" rx="${r(rx)}" ry="${r(ry)}" fill="${fill}"/>`
}

export function area(d: string, fill: string, opacity = 1): string {
  return `<path d="${d}" fill="${fill}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`
}

export function line(d: string, colour: string, width: number, dash?: string): string {
  const dashes = dash ? ` stroke-dasharray="${dash}"` : ''
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes}/>`
}

/** Moves, scales and turns (degrees) what was drawn around 0,0. */
export function at(x: number, y: number, parts: string | string[], scale = 1, turn = 0): string {
  const size = scale === 1 ? '' : ` scale(${r(scale)})`
  const angle = turn ? ` rotate(${turn})` : ''
  return `<g transform="translate(${r(x)} ${r(y)})${size}${angle}">${[parts].flat().join('')}</g>`
}

/** Mirrors what was drawn around 0,0, and moves it. */
export function mirrored(x: number, y: number, parts: string | string[], scale = 1): string {
  return `<g transform="translate(${r(x)} ${r(y)}) scale(${r(-scale)} ${r(scale)})">${[parts].flat().join('')}</g>`
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

export function times(count: number, part: (index: number) => string): string {
  return range(count).map(part).join('')
}

/** One decimal is finer than any screen shows, and keeps the files small. */
export function r(value: number): number {
  return Math.round(value * 10) / 10
}
