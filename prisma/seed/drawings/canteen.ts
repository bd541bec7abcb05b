import { cuts } from './land'
import { area, at, circle, dice, ellipse, ink, line, rect, times } from './shapes'

/** Six lunches laid out, one place without. Seen from straight above. */
export function canteen(): string {
  const next = dice(59)
  return [
    rect(0, 0, 1200, 675, '#c98d52'),
    times(5, (i) => rect(0, i * 138 - 4, 1200, 5, '#b07840')),
    cuts(next, [0, 0, 1200, 675], 30, '#b07840', { length: 120, width: 2.5 }),
    times(8, (i) => {
      const x = 20 + (i % 4) * 296
      const y = i < 4 ? 24 : 356
      return i === 6 ? empty(x, y) : at(x, y, tray(next, i))
    }),
  ].join('')
}

function tray(next: () => number, index: number): string[] {
  const soup = [ink.ochre, ink.accent, ink.moss, ink.rust][index % 4] ?? ink.ochre
  return [
    rect(8, 10, 272, 296, '#8a5a30', 20),
    rect(0, 0, 272, 296, index % 2 ? ink.mist : ink.pale, 20),
    rect(10, 10, 252, 276, index % 2 ? ink.blue : ink.mist, 14),
    circle(98, 108, 84, '#46617a'),
    circle(94, 102, 82, ink.paper),
    circle(94, 102, 56, soup),
    dots(next, ink.pine),
    dots(next, ink.sand),
    line('M60 88q14 -22 38 -22', ink.paper, 5),
    index % 3
      ? at(208, 62, [
          circle(0, 4, 32, '#46617a'),
          circle(-2, 0, 32, index % 2 ? ink.accent : ink.moss),
          line('M-4 -8q2 -20 14 -24', ink.black, 5),
        ])
      : at(208, 62, [
          line('M-24 -26Q-30 24 26 30', ink.ochre, 21),
          line('M-20 -14Q-18 16 22 26', ink.sand, 4),
          line('M28 30l6 1', ink.black, 9),
        ]),
    at(204, 158, [circle(0, 0, 33, ink.paper), circle(0, 0, 23, ink.pale)]),
    at(84, 236, [
      area('M-66 -22Q-70 -42 -40 -42H34Q60 -42 56 -20V26H-62Z', ink.rust),
      area('M-58 -20Q-58 -34 -38 -34H32Q50 -34 47 -18V18H-54Z', ink.sand),
      cuts(next, [-46, -24, 80, 34], 4, ink.ochre, { length: 8, width: 3 }),
    ]),
    ellipse(190, 214, 10, 16, ink.paper),
    line('M190 214V272M228 206V272M218 206V222Q218 234 228 234Q238 234 238 222V206', ink.paper, 5),
  ]
}

function dots(next: () => number, colour: string): string {
  return line(
    times(3, () => `M${Math.round(66 + next() * 56)} ${Math.round(74 + next() * 56)}h.1`),
    colour,
    12,
  )
}

function empty(x: number, y: number): string {
  return (
    line(
      `M${x + 20} ${y + 4}h232q16 0 16 16v256q0 16 -16 16h-232q-16 0 -16 -16v-256q0 -16 16 -16Z`,
      ink.bone,
      4,
      '4 16',
    ) +
    at(x + 136, y + 150, [
      line('M-30 60V-10M-30 -40v20', ink.paper, 7),
      ellipse(-30, -40, 14, 22, ink.paper),
      line('M30 60V-10M16 -60V-30Q16 -12 30 -12Q44 -12 44 -30V-60M30 -60V-20', ink.paper, 6),
    ])
  )
}
