import { cuts } from './land'
import { area, at, boxes, circle, dice, ellipse, ink, line, r, range, rect, times } from './shapes'

/** A late lamp over a ledger, and a glass on the smallest print in it. */
export function readingLamp(): string {
  const next = dice(41)
  const panes = range(48).map((i): [number, number, number, number] => [
    752 + (i % 16) * 24.5,
    196 + Math.floor(i / 16) * 50 + (i % 4) * 6,
    10,
    15,
  ])
  const lit = boxes(
    panes.filter(() => next() < 0.42),
    ink.ochre,
  )
  return [
    rect(0, 0, 1200, 675, ink.night),
    rect(730, 40, 420, 330, ink.black),
    rect(744, 54, 392, 302, ink.navy),
    times(8, (i) =>
      rect(744 + i * 49, 130 + ((i * 53) % 90), 47, 226 - ((i * 53) % 90), i % 2 ? '#22354a' : '#1f3041'),
    ),
    lit,
    circle(1066, 102, 24, ink.bone),
    rect(936, 54, 8, 302, ink.black),
    rect(744, 200, 392, 8, ink.black),
    area('M250 206L-60 675H900L420 206Z', '#3a4148'),
    area('M262 206L80 675H760L408 206Z', '#6d6a58'),
    area('M0 480H1200V675H0Z', '#5a3a2a'),
    area('M60 480H838L960 675H-40Z', '#8c6240'),
    cuts(next, [0, 490, 1200, 180], 50, '#4a2f22', { length: 120, width: 3 }),
    line('M180 486V300Q180 170 300 150', ink.accent, 13),
    area('M110 500Q180 460 250 500Z', ink.accent),
    area('M222 206Q250 110 330 108Q424 112 450 206Z', ink.accent),
    area('M222 206Q250 110 292 110Q256 150 262 206Z', '#c43a31'),
    ellipse(336, 206, 114, 15, ink.sand),
    ellipse(336, 204, 40, 9, ink.paper),
    at(500, 560, ledger(next)),
    at(712, 606, glass()),
    at(1010, 520, [
      ellipse(0, 66, 74, 14, '#3c271c'),
      area('M-50 -10H50L42 62H-42Z', ink.bone),
      ellipse(0, -10, 50, 12, ink.paper),
      ellipse(0, -8, 42, 8, '#4a2f22'),
      line('M48 6q34 0 28 24t-34 16', ink.bone, 9),
      line('M-14 -40q-12 -18 0 -34t0 -34M16 -40q-12 -18 0 -34t0 -34', ink.mist, 4),
    ]),
  ].join('')
}

function ledger(next: () => number): string[] {
  const rows = (x: number, lean: number) =>
    times(
      9,
      (i) =>
        `M${r(x + lean * i)} ${-66 + i * 13}h${r(80 + next() * 60)}M${r(x + 190 + lean * i)} ${-66 + i * 13}h${r(24 + next() * 18)}`,
    )
  return [
    area('M-330 70L-264 -96Q-140 -124 0 -92Q140 -124 264 -96L330 70Q160 44 0 76Q-160 44 -330 70Z', ink.wine),
    area('M-314 60L-254 -98Q-130 -122 0 -92V66Q-150 34 -314 60Z', ink.paper),
    area('M314 60L254 -98Q130 -122 0 -92V66Q150 34 314 60Z', ink.bone),
    line(rows(-236, -4.6), ink.stone, 4),
    line(rows(22, 2), ink.stone, 4),
    line('M-272 46h200M26 46h150M30 55h210M-276 54h120', ink.accent, 2.5),
    line('M0 -92V66', ink.stone, 3),
  ]
}

function glass(): string[] {
  return [
    line('M52 40L130 96', ink.black, 20),
    line('M52 40L128 94', ink.ochre, 7),
    circle(0, 0, 68, ink.black),
    circle(0, 0, 57, ink.paper),
    line('M-40 -16H38M-46 4H44M-38 24H30', ink.accent, 7),
    line('M-40 -34q12 -14 30 -16', ink.mist, 5),
  ]
}
