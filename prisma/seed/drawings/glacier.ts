import { cuts, peaks, sky, sun } from './land'
import { standing } from './people'
import { area, at, boxes, dice, ellipse, ink, line, r, range, rect } from './shapes'

/** Two surveyors, a rope, and the stake that says how much has gone. */
export function glacier(): string {
  const next = dice(89)
  return [
    sky(next, 330, ['#8fa8b6', ink.mist, ink.pale, ink.paper]),
    sun(960, 110, 50, ink.sand),
    peaks(next, 390, 300, ink.navy, ink.paper, 5),
    peaks(next, 420, 170, '#3d5970', ink.pale, 6),
    area('M-10 675V420Q200 350 420 372Q620 392 780 360Q1000 330 1210 400V675Z', ink.paper),
    area('M-10 675V500Q160 440 360 470T760 450T1210 470V675Z', ink.pale),
    area('M-10 675V590Q240 530 470 566T900 548T1210 560V675Z', '#b5c8ce'),
    crevasse(60, 470, 300, 24),
    crevasse(560, 424, 220, 15),
    crevasse(880, 500, 330, 28),
    crevasse(330, 590, 360, 30),
    crevasse(-20, 620, 300, 34),
    crevasse(820, 616, 330, 36),
    cuts(next, [0, 400, 1200, 260], 60, ink.mist, { length: 70, rise: -6, width: 3 }),
    at(548, 540, stake()),
    standing(430, 556, 118, { coat: ink.accent, hair: ink.ochre, bag: ink.black }),
    standing(770, 520, 100, { coat: ink.ochre, hair: ink.navy }),
    line('M440 496Q600 560 764 470', ink.black, 2.5),
    line('M400 470V562M400 470h8M796 446V524', ink.black, 4),
  ].join('')
}

function crevasse(x: number, y: number, w: number, h: number): string {
  const p = (dx: number, dy: number) => `${r(x + dx * w)} ${r(y + dy * h)}`
  return (
    area(
      `M${p(0, 0)}L${p(0.2, -0.35)}L${p(0.42, -0.1)}L${p(0.68, -0.5)}L${p(1, -0.3)}L${p(0.74, 0.2)}L${p(0.5, 0.55)}L${p(0.22, 0.35)}Z`,
      ink.blue,
    ) +
    area(
      `M${p(0.1, 0.02)}L${p(0.22, -0.1)}L${p(0.44, 0.12)}L${p(0.7, -0.24)}L${p(0.86, -0.2)}L${p(0.7, 0.12)}L${p(0.5, 0.4)}L${p(0.24, 0.25)}Z`,
      ink.navy,
    )
  )
}

function stake(): string[] {
  return [
    ellipse(6, 4, 40, 8, ink.mist),
    rect(-11, -254, 22, 260, ink.black),
    rect(-7, -250, 14, 254, ink.accent),
    boxes(
      range(6).map((i) => [-7, -224 + i * 42, 14, 20]),
      ink.paper,
    ),
    area('M11 -250L66 -234L11 -216Z', ink.ochre),
    line('M-32 -60H-15M-32 -102H-15M-32 -144H-15', ink.black, 4),
  ]
}
