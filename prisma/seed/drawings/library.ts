import { skin, standing } from './people'
import { area, at, circle, dice, ink, line, rect, times } from './shapes'

/** Books to the ceiling, and the ladders that are now on loan too. */
export function library(): string {
  const next = dice(71)
  return [
    rect(0, 0, 1200, 675, '#4a3026'),
    times(4, (i) => shelf(next, 20, 400, 150 + i * 132, 118)),
    times(4, (i) => shelf(next, 800, 1180, 150 + i * 132, 118)),
    rect(424, 0, 352, 580, ink.bone),
    area('M462 520V240Q462 90 600 80Q738 90 738 240V520Z', ink.navy),
    area('M474 510V242Q476 102 600 92Q724 102 726 242V510Z', ink.pale),
    circle(660, 190, 30, ink.ochre),
    area('M474 400Q540 350 600 392T726 370V510H474Z', ink.moss),
    area('M474 450Q560 400 640 446T726 430V510H474Z', ink.pine),
    line('M600 92V510M474 250H726M474 380H726', ink.navy, 7),
    rect(448, 508, 304, 16, ink.paper),
    rect(0, 575, 1200, 100, ink.rust),
    area(
      times(9, (i) => `M${i * 160 - 60} 675L${i * 140 + 20} 575h70L${i * 160 + 20} 675Z`),
      '#a3532f',
    ),
    at(1000, 612, ladder(600, 56), 1, -9),
    standing(908, 322, 172, { coat: ink.ochre, legs: ink.black, face: skin[2] }),
    line('M916 196L966 150', ink.ochre, 15),
    rect(952, 118, 16, 44, ink.paper),
    at(170, 640, ladder(560, 54), 1, 8),
    at(518, 662, ladder(380, 50), 1, 20),
    standing(600, 660, 268, { coat: ink.accent, legs: ink.navy, face: skin[1], hair: ink.wine, long: true }),
    line('M584 478L556 510', ink.accent, 22),
    circle(552, 514, 11, skin[1]),
    at(690, 640, [
      rect(-30, -14, 76, 16, ink.navy),
      rect(-24, -28, 66, 14, ink.ochre),
      rect(-32, -44, 72, 16, ink.pine),
      rect(-20, -56, 60, 12, ink.bone),
    ]),
  ].join('')
}

function shelf(next: () => number, from: number, to: number, floor: number, height: number): string {
  const spines = [
    ink.accent,
    ink.navy,
    ink.ochre,
    ink.pine,
    ink.bone,
    ink.rust,
    ink.blue,
    ink.wine,
    ink.stone,
  ]
  let books = ''
  for (let x = from + 4; x < to - 34; ) {
    const w = Math.round(17 + next() * 16)
    const h = Math.round(height * (0.64 + next() * 0.28))
    const spine = spines[Math.floor(next() * spines.length)] ?? ink.bone
    if (next() > 0.06) books += rect(x, floor - h, w, h, spine)
    x += w + 2
  }
  const labels = times(
    4,
    () => `M${Math.round(from + 20 + next() * (to - from - 60))} ${Math.round(floor - 24 - next() * 20)}h6`,
  )
  return books + line(labels, ink.sand, 4) + rect(from - 8, floor, to - from + 16, 11, '#8a5a3a')
}

function ladder(length: number, width: number): string {
  const rungs = times(Math.floor(length / 40), (i) => `M${-width / 2} ${-24 - i * 40}h${width}`)
  return line(rungs, ink.sand, 7) + line(`M${-width / 2} 0V${-length}M${width / 2} 0V${-length}`, ink.bone, 9)
}
