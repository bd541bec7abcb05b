import { gulls, hills, sky, sun } from './land'
import { area, at, boxes, circle, dice, ink, line, range, rect, times } from './shapes'

/** A hot city from above: flat roofs, washing, tanks, and shade sails put up by the neighbours. */
export function rooftops(): string {
  const next = dice(83)
  const walls = [ink.bone, ink.paper, '#e8d3ab', ink.sand, '#dcb98a']
  const rows = times(4, (row) => {
    const wide = 212 + row * 58
    return times(Math.ceil((1270 + row * 33) / wide), (i) => {
      const x = Math.round(i * wide - 60 - row * 33 + next() * 14)
      const y = Math.round(250 + row * 96 + next() * 34)
      const wall = walls[Math.floor(next() * walls.length)] ?? ink.bone
      return at(x, y, house(next, wide - 4, wall, row))
    })
  })
  return [
    sky(next, 330, ['#e9c98c', '#eed7a6', ink.bone, ink.paper]),
    sun(860, 140, 84, ink.accent),
    hills(next, 226, 18, ink.mist, 400, 200),
    area('M210 300V150Q214 118 240 108V84H244V108Q270 118 274 150V300Z', ink.blue),
    rect(204, 150, 76, 8, ink.paper),
    area('M600 300V186Q604 158 630 150Q656 158 660 186V300ZM690 300V120L702 92L714 120V300Z', ink.blue),
    rows,
    gulls(
      [
        [430, 110, 16],
        [478, 86, 12],
        [520, 128, 10],
      ],
      ink.black,
    ),
  ].join('')
}

function house(next: () => number, w: number, wall: string, row: number): string[] {
  const windows = range(3).map((i): [number, number, number, number] => [
    Math.round(w * (0.12 + i * 0.22)),
    26 + row * 2,
    Math.round(w * 0.09),
    26 + row * 3,
  ])
  const roof = [shadeSail, waterTank, washing, penthouse][Math.floor(next() * 4)] ?? washing
  return [
    boxes([[0, 0, w, 260]], wall),
    boxes([[w * 0.74, 0, w * 0.26, 260]], ROOF_SHADE),
    boxes([[-3, -8, w + 6, 13]], ink.paper),
    boxes(windows.slice(1), ink.navy),
    boxes(windows.slice(0, 1), ink.rust),
    roof(w, [ink.accent, ink.ochre, ink.blue][Math.floor(next() * 3)] ?? ink.ochre),
  ]
}

const ROOF_SHADE = '#cf9f72'

function shadeSail(w: number, colour: string): string {
  const p = (share: number) => Math.round(w * share)
  return (
    line(`M${p(0.12)} -6V-52M${p(0.86)} -6V-40`, ink.black, 3.5) +
    area(`M${p(0.1)} -54Q${p(0.5)} -28 ${p(0.9)} -42L${p(0.8)} -22Q${p(0.5)} -14 ${p(0.2)} -28Z`, colour)
  )
}

function waterTank(w: number): string {
  const p = (share: number) => Math.round(w * share)
  return (
    line(`M${p(0.3)} -8v-16M${p(0.5)} -8v-16`, ink.black, 3) +
    rect(p(0.24), -52, p(0.32), 30, ink.navy, 5) +
    boxes([[p(0.24), -44, p(0.32), 4]], ink.mist)
  )
}

function washing(w: number, colour: string): string {
  const p = (share: number) => Math.round(w * share)
  const sheets = range(5).map((i): [number, number, number, number] => [p(0.18 + i * 0.13), -32, p(0.09), 20])
  return (
    line(`M${p(0.1)} -6V-36Q${p(0.5)} -26 ${p(0.9)} -36V-6`, ink.black, 2) +
    boxes(
      sheets.filter((_, i) => i % 2),
      colour,
    ) +
    boxes(
      sheets.filter((_, i) => i % 2 === 0),
      ink.paper,
    )
  )
}

function penthouse(w: number): string {
  const p = (share: number) => Math.round(w * share)
  return (
    boxes([[p(0.5), -42, p(0.34), 34]], ink.sand) +
    boxes([[p(0.72), -42, p(0.12), 34]], ROOF_SHADE) +
    circle(p(0.16), -14, 9, ink.pine) +
    circle(p(0.22), -20, 8, ink.moss)
  )
}
