import { cloud, cuts, hills, sky, sun } from './land'
import { area, at, circle, dice, ink, line, r, rect, times } from './shapes'

/** A whale passing under a fishing buoy that listens. */
export function whale(): string {
  const next = dice(29)
  return [
    sky(next, 210, [ink.bone, ink.paper, ink.pale]),
    sun(210, 116, 46, ink.ochre),
    cloud(780, 110, 300, ink.pale),
    at(905, 152, fishingBoat(), 0.9),
    rect(0, 196, 1200, 479, ink.blue),
    hills(next, 292, 16, '#476a83', 675, 190),
    hills(next, 390, 18, '#385772', 675, 220),
    hills(next, 490, 20, ink.navy, 675, 200),
    hills(next, 596, 22, '#213447', 675, 180),
    area(
      'M0 196Q60 184 120 196T240 196T360 196T480 196T600 196T720 196T840 196T960 196T1080 196T1200 196V240H0Z',
      ink.blue,
    ),
    cuts(next, [0, 214, 1200, 60], 70, ink.mist, { length: 70, width: 3 }),
    line('M452 208Q440 330 444 440', ink.black, 3.5),
    at(448, 206, buoy(), 1, -7),
    circle(444, 448, 13, ink.ochre),
    circle(444, 448, 5, ink.black),
    cuts(next, [0, 300, 1200, 370], 60, '#5f819a', { length: 36, width: 2 }),
    times(6, (i) => line(arc(620, 440, 70 + i * 44, 154, 206), i % 2 ? ink.sand : ink.ochre, 4 - i * 0.4)),
    at(890, 436, humpback(), 0.9),
    times(9, (i) => circle(650 + next() * 60 + i * 3, 240 + i * 14 + next() * 10, 2 + next() * 4, ink.pale)),
    times(16, (i) =>
      at(
        90 + next() * 190,
        520 + next() * 100,
        area(`M0 0q12 -9 26 0l9 -7v14l-9 -7q-14 9 -26 0Z`, i % 3 ? ink.mist : ink.sand),
        0.8,
      ),
    ),
  ].join('')
}

function humpback(): string[] {
  const grooves = times(
    9,
    (i) => `M${-318 + i * 7} ${16 + i * 9}Q${-210 + i * 8} ${58 + i * 4.6} ${-70 + i * 4} ${58 + i * 2.4}`,
  )
  return [
    area(
      'M180 36Q250 10 318 -46Q332 -86 300 -120Q356 -112 370 -72Q398 -104 446 -98Q428 -42 372 -38Q300 60 190 82Z',
      ink.night,
    ),
    area(
      'M-330 6Q-316 -62 -190 -88Q-20 -120 110 -56Q190 -18 240 22L216 70Q110 116 -60 114Q-230 106 -306 48Q-330 26 -330 6Z',
      ink.night,
    ),
    area('M-326 14Q-250 40 -180 50Q-40 66 80 84Q10 116 -60 114Q-230 106 -306 48Q-322 32 -326 14Z', ink.pale),
    line(grooves, ink.blue, 3),
    area('M-120 66Q-96 150 -150 226Q-196 190 -186 120Q-178 76 -160 58Z', ink.navy),
    area('M-122 72Q-104 150 -150 220Q-150 150 -140 78Z', ink.mist),
    area('M86 -66Q110 -96 140 -92Q126 -66 132 -46Z', ink.night),
    circle(-232, 8, 7, ink.paper),
    circle(-232, 8, 3.5, ink.black),
    line('M-326 12Q-280 26 -226 24Q-206 22 -200 14', ink.black, 4),
    line('M-286 -48h3M-270 -56h3M-300 -34h3M-250 -64h3M-276 -38h3M-226 -70h3', ink.blue, 7),
    line('M-160 -76Q-40 -98 60 -66M-100 -66Q0 -78 90 -42M10 -52Q90 -36 150 -4', ink.blue, 2.5),
  ]
}

function buoy(): string[] {
  return [
    area('M-46 0Q-40 40 0 44Q40 40 46 0Z', ink.wine),
    area('M-52 -12H52L46 6H-46Z', ink.accent),
    area('M-34 -12L-10 -96H10L34 -12Z', ink.accent),
    area('M-27 -36L-18 -66H18L27 -36Z', ink.paper),
    line('M0 -96V-128M-14 -112H14', ink.black, 5),
    circle(0, -134, 9, ink.ochre),
  ]
}

function fishingBoat(): string[] {
  return [
    area('M-90 10H96L74 48H-66Z', ink.black),
    area('M-86 18H92L88 25H-82Z', ink.ochre),
    rect(-56, -28, 52, 38, ink.paper),
    rect(-48, -20, 14, 12, ink.blue),
    rect(-28, -20, 14, 12, ink.blue),
    line('M22 10V-78L84 4M22 -66L-30 -28', ink.black, 4),
  ]
}

/** Part of a circle's line, from one angle to another in degrees, clockwise from east. */
function arc(x: number, y: number, radius: number, from: number, to: number): string {
  const point = (angle: number) =>
    `${r(x + radius * Math.cos((angle * Math.PI) / 180))} ${r(y + radius * Math.sin((angle * Math.PI) / 180))}`
  return `M${point(from)}A${radius} ${radius} 0 0 1 ${point(to)}`
}
