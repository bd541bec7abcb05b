import { cuts, fir, peaks, sky } from './land'
import { area, at, circle, dice, ink, line, r, rect, times } from './shapes'

/** The dome on the ridge with its slit open, and an hour of stars turning above it. */
export function observatory(): string {
  const next = dice(5)
  return [
    sky(next, 600, [ink.black, '#182230', ink.night, '#22364a', ink.navy, '#3d5970']),
    times(27, (i) => {
      const radius = 40 + i * 29 + next() * 12
      const from = next() * 360
      return line(
        trail(410, 190, radius, from, 16 + next() * 20) +
          trail(410, 190, radius, from + 90 + next() * 60, 18) +
          trail(410, 190, radius, from + 200 + next() * 60, 15),
        i % 5 === 0 ? ink.ochre : i % 3 ? ink.pale : ink.mist,
        r(1.6 + next() * 1.6),
      )
    }),
    circle(410, 190, 4, ink.paper),
    peaks(next, 640, 230, '#3d5970', ink.mist, 6),
    peaks(next, 700, 190, ink.navy, ink.blue, 5),
    area('M-10 675V600Q300 560 520 520Q700 470 860 482Q1060 496 1210 590V675Z', ink.black),
    area('M520 520Q700 470 860 482Q1060 496 1210 590V600Q1040 520 860 506Q700 500 520 520Z', ink.pale),
    at(800, 484, dome()),
    at(1010, 520, [
      rect(0, -40, 110, 50, ink.night),
      area('M-8 -40L18 -64H96L118 -40Z', ink.pale),
      rect(20, -26, 16, 18, ink.ochre),
      rect(66, -26, 16, 18, ink.ochre),
    ]),
    line('M700 512Q560 560 480 675', ink.sand, 4, '2 15'),
    times(11, (i) =>
      fir(
        20 + i * 42 + next() * 16,
        652 - i * 5 + next() * 20,
        60 + next() * 44,
        i % 2 ? '#101820' : ink.night,
      ),
    ),
    cuts(next, [560, 560, 620, 100], 34, ink.navy, { length: 60, rise: 10, width: 3 }),
  ].join('')
}

function dome(): string[] {
  return [
    rect(-104, -70, 208, 76, ink.mist),
    rect(30, -70, 74, 76, ink.blue),
    area('M-118 -70Q-118 -210 0 -216Q118 -210 118 -70Z', ink.paper),
    area('M40 -70Q60 -190 16 -214Q118 -202 118 -70Z', ink.mist),
    area('M-64 -70Q-70 -176 -22 -212L10 -216Q-20 -170 -18 -70Z', ink.black),
    line('M-40 -96L-64 -190', ink.ochre, 17),
    line('M-44 -112L-62 -182', ink.sand, 5),
    rect(-124, -78, 248, 13, ink.navy),
    rect(-14, -44, 28, 50, ink.black),
    rect(54, -44, 20, 20, ink.accent),
    line('M-104 -20H104', ink.blue, 3),
  ]
}

function trail(x: number, y: number, radius: number, from: number, sweep: number): string {
  const point = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180
    return `${Math.round(x + radius * Math.cos(angle))} ${Math.round(y + radius * Math.sin(angle))}`
  }
  return `M${point(from)}A${Math.round(radius)} ${Math.round(radius)} 0 0 1 ${point(from + sweep)}`
}
