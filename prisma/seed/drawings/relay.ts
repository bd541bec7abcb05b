import { cuts } from './land'
import { area, at, boxes, dice, ellipse, ink, line, rect, times } from './shapes'

/** A baton on the track, and two shadows that have already passed it. */
export function relay(): string {
  const next = dice(79)
  const bend = (offset: number) =>
    `M${-300 + offset} 700Q${60 + offset} 160 ${1300 + offset * 0.2} ${-140 + offset * 0.62}`
  return [
    rect(0, 0, 1200, 675, ink.rust),
    cuts(next, [0, 0, 1200, 675], 130, '#a9552f', { length: 12, rise: 5, width: 4 }),
    cuts(next, [0, 0, 1200, 675], 60, '#c87650', { length: 8, rise: -3, width: 3 }),
    area('M-10 -10H640Q220 120 -10 400Z', ink.moss),
    cuts(next, [0, 0, 300, 160], 40, ink.pine, { length: 10, rise: -14, width: 3 }),
    times(6, (i) => line(bend(i * 235 - 40), ink.paper, 8)),
    runnerShadow(760, 250, 1),
    runnerShadow(1010, 210, 0.86),
    at(560, 552, rect(-136, -32, 270, 52, '#7c3c22', 26), 1, -22),
    at(520, 520, baton(), 1, -22),
  ].join('')
}

function runnerShadow(x: number, y: number, size: number): string {
  return at(
    x,
    y,
    [
      line('M0 0L-70 90L-10 150L-80 210M0 0L60 80L140 96L150 150', '#5a2415', 36),
      line('M30 -120L0 0', '#5a2415', 70),
      line('M40 -140L62 -176', '#5a2415', 26),
      line('M50 -150L-30 -110L-80 -40M60 -130L120 -70L180 -110', '#5a2415', 26),
      ellipse(70, -196, 32, 38, '#5a2415'),
    ],
    size,
  )
}

function baton(): string[] {
  return [
    rect(-130, -26, 270, 52, ink.black, 26),
    rect(-136, -32, 270, 52, ink.paper, 26),
    rect(-80, -32, 44, 52, ink.accent),
    rect(-20, -32, 44, 52, ink.accent),
    rect(40, -32, 44, 52, ink.accent),
    boxes(
      [
        [-80, -22, 44, 8],
        [-20, -22, 44, 8],
        [40, -22, 44, 8],
      ],
      '#cf7a70',
    ),
    ellipse(128, -6, 12, 26, ink.mist),
  ]
}
