import { skin, standing } from './people'
import { area, at, boxes, circle, dice, ink, line, range, rect, times } from './shapes'

/** The chamber from the gallery: benches in rings, and one person standing to speak. */
export function parliament(): string {
  const next = dice(37)
  const coats = [ink.black, ink.navy, ink.night, ink.pine, ink.wine, ink.stone, ink.blue]
  const ring = (index: number) => {
    const rx = 300 + index * 118
    const ry = 108 + index * 70
    const seats = 6 + index * 3
    return (
      area(
        `M${600 - rx} 330A${rx} ${ry} 0 0 0 ${600 + rx} 330H${600 + rx - 74}A${rx - 74} ${ry - 42} 0 0 1 ${600 - rx + 74} 330Z`,
        index % 2 ? ink.accent : '#8c1d19',
      ) +
      times(seats, (i) => {
        const angle = Math.PI * (0.06 + (0.88 * (i + 0.5)) / seats)
        const x = 600 - Math.cos(angle) * (rx - 34)
        const y = 330 + Math.sin(angle) * (ry - 34) - 4
        const size = 0.86 + index * 0.16
        return next() < 0.14
          ? ''
          : at(x, y, member(coats[Math.floor(next() * coats.length)] ?? ink.black, next), size)
      }) +
      line(`M${600 - rx} 330A${rx} ${ry} 0 0 0 ${600 + rx} 330`, '#7a5038', 17) +
      line(`M${600 - rx} 322A${rx} ${ry} 0 0 0 ${600 + rx} 322`, ink.ochre, 4)
    )
  }
  return [
    rect(0, 0, 1200, 675, ink.bone),
    rect(0, 0, 1200, 300, '#d8cfb8'),
    chamberWindows(),
    boxes(
      range(8).map((i) => [2 + i * 168, 10, 20, 290]),
      ink.paper,
    ),
    boxes(
      range(8).map((i) => [-4 + i * 168, 10, 32, 14]),
      ink.stone,
    ),
    rect(0, 286, 1200, 46, '#7a5038'),
    rect(0, 286, 1200, 8, ink.ochre),
    area('M430 330V214H770V330Z', '#7a5038'),
    area('M470 214V120Q470 84 600 70Q730 84 730 120V214Z', ink.wine),
    circle(600, 140, 34, ink.ochre),
    line('M600 116V164M584 128Q600 140 616 128M584 150Q600 138 616 150', ink.wine, 5),
    at(600, 216, member(ink.black, next), 1.4),
    rect(520, 226, 160, 62, '#8f6146'),
    rect(512, 220, 176, 12, ink.ochre),
    area('M310 330A290 100 0 0 0 890 330Z', '#c7a87a'),
    rect(548, 338, 104, 34, '#7a5038'),
    rect(540, 332, 120, 10, ink.ochre),
    rect(560, 326, 30, 8, ink.paper),
    times(3, (i) => ring(i + 1)),
    standing(858, 592, 190, { coat: ink.ochre, face: skin[0] }),
    line('M836 440L792 412', ink.ochre, 17),
    area('M762 388l36 -8l8 34l-36 10Z', ink.paper),
  ].join('')
}

function member(coat: string, next: () => number): string[] {
  const face = skin[Math.floor(next() * skin.length)] ?? skin[0]
  return [
    area('M-24 22q-2 -28 16 -30h16q18 2 16 30z', coat),
    circle(0, -22, 12, face),
    area('M-12 -20q-1 -18 13 -18q13 1 11 18q-8 -10 -24 0z', next() < 0.4 ? ink.stone : ink.black),
  ]
}

function chamberWindows(): string {
  const each = (part: (x: number) => string) => times(7, (i) => part(96 + i * 168))
  return (
    area(
      each((x) => `M${x - 38} 226V82q0 -36 38 -44q38 8 38 44V226Z`),
      '#f0dca8',
    ) +
    line(
      each((x) => `M${x - 38} 226V82q0 -36 38 -44q38 8 38 44V226ZM${x} 42V224M${x - 34} 100h68m-68 60h68`),
      ink.paper,
      6,
    )
  )
}
