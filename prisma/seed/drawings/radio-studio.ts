import { cuts } from './land'
import { skin } from './people'
import { area, at, boxes, circle, dice, ink, line, mirrored, range, rect, times } from './shapes'

/** Two voices and a tray of gravel: a play being recorded in a small studio. */
export function radioStudio(): string {
  const next = dice(31)
  const wedges = range(40).map((i): [number, number] => [
    20 + (i % 4) * 52 + (i >= 20 ? 952 : 0),
    40 + Math.floor((i % 20) / 4) * 64,
  ])
  const foam = (odd: number) =>
    wedges
      .map(([x, y], i) => ((i + Math.floor(i / 4)) % 2 === odd ? `M${x} ${y}l26 26l26 -26v52h-52Z` : ''))
      .join('')
  const faders = range(16).map((i): [number, number, number, number] => [
    327 + i * 34,
    Math.round(266 + next() * 22),
    18,
    8,
  ])
  return [
    rect(0, 0, 1200, 675, ink.night),
    area(foam(0), '#2a3a49'),
    area(foam(1), '#3c2a2a'),
    rect(280, 70, 640, 270, ink.black, 8),
    rect(294, 84, 612, 242, ink.sand),
    line('M320 240L470 100M350 240L500 100', ink.paper, 4),
    at(600, 262, bust({ coat: ink.pine, face: skin[4], hair: ink.rust }), 0.62),
    rect(280, 326, 640, 14, ink.black),
    rect(280, 340, 640, 160, ink.night),
    rect(294, 256, 612, 70, ink.stone),
    boxes(
      faders.map(([x]) => [x + 7, 264, 4, 40]),
      ink.black,
    ),
    boxes(
      faders.filter((_, i) => i % 4),
      ink.paper,
    ),
    boxes(
      faders.filter((_, i) => i % 4 === 0),
      ink.accent,
    ),
    circle(600, 38, 22, ink.wine),
    circle(600, 38, 15, '#d4483a'),
    rect(0, 500, 1200, 175, '#3a2d28'),
    cuts(next, [0, 510, 1200, 160], 40, '#4c3b33', { length: 130, width: 3 }),
    at(240, 330, bust({ coat: ink.accent, face: skin[2], hair: ink.black }), 1.25),
    mirrored(960, 340, bust({ coat: ink.ochre, face: skin[1], hair: ink.stone }), 1.2),
    at(420, 500, script()),
    mirrored(788, 500, script()),
    at(520, 650, microphone()),
    mirrored(690, 650, microphone()),
    at(1090, 630, gravel(next)),
  ].join('')
}

/** Head and shoulders in profile, facing right, mouth open to speak. */
function bust(look: { coat: string; face: string; hair: string }): string[] {
  return [
    area(
      'M-34 -40Q-36 -104 8 -106Q42 -102 44 -70L58 -44Q60 -37 48 -37L49 -27L36 -22L48 -16Q50 6 22 8L12 8L16 60H-34V0Q-36 -20 -34 -40Z',
      look.face,
    ),
    area(
      'M44 -72Q20 -84 14 -66Q10 -40 -2 -38Q-12 -30 -8 -12Q-22 0 -34 20Q-62 -30 -46 -80Q-28 -126 20 -116Q52 -108 44 -72Z',
      look.hair,
    ),
    circle(32, -56, 4, ink.black),
    line('M6 -36q-8 4 -3 14', ink.black, 2.5),
    area('M-120 300Q-124 90 -62 52Q-30 32 -8 44L20 44Q70 52 84 120L96 300Z', look.coat),
    area('M-30 40L16 40L26 62Q0 84 -36 58Z', look.coat),
    line('M40 110L70 186L124 164', look.coat, 44),
    circle(140, 158, 17, look.face),
    line('M18 106L52 190', ink.black, 3),
  ]
}

function script(): string[] {
  return [
    area('M-36 44L-26 -64L52 -54L42 54Z', ink.paper),
    line('M-12 -40l44 5M-14 -22l44 5M-16 -4l44 5M-18 14l28 4', ink.black, 4),
  ]
}

function microphone(): string[] {
  return [
    line('M0 0V-330M-50 0H50', ink.stone, 9),
    rect(-30, -420, 60, 96, ink.black, 28),
    rect(-30, -446, 60, 74, ink.mist, 28),
    line(
      times(5, (i) => `M-22 ${-430 + i * 11}h44`),
      ink.navy,
      3,
    ),
  ]
}

function gravel(next: () => number): string[] {
  return [
    area('M-85 -26H85L66 30H-66Z', ink.rust),
    area('M-79 -22H79L73 -6H-73Z', ink.stone),
    cuts(next, [-70, -22, 138, 14], 34, ink.bone, { length: 7, width: 5 }),
    area('M-30 -22V-112H2V-44L34 -36V-22Z', ink.black),
    line('M-34 -112H6', ink.stone, 7),
  ]
}
