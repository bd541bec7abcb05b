import { line, sheet, text, ticksTo } from './chart-sheet'
import { numberText } from './figures'

export type Curve = { name: string; points: readonly { x: number; y: number }[] }

const [width, height] = [760, 360]
const [left, right, top, bottom] = [64, 620, 72, 310]

/** Curves over one base, each named at its end. Both scales begin at 0. */
export function chartOfCurves(
  title: string,
  units: { x: string; y: string },
  curves: readonly Curve[],
): string {
  const points = curves.flatMap((curve) => curve.points)
  const across = ticksTo(Math.max(0, ...points.map((point) => point.x)))
  const up = ticksTo(Math.max(0, ...points.map((point) => point.y)))
  const x = (value: number) => left + ((right - left) * value) / (across.at(-1) ?? 1)
  const y = (value: number) => bottom - ((bottom - top) * value) / (up.at(-1) ?? 1)
  const scale = [
    ...up.flatMap((value) => [
      line(left, y(value), right, y(value)),
      text(left - 8, y(value) + 4, numberText(value), 'quiet end'),
    ]),
    ...across.map((value) => text(x(value), bottom + 20, numberText(value), 'quiet middle')),
    text(24, top - 12, units.y, 'quiet'),
    text(right, bottom + 40, units.x, 'quiet end'),
  ]
  const drawn = curves.flatMap(({ name, points: own }, index) => {
    const path = own.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ')
    const last = own.at(-1) ?? { x: 0, y: 0 }
    return [
      `<polyline class="curve${index === 0 ? '' : ' second'}" points="${path}"/>`,
      text(
        x(last.x) + 8,
        y(last.y) + 4,
        `${name}, ${numberText(last.y)} ${units.y}`,
        index === 0 ? '' : 'quiet',
      ),
    ]
  })
  return sheet({ width, height, title, marks: [...scale, ...drawn] })
}
