import { cloud, cuts, hills, sky } from './land'
import { area, at, circle, dice, ink, line, r, rect, times } from './shapes'

/** The light on its rock, with the sea getting up. */
export function lighthouse(): string {
  const next = dice(47)
  return [
    sky(next, 470, [ink.night, '#223448', ink.navy, '#3a566e', ink.blue]),
    line(
      times(46, () => `M${r(next() * 1200)} ${r(next() * 250)}h.1`),
      ink.pale,
      3.5,
    ),
    area('M782 150L-40 -60V120Z', ink.sand, 0.85),
    area('M782 150L-40 10V60Z', ink.paper, 0.75),
    area('M826 150L1240 60V236Z', ink.sand, 0.55),
    cloud(80, 330, 330, ink.navy),
    cloud(930, 380, 300, '#223448'),
    rect(0, 456, 1200, 219, ink.navy),
    cuts(next, [0, 462, 1200, 40], 60, ink.blue, { length: 80, width: 3 }),
    area('M540 640Q560 560 640 534Q660 486 730 480L900 476Q960 500 986 548Q1090 570 1120 660Z', ink.black),
    area('M640 534Q660 486 730 480L900 476Q930 490 950 506Q860 500 800 520T640 534Z', '#3c4148'),
    cuts(next, [640, 540, 380, 90], 46, ink.stone, { length: 40, rise: 14, width: 2.5 }),
    at(804, 480, tower()),
    at(926, 486, cottage()),
    line('M560 596Q604 584 640 546M664 546L700 512', ink.sand, 4, '10 8'),
    hills(next, 590, 20, '#3a566e', 675, 120),
    breaker(470, 640, 1),
    breaker(1080, 642, 0.7),
    breaker(120, 646, 0.6),
    cuts(next, [500, 500, 120, 70], 22, ink.paper, { length: 3, width: 5 }),
    hills(next, 632, 15, ink.night, 675, 110),
    cuts(next, [0, 636, 1200, 36], 40, ink.mist, { length: 90, width: 3 }),
  ].join('')
}

function breaker(x: number, y: number, size: number): string {
  return at(
    x,
    y,
    [
      area(
        'M-150 10Q-70 -10 -30 -60Q10 -104 84 -92Q130 -82 128 -50Q112 -70 84 -62Q56 -50 76 -22Q110 0 170 10Z',
        ink.blue,
      ),
      line('M-30 -60Q10 -104 84 -92Q130 -82 128 -50', ink.paper, 9),
      line('M-60 -22Q0 -80 70 -74M-80 -2Q-20 -50 36 -44M-20 0Q10 -24 44 -22', ink.pale, 4),
    ],
    size,
  )
}

function tower(): string[] {
  return [
    area('M-56 6L-36 -282H36L56 6Z', ink.paper),
    area('M-49.600 -86L-44 -168H44L49.600 -86Z', ink.accent),
    area('M-37.800 -252L-36 -282H36L37.800 -252Z', ink.accent),
    area('M14 6L10 -282H36L56 6Z', ink.black, 0.22),
    rect(-50, -294, 100, 13, ink.black),
    line('M-46 -294V-316H46V-294M-24 -294V-316M0 -294V-316M24 -294V-316', ink.black, 3.5),
    rect(-26, -356, 52, 62, ink.sand),
    circle(0, -328, 15, ink.paper),
    line('M-26 -356V-294M26 -356V-294M-9 -356V-294M9 -356V-294', ink.black, 3.5),
    area('M-36 -354Q-28 -392 0 -396Q28 -392 36 -354Z', ink.accent),
    line('M0 -396V-416', ink.black, 5),
    rect(-10, -226, 15, 26, ink.black, 7),
    rect(-10, -136, 15, 26, ink.black, 7),
    area('M-14 6V-34Q0 -52 14 -34V6Z', ink.black),
  ]
}

function cottage(): string[] {
  return [
    rect(-40, -44, 110, 50, ink.bone),
    area('M-52 -42L-30 -76H60L82 -42Z', ink.rust),
    rect(36, -98, 16, 26, ink.rust),
    rect(-22, -28, 20, 20, ink.ochre),
    rect(34, -28, 20, 20, ink.ochre),
    rect(8, -28, 16, 34, ink.black),
  ]
}
