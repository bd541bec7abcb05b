import { cuts } from './land'
import { sitting, skin, standing } from './people'
import { area, at, circle, dice, ink, line, mirrored, rect, times } from './shapes'

/** A painting from the museum, hung where people wait to be called. */
export function waitingRoom(): string {
  const next = dice(17)
  return [
    rect(0, 0, 1200, 520, '#b9c6bd'),
    rect(0, 330, 1200, 190, '#9caea5'),
    rect(0, 322, 1200, 10, ink.paper),
    rect(0, 510, 1200, 165, ink.bone),
    times(9, (i) =>
      area(`M${i * 150 - 40} 675L${i * 130 + 20} 520H${i * 130 + 85}L${i * 150 + 35} 675Z`, ink.sand),
    ),
    rect(0, 506, 1200, 14, ink.pine),
    at(300, 44, painting(next)),
    line('M600 0V30M420 44L600 6L780 44', ink.black, 2),
    area('M560 8H640L628 26H572Z', ink.black),
    at(90, 120, clock()),
    at(1040, 150, door()),
    times(3, (i) => chair(180 + i * 166, 470)),
    mirrored(1000, 0, chair(0, 470)),
    at(86, 560, plantPot()),
    sitting(204, 462, 132, { coat: ink.accent, legs: ink.night, face: skin[0], lookUp: true }),
    sitting(540, 462, 130, { coat: ink.navy, legs: ink.black, face: skin[4], hair: ink.stone, reach: true }),
    at(
      624,
      424,
      area('M0 8L-26 -10L-22 -40L4 -22L34 -40L38 -10Z', ink.paper) +
        line('M4 6V-22M-16 -26l14 10M-16 -18l14 10M10 -16l16 -10M10 -8l16 -10', ink.black, 2),
    ),
    mirrored(992, 462, sitting(0, 0, 126, { coat: ink.ochre, legs: ink.pine, face: skin[3], lookUp: true })),
    standing(786, 576, 150, { coat: ink.rust, hair: ink.black, face: skin[1], legs: ink.navy }),
  ].join('')
}

function painting(next: () => number): string[] {
  return [
    rect(6, 10, 602, 262, '#8fa096'),
    rect(0, 0, 600, 262, ink.ochre),
    rect(8, 8, 584, 246, '#8a5a22'),
    rect(22, 22, 556, 218, ink.sand),
    circle(420, 96, 30, ink.accent),
    area('M22 130Q120 80 210 118T400 104T578 124V240H22Z', ink.blue),
    area('M22 160Q140 120 260 152T578 150V240H22Z', ink.navy),
    area('M22 196Q160 160 300 196T578 186V240H22Z', ink.pine),
    cuts(next, [40, 168, 500, 26], 26, ink.mist, { length: 40, width: 3 }),
    area('M170 170l56 0l-10 16h-38Z', ink.black),
    area('M196 166V100L232 160Z', ink.paper),
    area('M190 166V112L166 160Z', ink.bone),
    line('M36 226q30 -20 50 0M110 230q30 -20 50 0M430 226q30 -20 50 0M500 230q30 -18 50 0', ink.moss, 5),
  ]
}

function clock(): string[] {
  return [
    circle(0, 0, 48, ink.black),
    circle(0, 0, 41, ink.paper),
    times(12, (i) => at(0, 0, line('M0 -36V-31', ink.black, 3.5), 1, i * 30)),
    line('M0 0L14 18M0 0L-4 -27', ink.black, 5),
    circle(0, 0, 5, ink.accent),
  ]
}

function door(): string[] {
  return [
    rect(0, 0, 130, 362, ink.pine),
    rect(12, 12, 106, 350, '#4d6357'),
    rect(28, 34, 74, 96, ink.sand),
    rect(28, 150, 74, 178, ink.pine),
    circle(20, 196, 7, ink.ochre),
  ]
}

function chair(x: number, seat: number): string {
  return (
    line(`M${x + 6} ${seat}V${seat + 92}M${x + 104} ${seat}V${seat + 92}`, ink.black, 5) +
    rect(x - 4, seat - 82, 14, 92, ink.black, 6) +
    rect(x, seat - 4, 112, 14, ink.black, 5)
  )
}

function plantPot(): string[] {
  return [
    line(
      'M0 -80Q-40 -150 -70 -160M0 -80Q-10 -180 -30 -220M0 -80Q20 -180 50 -214M0 -80Q46 -140 84 -146M0 -80Q-60 -110 -84 -104',
      ink.pine,
      16,
    ),
    line(
      'M0 -80Q-40 -150 -70 -160M0 -80Q-10 -180 -30 -220M0 -80Q20 -180 50 -214M0 -80Q46 -140 84 -146',
      ink.moss,
      3,
    ),
    area('M-46 -84H46L34 0H-34Z', ink.rust),
    rect(-50, -92, 100, 18, ink.wine),
  ]
}
