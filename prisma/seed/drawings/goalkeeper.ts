import { hills, sky } from './land'
import { skin } from './people'
import { area, at, boxes, circle, dice, ellipse, ink, line, r, range, rect, times } from './shapes'

/** The view from behind the net: one goalkeeper, and the match a long way off. */
export function goalkeeper(): string {
  const next = dice(73)
  const crowd = (colour: string, count: number) =>
    line(
      times(count, () => `M${Math.round(next() * 1200)} ${Math.round(150 + next() * 74)}h.1`),
      colour,
      9,
    )
  return [
    sky(next, 170, [ink.pale, ink.paper, '#efe0b8']),
    hills(next, 96, 24, ink.mist, 200, 180),
    rect(0, 132, 1200, 104, ink.navy),
    area('M0 96L1200 96L1200 128L0 132Z', ink.black),
    boxes(
      range(9).map((i) => [60 + i * 140, 100, 7, 40]),
      ink.black,
    ),
    crowd(ink.blue, 110),
    crowd(ink.sand, 60),
    crowd(ink.accent, 40),
    rect(0, 232, 1200, 14, ink.paper),
    [ink.accent, ink.ochre, ink.blue]
      .map((colour, k) =>
        boxes(
          range(4).map((i) => [8 + (i * 3 + k) * 100, 235, 84, 8]),
          colour,
        ),
      )
      .join(''),
    rect(0, 246, 1200, 429, ink.moss),
    times(5, (i) => rect(0, 246 + i * i * 24, 1200, 14 + i * 19, '#6a7a4e')),
    line('M-10 320H1210M330 470L410 372H790L870 470M-10 560L150 470H1050L1210 560', ink.paper, 4),
    ellipse(600, 320, 112, 17, ink.paper),
    ellipse(600, 320, 107, 14, ink.moss),
    times(8, (i) => player(470 + next() * 260, 262 + next() * 26, i % 2 ? ink.accent : ink.paper)),
    player(380, 300, ink.accent),
    player(820, 306, ink.paper),
    circle(566, 290, 3, ink.paper),
    area('M560 610L520 618L220 560Q210 545 250 548L560 596Z', '#465436'),
    at(600, 612, keeper()),
    line('M90 690V60H1110V690', ink.black, 20),
    line('M90 690V60H1110V690', ink.paper, 14),
    net(),
  ].join('')
}

function player(x: number, y: number, shirt: string): string {
  return (
    rect(x - 3, y - 14, 6, 8, shirt) + rect(x - 3, y - 7, 6, 7, ink.black) + circle(x, y - 17, 2.6, ink.rust)
  )
}

function keeper(): string[] {
  return [
    ellipse(0, 4, 70, 11, '#465436'),
    line('M-16 -110L-24 -8M16 -110L26 -8', ink.black, 25),
    line('M-24 -40V-10M26 -40V-10', ink.ochre, 22),
    line('M-30 0h12M20 0h14', ink.accent, 13),
    area('M-40 -96L-36 -216Q0 -236 36 -216L40 -96Q0 -84 -40 -96Z', ink.ochre),
    area('M-40 -96L-41 -120H41L40 -96Q0 -84 -40 -96Z', ink.black),
    line('M-34 -208L-66 -160L-40 -116M34 -208L66 -160L40 -116', ink.ochre, 22),
    circle(-38, -114, 14, ink.paper),
    circle(38, -114, 14, ink.paper),
    rect(-9, -234, 18, 20, skin[3]),
    ellipse(0, -250, 21, 25, skin[3]),
    area('M-22 -244Q-26 -280 0 -280Q26 -280 22 -244Q12 -232 0 -232Q-12 -232 -22 -244Z', ink.black),
    line('M2 -190V-134M2 -190l-12 11', ink.black, 8),
  ]
}

function net(): string {
  const sag = (i: number) => Math.sin(i * 0.9) * 7
  const down = times(20, (i) => `M${130 + i * 50} 68Q${r(136 + i * 50 + sag(i))} 360 ${130 + i * 50} 675`)
  const across = times(12, (i) => `M96 ${108 + i * 50}Q600 ${r(124 + i * 50 + sag(i))} 1104 ${108 + i * 50}`)
  return line(down + across, ink.bone, 1.8)
}
