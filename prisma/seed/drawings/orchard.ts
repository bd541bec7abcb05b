import { cuts, hills, sky, trees } from './land'
import { standing } from './people'
import { area, boxes, circle, dice, ink, line, r, range, times } from './shapes'

/** Frost candles between the rows, an hour before sunrise, in the week of the blossom. */
export function orchard(): string {
  const next = dice(23)
  return [
    sky(next, 330, [ink.navy, '#3d5970', '#6f8a9b', '#d9bfa0', '#ebd3a4']),
    line(
      times(16, () => `M${Math.round(next() * 1200)} ${Math.round(next() * 120)}h.1`),
      ink.paper,
      3.5,
    ),
    circle(930, 86, 30, ink.bone),
    circle(943, 78, 28, '#33495f'),
    hills(next, 290, 28, '#5c7080', 420, 200),
    hills(next, 322, 16, '#43596a', 675, 220),
    area('M-10 350Q600 336 1210 350V675H-10Z', '#4c6157'),
    area('M572 342L420 675H800L628 342Z', '#6d7d68'),
    cuts(next, [0, 370, 1200, 300], 26, '#3a4c45', { length: 30, width: 3 }),
    orchardRow(next, 368, 80, 3),
    orchardRow(next, 424, 112, 4),
    orchardRow(next, 520, 178, 3),
    standing(596, 592, 136, { coat: ink.accent, long: true }),
    line('M612 504l28 2v40', ink.accent, 12),
    candles([[646, 582]], 0.9),
    orchardRow(next, 690, 262, 2),
  ].join('')
}

/** Trees to both sides of the middle path, with a candle in every gap. */
function orchardRow(next: () => number, ground: number, size: number, perSide: number): string {
  const gap = size * 1.36
  const spread = (offset: number) =>
    range(perSide)
      .flatMap((i) => [Math.round(600 - gap * (i + offset)), Math.round(600 + gap * (i + offset))])
      .filter((x) => x > -size / 2 && x < 1200 + size / 2)
  const crowns = spread(0.86)
  const blossom = crowns.flatMap((x) =>
    range(Math.round(size / 22)).map(() => {
      const angle = next() * 6.283
      const reach = Math.sqrt(next()) * size * 0.46
      return `M${Math.round(x + Math.cos(angle) * reach)} ${Math.round(ground - size * 1.05 + Math.sin(angle) * reach * 0.8)}h.1`
    }),
  )
  return (
    trees(crowns, ground, size, { crown: '#d9b8ae', lit: '#efdcd2', trunk: '#2c2530' }) +
    line(blossom.join(''), ink.paper, r(Math.max(3, size / 20))) +
    candles(
      spread(0.42)
        .slice(0, 4)
        .map((x) => [x, ground]),
      size / 130,
    )
  )
}

function candles(places: [number, number][], size: number): string {
  const p = (value: number) => Math.round(value * size)
  const each = (part: (x: number, y: number) => string) => places.map(([x, y]) => part(r(x), y)).join('')
  return (
    area(
      each(
        (x, y) =>
          `M${r(x - p(44))} ${r(y + p(4))}a${p(44)} ${p(10)} 0 0 0 ${p(88)} 0a${p(44)} ${p(10)} 0 0 0 ${p(-88)} 0`,
      ),
      '#b98a45',
    ) +
    boxes(
      places.map(([x, y]) => [x - p(9), y - p(16), p(18), p(20)]),
      ink.black,
    ) +
    area(
      each(
        (x, y) =>
          `M${r(x - p(9))} ${r(y - p(16))}q${p(-3)} ${p(-18)} ${p(9)} ${p(-36)}q${p(12)} ${p(18)} ${p(9)} ${p(36)}z`,
      ),
      ink.ochre,
    ) +
    area(
      each(
        (x, y) =>
          `M${r(x - p(4))} ${r(y - p(16))}q${p(-2)} ${p(-10)} ${p(4)} ${p(-20)}q${p(6)} ${p(10)} ${p(4)} ${p(20)}z`,
      ),
      ink.paper,
    )
  )
}
