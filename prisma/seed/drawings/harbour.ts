import { cloud, cuts, glitter, gulls, hills, sky, sun } from './land'
import { skin, standing } from './people'
import { area, at, boxes, dice, ink, line, range, rect, times } from './shapes'

/** The car ferry leaving at dusk, seen from the quay under the crane that broke. */
export function harbour(): string {
  const next = dice(11)
  return [
    sky(next, 420, [ink.navy, ink.blue, ink.mist, ink.sand, '#ecd9ab']),
    sun(1092, 352, 54, ink.ochre),
    cloud(520, 226, 300, ink.pale),
    cloud(900, 262, 220, ink.pale),
    hills(next, 385, 26, ink.blue, 430, 150),
    hills(next, 404, 14, ink.navy, 430, 210),
    rect(0, 415, 1200, 260, '#365168'),
    cuts(next, [420, 425, 780, 60], 40, ink.mist, { length: 60, width: 2 }),
    cuts(next, [380, 480, 800, 190], 60, ink.night, { length: 90, width: 4 }),
    glitter(next, 1092, 422, 670, 96, ink.sand),
    at(520, 352, ferry()),
    cuts(next, [560, 482, 380, 60], 30, ink.wine, { length: 80, width: 4 }),
    area('M470 478Q520 462 590 470H990Q1010 462 1030 478Q760 486 470 478Z', ink.pale),
    line('M400 478h44M330 486h60M440 490h90M560 488h60', ink.pale, 3.5),
    area('M0 560H372L410 590V675H0Z', ink.black),
    area('M0 560H372L410 590H0Z', '#3a3d42'),
    cuts(next, [10, 566, 340, 18], 30, ink.stone, { length: 50, width: 2 }),
    crane(),
    times(2, (i) => bollard(236 + i * 110, 574)),
    standing(70, 580, 132, { coat: ink.accent, long: true, hair: ink.black, face: skin[0] }),
    standing(118, 582, 108, { coat: ink.ochre, hair: ink.wine, bag: ink.rust }),
    gulls(
      [
        [470, 130, 24],
        [540, 96, 17],
        [430, 210, 13],
        [1080, 150, 20],
      ],
      ink.paper,
    ),
  ].join('')
}

function ferry(): string[] {
  return [
    area('M30 70H470L500 62L468 122H66Q44 104 30 70Z', ink.accent),
    area('M57 104H478L468 122H66Z', ink.wine),
    rect(44, 36, 400, 36, ink.paper),
    rect(70, 8, 330, 30, ink.bone),
    rect(312, -24, 92, 34, ink.paper),
    rect(320, -16, 76, 11, ink.night),
    boxes(
      range(14).map((i) => [60 + i * 27, 48, 15, 11]),
      ink.navy,
    ),
    boxes(
      [
        [114, 48, 15, 11],
        [249, 48, 15, 11],
        [276, 48, 15, 11],
      ],
      ink.ochre,
    ),
    boxes(
      range(11).map((i) => [82 + i * 28, 17, 16, 9]),
      ink.navy,
    ),
    area('M160 8L170 -46H222L216 8Z', ink.black),
    area('M166 -24L168 -36H221L219 -24Z', ink.ochre),
    line('M358 -24V-72M338 -56H378M44 36V8M444 36V20', ink.black, 4),
    area(
      'M196 -52Q214 -92 262 -92Q250 -128 306 -132Q330 -160 384 -148Q340 -142 336 -122Q312 -104 286 -106Q290 -76 244 -70Q222 -66 196 -52Z',
      ink.mist,
    ),
    times(3, (i) => rect(236 + i * 24, -2, 18, 9, ink.rust, 4)),
    line('M40 84H486', ink.paper, 4),
  ]
}

function crane(): string {
  const lattice = times(9, (i) => `M150 ${560 - i * 44}L196 ${538 - i * 44}L150 ${516 - i * 44}`)
  return (
    line(`M150 562V150M196 562V150${lattice}`, ink.black, 6) +
    rect(134, 128, 78, 46, ink.black) +
    rect(146, 138, 24, 20, ink.ochre) +
    line(
      'M196 140L360 84M196 172L352 112L360 84M228 160L232 128M266 146L270 114M308 130L312 100',
      ink.black,
      6,
    ) +
    line('M360 84L414 176M352 112L398 178L414 176', ink.black, 6) +
    line('M140 142L60 150M140 170L60 176', ink.black, 6) +
    rect(52, 144, 40, 56, ink.black) +
    line('M410 178V300', ink.black, 3) +
    line('M410 300q12 14 0 22t-14 -8', ink.black, 5)
  )
}

function bollard(x: number, y: number): string {
  return (
    area(`M${x - 12} ${y}V${y - 26}h-6v-10h36v10h-6V${y}Z`, ink.black) +
    rect(x - 18, y - 36, 36, 5, ink.stone)
  )
}
