import { cloud, cuts, hills, sky, sun } from './land'
import { skin, standing } from './people'
import { area, at, boxes, dice, ink, line, range, rect, times } from './shapes'

/** Mill terraces and a cold chimney on one bank; the long new hall on the other. */
export function batteryPlant(): string {
  const next = dice(61)
  return [
    sky(next, 380, [ink.mist, ink.pale, ink.paper, ink.bone]),
    sun(640, 250, 74, ink.ochre),
    cloud(60, 130, 320, ink.paper),
    cloud(820, 96, 280, ink.paper),
    hills(next, 262, 40, '#8fa08f', 420, 260),
    hills(next, 330, 24, ink.moss, 430, 210),
    line(
      'M700 346V236M672 256H728M680 276H720M840 350V262M816 280H864M822 296H858M960 352V282M940 296H980',
      ink.black,
      3.5,
    ),
    line(
      'M500 250Q600 300 672 256Q750 300 816 280Q880 312 940 296Q1060 330 1210 300M728 256Q780 300 864 280',
      ink.black,
      1.8,
    ),
    at(640, 330, plant()),
    hills(next, 432, 10, ink.pine, 520, 180),
    rect(-10, 500, 1220, 120, '#5c6f52'),
    terraces(next),
    at(96, 316, mill()),
    area('M-10 560Q300 500 560 540T1210 500V675H-10Z', ink.blue),
    area('M-10 600Q300 545 560 580T1210 545V675H-10Z', ink.navy),
    cuts(next, [0, 580, 1200, 90], 60, ink.mist, { length: 80, rise: -4, width: 3 }),
    cuts(next, [110, 580, 300, 70], 26, ink.rust, { length: 60, width: 4 }),
    area('M-10 660Q140 590 320 640T700 662L720 680H-10Z', ink.black),
    standing(196, 632, 74, { coat: ink.ochre, hair: ink.black }),
    standing(232, 634, 66, { coat: ink.accent, face: skin[0] }),
    cuts(next, [330, 640, 330, 24], 34, ink.black, { length: 6, rise: -34, width: 3 }),
  ].join('')
}

function plant(): string[] {
  return [
    area('M0 20L40 -26H560V112H0Z', ink.paper),
    area('M0 20L40 -26H560V20Z', ink.pale),
    line(
      times(17, (i) => `M${44 + i * 32} -24L${10 + i * 34} 18`),
      ink.mist,
      2.5,
    ),
    rect(0, 52, 560, 16, ink.accent),
    line(
      times(27, (i) => `M${10 + i * 21} 24V108`),
      ink.bone,
      2,
    ),
    boxes(
      range(6).map((i) => [24 + i * 92, 78, 44, 34]),
      ink.navy,
    ),
    boxes(
      range(5).map((i) => [110 + i * 90, -40, 26, 22]),
      ink.stone,
    ),
    rect(-56, 62, 56, 50, ink.bone),
    boxes(
      range(3).map((i) => [-48 + i * 16, 74, 10, 12]),
      ink.blue,
    ),
  ]
}

function mill(): string[] {
  return [
    area('M336 212L346 -236H384L396 212Z', ink.rust),
    rect(340, -250, 50, 18, ink.wine),
    area('M372 212L370 -236H384L396 212Z', ink.wine),
    rect(-110, 30, 430, 182, ink.rust),
    area(
      times(4, (i) => `M${-110 + i * 108} 32v-72l108 72Z`),
      ink.wine,
    ),
    area(
      times(4, (i) => `M${-104 + i * 108} 24v-48l30 30v18Z`),
      ink.pale,
    ),
    boxes(
      range(33).map((i) => [-92 + (i % 11) * 38, 52 + Math.floor(i / 11) * 52, 20, 32]),
      ink.night,
    ),
    boxes(
      [
        [288, 52, 20, 32],
        [212, 104, 20, 32],
        [136, 156, 20, 32],
      ],
      ink.ochre,
    ),
    line('M-110 44H320M-110 96H320M-110 148H320', ink.wine, 3),
    rect(-112, 204, 440, 10, ink.black),
  ]
}

function terraces(next: () => number): string {
  return times(3, (row) => {
    const places = range(9).map((i): [number, number] => [460 + i * 62 + row * 36, 440 + row * 34 + i * 2])
    const wall = ([x, y]: [number, number]) => `M${x} ${y}l30 -22l30 22v34h-60Z`
    const lamps = places.filter(() => next() < 0.3)
    return (
      area(
        places
          .filter((_, i) => i % 2)
          .map(wall)
          .join(''),
        ink.rust,
      ) +
      area(
        places
          .filter((_, i) => i % 2 === 0)
          .map(wall)
          .join(''),
        ink.bone,
      ) +
      line(places.map(([x, y]) => `M${x - 2} ${y}l32 -23l32 23`).join(''), ink.black, 6) +
      boxes(
        places.map(([x, y]) => [x + 12, y + 6, 10, 12]),
        ink.navy,
      ) +
      boxes(
        lamps.map(([x, y]) => [x + 12, y + 6, 10, 12]),
        ink.ochre,
      ) +
      boxes(
        places.map(([x, y]) => [x + 36, y + 8, 11, 26]),
        ink.black,
      )
    )
  })
}
