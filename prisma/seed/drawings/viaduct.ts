import { cloud, fir, hills, peaks, sky, sun } from './land'
import { area, at, boxes, dice, ink, line, range, rect, times } from './shapes'

/** The first through train, on the viaduct between two countries. */
export function viaduct(): string {
  const next = dice(67)
  return [
    sky(next, 420, ['#8ea9b3', '#a9bcc0', '#bccaca']),
    sun(250, 150, 58, ink.ochre),
    cloud(700, 110, 340, ink.paper),
    peaks(next, 470, 420, ink.mist, ink.paper, 5),
    peaks(next, 500, 300, ink.blue, ink.pale, 5),
    hills(next, 470, 20, '#5c7080', 675, 150),
    hills(next, 540, 22, '#8fa08f', 675, 190),
    hills(next, 600, 18, ink.moss, 675, 160),
    area('M470 675Q520 640 600 632T700 596Q690 590 640 584Q740 584 730 606Q700 640 660 675Z', ink.pale),
    area('M-10 675V300Q90 306 150 380Q240 470 330 675Z', '#5c6f52'),
    area('M1210 675V286Q1110 300 1050 380Q960 500 900 675Z', '#5c6f52'),
    rect(-10, 330, 1220, 34, ink.bone),
    rect(-10, 330, 1220, 7, ink.stone),
    times(
      6,
      (i) =>
        area(`M${112 + i * 176} 364H${148 + i * 176}L${156 + i * 176} 675H${104 + i * 176}Z`, ink.bone) +
        area(`M${134 + i * 176} 364H${148 + i * 176}L${156 + i * 176} 675H${138 + i * 176}Z`, ink.sand),
    ),
    times(
      5,
      (i) =>
        area(`M${148 + i * 176} 364H${288 + i * 176}V436A70 66 0 0 0 ${148 + i * 176} 436Z`, ink.bone) +
        line(`M${148 + i * 176} 440A70 68 0 0 1 ${288 + i * 176} 440`, ink.sand, 6),
    ),
    area('M-10 675V430Q60 440 110 530Q150 600 170 675Z', '#2c3d34'),
    area('M1210 675V420Q1150 440 1100 520Q1060 600 1040 675Z', '#2c3d34'),
    line(`M-10 262H1210${times(6, (i) => `M${40 + i * 224} 330V252h26`)}`, ink.black, 3.5),
    at(250, 330, train()),
    times(8, (i) =>
      fir(8 + i * 22 + next() * 10, 470 + i * 30, 84 + next() * 50, i % 2 ? '#22312a' : ink.pine),
    ),
    times(8, (i) =>
      fir(1192 - i * 20 - next() * 10, 460 + i * 31, 84 + next() * 54, i % 2 ? '#22312a' : ink.pine),
    ),
    boxes([[968, 286, 9, 45]], ink.accent),
    boxes(
      [
        [968, 295, 9, 9],
        [968, 313, 9, 9],
      ],
      ink.paper,
    ),
  ].join('')
}

function train(): string[] {
  const coach = (x: number) => [
    rect(x, -46, 146, 40, ink.accent, 4),
    rect(x, -20, 146, 5, ink.sand),
    boxes(
      range(6).map((i) => [x + 10 + i * 22, -39, 15, 14]),
      ink.night,
    ),
    boxes(
      [
        [x + 32, -39, 15, 14],
        [x + 98, -39, 15, 14],
      ],
      ink.sand,
    ),
    rect(x + 6, -8, 134, 8, ink.black),
    line(`M${x + 146} -12h8`, ink.black, 6),
  ]
  return [
    ...coach(0),
    ...coach(154),
    ...coach(308),
    area('M462 -6V-48H560Q596 -44 606 -18V-6Z', ink.wine),
    rect(462, -20, 144, 5, ink.sand),
    area('M560 -40H574Q588 -38 594 -26H560Z', ink.pale),
    rect(476, -38, 66, 12, ink.black),
    line('M500 -48l14 -18l-14 -4', ink.black, 3.5),
    rect(466, -8, 134, 8, ink.black),
  ]
}
