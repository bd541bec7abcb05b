import { cloud, cuts, hills, sky, sun } from './land'
import { skin, standing } from './people'
import { area, at, boxes, circle, dice, ink, line, range, rect, times } from './shapes'

/** A tram on the old stone bridge, with the river city behind it. */
export function tramBridge(): string {
  const next = dice(53)
  const arches = [40, 330, 620, 910].map((x) => `M${x} 610V500A125 108 0 0 1 ${x + 250} 500V610`)
  return [
    sky(next, 400, [ink.pale, ink.paper, ink.bone, '#eed9a9']),
    sun(300, 250, 62, '#dfae54'),
    cloud(620, 130, 330, ink.paper),
    cloud(60, 190, 220, ink.bone),
    hills(next, 320, 26, ink.mist, 430, 160),
    skyline(next),
    rect(0, 425, 1200, 250, ink.blue),
    rect(-10, 372, 1220, 248, ink.stone),
    cuts(next, [0, 392, 1200, 90], 60, '#756f62', { length: 30, width: 3 }),
    area(arches.join(''), ink.mist),
    line(arches.join(''), ink.bone, 9),
    boxes(
      range(4).map((i) => [40 + i * 290, 548, 250, 62]),
      ink.blue,
    ),
    times(4, (i) => cuts(next, [60 + i * 290, 556, 150, 50], 8, ink.mist, { length: 40, width: 3 })),
    area(
      times(5, (i) => `M${-4 + i * 290} 620V520l22 -20l22 20V620Z`),
      '#756f62',
    ),
    rect(-10, 358, 1220, 20, ink.bone),
    rect(-10, 374, 1220, 7, ink.black),
    line(
      times(5, (i) => `M${60 + i * 290} 360V196h70m-70 30l40 -30`),
      ink.black,
      4.5,
    ),
    line('M-10 200H1210', ink.black, 2.5),
    at(476, 226, tram()),
    standing(176, 360, 84, { coat: ink.navy, long: true, face: skin[2] }),
    standing(236, 360, 78, { coat: ink.rust, bag: ink.black }),
    at(1000, 360, cyclist()),
    standing(1136, 360, 86, { coat: ink.pine, hair: ink.stone, face: skin[4] }),
    rect(-10, 338, 460, 5, ink.black),
    rect(930, 338, 290, 5, ink.black),
    boxes(
      [...range(16).map((i) => 6 + i * 29), ...range(10).map((i) => 936 + i * 29)].map((x) => [
        x,
        340,
        3,
        20,
      ]),
      ink.black,
    ),
    hills(next, 606, 5, ink.navy, 675, 90),
    cuts(next, [0, 616, 1200, 56], 50, ink.blue, { length: 110, width: 4 }),
    cuts(next, [470, 618, 460, 40], 18, ink.accent, { length: 80, width: 4 }),
  ].join('')
}

function tram(): string[] {
  return [
    line('M228 0L190 -26L262 -26M228 0L256 -14', ink.black, 4),
    rect(14, 0, 432, 12, ink.black, 5),
    rect(0, 10, 460, 112, ink.accent, 16),
    rect(0, 78, 460, 10, ink.paper),
    boxes(
      [24, 165, 237, 378].map((x) => [x, 26, 58, 42]),
      ink.bone,
    ),
    boxes(
      [95, 308].map((x) => [x, 24, 42, 96]),
      ink.wine,
    ),
    boxes(
      [101, 314].map((x) => [x, 32, 30, 50]),
      ink.bone,
    ),
    times(4, (i) =>
      circle(60 + i * 104 + (i % 2) * 14, 60, 9, [ink.navy, ink.black, ink.rust, ink.pine][i] ?? ink.black),
    ),
    boxes(
      range(4).map((i) => [46 + i * 104 + (i % 2) * 14, 64, 28, 4]),
      ink.black,
    ),
    rect(226, 8, 8, 116, ink.wine),
    rect(20, 120, 420, 8, ink.black),
    times(4, (i) => circle(70 + i * 106, 126, 11, ink.black)),
  ]
}

function cyclist(): string[] {
  return [
    line('M-26 -14a14 14 0 1 0 .1 0M30 -14a14 14 0 1 0 .1 0', ink.black, 3.5),
    line('M-26 0L-10 -26H22L4 0L-10 -26M4 0H-26M30 0L20 -34h-8', ink.accent, 3.5),
    line('M-12 -36L6 -22L2 -2', ink.navy, 7),
    line('M-12 -38L4 -62L18 -38', ink.ochre, 9),
    circle(10, -74, 8, skin[0]),
    area('M1 -74q0 -12 10 -11q10 1 9 9z', ink.black),
  ]
}

function skyline(next: () => number): string {
  const far = boxes(
    range(22).map((i) => [i * 56 - 10, Math.round(306 - next() * 70), 58, 140]),
    ink.mist,
  )
  const tops = range(19).map(() => Math.round(334 - next() * 50))
  const walls = tops.map((top, i): [number, number, number, number] => [i * 66 - 20, top, 64, 110])
  const roof = (rest: number) =>
    tops.map((top, i) => (i % 4 === rest ? `M${i * 66 - 23} ${top}l35 -28l35 28Z` : '')).join('')
  const near =
    boxes(
      walls.filter((_, i) => i % 3),
      ink.blue,
    ) +
    boxes(
      walls.filter((_, i) => i % 3 === 0),
      '#6a879b',
    ) +
    area(roof(1), ink.rust) +
    area(roof(3), ink.navy) +
    boxes(
      walls.filter((_, i) => i % 2).map(([x, y]) => [x + 14, y + 10, 8, 12]),
      ink.sand,
    )
  const landmarks =
    area('M860 330V262Q864 216 906 204V182H910V204Q952 216 956 262V330Z', ink.blue) +
    rect(850, 262, 116, 9, ink.paper) +
    area('M146 340V214L166 156L186 214V340Z', ink.blue) +
    rect(142, 214, 48, 7, ink.paper) +
    area('M236 340V236L252 190L268 236V340Z', ink.blue)
  return far + landmarks + near
}
