import { area, circle, ink, line, r, rect, times } from './shapes'

/** A sky in flat bands from the top down to `bottom`, each edge a little uneven, as if cut by hand. */
export function sky(next: () => number, bottom: number, colours: string[]): string {
  const [first = ink.paper, ...rest] = colours
  const band = bottom / colours.length
  const bands = rest.map((colour, index) => hills(next, band * (index + 1), band * 0.16, colour, bottom, 240))
  return rect(0, 0, 1200, bottom, first) + bands.join('')
}

/** Rolling ground whose crest wanders around `crest` by up to `height`, filled down to `bottom`. */
export function hills(
  next: () => number,
  crest: number,
  height: number,
  fill: string,
  bottom = 675,
  step = 170,
): string {
  const points: [number, number][] = []
  for (let x = -step; x <= 1200 + step * 2; x += step) {
    points.push([x + (next() - 0.5) * step * 0.4, crest + (next() - 0.5) * 2 * height])
  }
  const curve = points.slice(1).map(([x, y], index) => {
    const [px = x, py = y] = points[index] ?? []
    return `${r(px)} ${r(py)} ${r((px + x) / 2)} ${r((py + y) / 2)}`
  })
  return area(`M-60 ${bottom}V${r(crest)}Q${curve.join(' ')}L1300 ${bottom}Z`, fill)
}

/** A mountain range: sharp peaks, and a lit side on each. */
export function peaks(
  next: () => number,
  base: number,
  height: number,
  fill: string,
  lit: string,
  count = 6,
): string {
  let ground = ''
  let light = ''
  const width = 1200 / (count - 1)
  for (let index = 0; index < count; index++) {
    const x = index * width + (next() - 0.5) * width * 0.5
    const top = base - height * (0.55 + next() * 0.45)
    const half = width * (0.75 + next() * 0.35)
    ground += `M${r(x - half)} ${base}L${r(x)} ${r(top)}L${r(x + half)} ${base}Z`
    const fall = (base - top) * (0.45 + next() * 0.2)
    const lean = (half * fall) / (base - top)
    light += `M${r(x)} ${r(top)}L${r(x - lean)} ${r(top + fall)}L${r(x - lean * 0.55)} ${r(top + fall * 0.78)}L${r(x - lean * 0.3)} ${r(top + fall * 1.05)}L${r(x - lean * 0.02)} ${r(top + fall * 0.6)}Z`
  }
  return area(ground, fill) + area(light, lit)
}

/** Short strokes scattered over a rectangle: ripples, grass, rain, the chatter of a gouge in lino. */
export function cuts(
  next: () => number,
  box: [x: number, y: number, w: number, h: number],
  count: number,
  colour: string,
  stroke: { length: number; rise?: number; width?: number },
): string {
  const [x, y, w, h] = box
  const d = times(count, () => {
    const size = 0.35 + next() * 0.65
    return `M${Math.round(x + next() * w)} ${Math.round(y + next() * h)}l${r(stroke.length * size)} ${r((stroke.rise ?? 0) * size)}`
  })
  return line(d, colour, stroke.width ?? 2.5)
}

/** The broken column of light that a lamp or a low sun lays on water. */
export function glitter(
  next: () => number,
  x: number,
  top: number,
  bottom: number,
  spread: number,
  colour: string,
): string {
  const d = times(Math.round((bottom - top) / 9), (index) => {
    const reach = spread * (0.3 + (index * 9) / (bottom - top)) * (0.4 + next() * 0.6)
    return `M${r(x - reach + (next() - 0.5) * 24)} ${top + index * 9}h${r(reach * 2)}`
  })
  return line(d, colour, 3.5)
}

/** Long flat clouds, one shape each. */
export function cloud(x: number, y: number, width: number, colour: string): string {
  const u = width / 10
  return area(
    `M${r(x)} ${r(y)}q${r(u * 0.2)} ${r(-u)} ${r(u * 1.6)} ${r(-u * 0.8)}q${r(u)} ${r(-u * 1.5)} ${r(u * 2.8)} ${r(-u * 0.6)}q${r(u * 1.6)} ${r(-u * 1.1)} ${r(u * 2.6)} ${r(u * 0.4)}q${r(u * 2.4)} ${r(-u * 0.4)} ${r(u * 3)} ${r(u)}Z`,
    colour,
  )
}

export function gulls(places: [number, number, number][], colour: string): string {
  const d = places
    .map(
      ([x, y, size]) =>
        `M${x - size} ${y}q${r(size * 0.6)} ${r(-size * 0.7)} ${size} 0q${r(size * 0.4)} ${r(-size * 0.7)} ${size} 0`,
    )
    .join('')
  return line(d, colour, 3.5)
}

/** A row of broad trees of one size, lit from the left, their trunks at the given places. */
export function trees(
  places: number[],
  ground: number,
  size: number,
  colours: { crown: string; lit: string; trunk: string },
): string {
  const top = ground - size * 1.05
  const trunk = (x: number) =>
    `M${r(x - size * 0.07)} ${r(ground)}L${r(x - size * 0.03)} ${r(top)}h${r(size * 0.06)}l${r(size * 0.05)} ${r(size * 1.05)}Z`
  const crown = (x: number, y: number, share: number) => {
    const [rx, ry] = [r(size * share), r(size * share * 0.8)]
    return `M${r(x - rx)} ${r(y)}a${rx} ${ry} 0 0 1 ${rx * 2} 0a${rx} ${ry} 0 0 1 ${-rx * 2} 0`
  }
  return (
    area(places.map(trunk).join(''), colours.trunk) +
    area(places.map((x) => crown(x, top, 0.52)).join(''), colours.crown) +
    area(places.map((x) => crown(x - size * 0.13, top - size * 0.08, 0.34)).join(''), colours.lit)
  )
}

export function fir(x: number, ground: number, size: number, fill: string): string {
  const half = size * 0.22
  return area(
    `M${r(x)} ${r(ground - size)}l${r(half * 0.6)} ${r(size * 0.36)}h${r(-half * 0.2)}l${r(half * 0.5)} ${r(size * 0.3)}h${r(-half * 0.25)}l${r(half * 0.45)} ${r(size * 0.3)}h${r(-half * 2.2)}l${r(half * 0.45)} ${r(-size * 0.3)}h${r(-half * 0.25)}l${r(half * 0.5)} ${r(-size * 0.3)}h${r(-half * 0.2)}Z`,
    fill,
  )
}

export function sun(x: number, y: number, radius: number, colour: string, halo?: string): string {
  return (halo ? circle(x, y, radius * 1.45, halo) : '') + circle(x, y, radius, colour)
}
