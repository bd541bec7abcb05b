import { cuts, hills, sun } from './land'
import { area, at, circle, dice, ink, line, r, rect, times } from './shapes'

/** Four bells where there should be five, and the town below them. */
export function belfry(): string {
  const next = dice(97)
  return [
    rect(0, 0, 1200, 675, ink.black),
    area('M110 675V330Q110 70 600 60Q1090 70 1090 330V675Z', ink.pale),
    area('M110 520H1090V675H110Z', ink.mist),
    sun(612, 420, 70, ink.rust),
    hills(next, 470, 34, ink.mist, 675, 150),
    times(13, (i) => {
      const x = 96 + i * 78
      const y = 560 - next() * 46
      return (
        rect(x, y, 70, 130, i % 2 ? ink.bone : ink.sand) +
        area(`M${x - 5} ${r(y + 2)}l40 -36l40 36Z`, i % 3 ? ink.rust : ink.accent) +
        rect(x + 14, y + 20, 14, 20, ink.navy) +
        rect(x + 42, y + 20, 14, 20, ink.navy)
      )
    }),
    area('M0 0H1200V675H1090V330Q1090 70 600 60Q110 70 110 330V675H0Z', ink.night),
    line('M110 675V330Q110 70 600 60Q1090 70 1090 330V675', ink.stone, 14),
    line(
      times(9, (i) => `M14 ${60 + i * 74}h78m1016 0h78M54 ${60 + i * 74}v36m1094 0v-36`),
      ink.navy,
      3,
    ),
    rect(60, 196, 1080, 34, '#5a4030'),
    rect(60, 196, 1080, 8, ink.rust),
    cuts(next, [70, 208, 1050, 18], 40, ink.black, { length: 60, width: 2 }),
    at(262, 230, bell(), 1.2),
    at(462, 230, bell(), 1.02),
    line('M600 230v40M616 230v28', ink.stone, 5),
    at(780, 230, bell(), 0.88),
    at(962, 230, bell(), 0.74),
    line(
      'M262 412Q276 560 258 690M462 388Q448 540 464 690M780 352Q792 520 778 690M962 330Q954 500 966 690',
      ink.sand,
      5,
    ),
    rect(0, 640, 1200, 40, ink.black),
  ].join('')
}

function bell(): string[] {
  return [
    rect(-30, -6, 60, 20, ink.black),
    circle(0, 158, 13, ink.black),
    area('M-34 14Q0 -4 34 14Q52 60 56 100Q62 130 86 150H-86Q-62 130 -56 100Q-52 60 -34 14Z', ink.ochre),
    area('M10 6Q24 8 34 14Q52 60 56 100Q62 130 86 150H34Q26 80 10 6Z', ink.rust),
    area('M-86 150Q0 166 86 150L80 138H-80Z', '#8a5a22'),
    line('M-50 96H52M-55 108H56', '#8a5a22', 3.5),
    line('M-30 28Q-42 60 -42 84', ink.sand, 6),
  ]
}
