import { bar, line, sheet, text, ticksTo } from './chart-sheet'
import { numberText, type Spread } from './figures'

/** A server's requests a second at each number of connections. `p99` in milliseconds. */
export type Bar = {
  name: string
  workers: number
  isOurs: boolean
  levels: readonly { connections: number; perSecond: Spread; p99: number }[]
}

const width = 760
const [left, right] = [200, 590]
const [barHeight, gap, rowGap] = [15, 3, 14]

/** Requests a second of every server as bars on one scale, with what the rounds lay between as a thin line. */
export function chartOfServing(bars: readonly Bar[]): string {
  const most = Math.max(0, ...bars.flatMap(({ levels }) => levels.map(({ perSecond }) => perSecond.most)))
  const ticks = ticksTo(most)
  const end = ticks.at(-1) ?? 1
  const x = (value: number) => left + ((right - left) * value) / end
  const marks: string[] = []
  let y = 84
  marks.push(text(left - 8, y, 'connections', 'quiet end'))
  for (const workers of [...new Set(bars.map((each) => each.workers))]) {
    marks.push(text(24, y, workers === 1 ? 'one worker' : `${workers} workers`, 'quiet'))
    y += 12
    for (const each of bars.filter((one) => one.workers === workers)) {
      marks.push(...rowOf(each, y, x))
      y += each.levels.length * (barHeight + gap) + rowGap
    }
    y += 14
  }
  const bottom = y - 20
  const scale = ticks.flatMap((value) => [
    line(x(value), 72, x(value), bottom),
    text(x(value), bottom + 18, numberText(value), 'quiet middle'),
  ])
  return sheet({
    width,
    height: bottom + 34,
    title: 'An article with its conversation, requests a second',
    marks: [...scale, ...marks],
  })
}

function rowOf({ name, isOurs, levels }: Bar, top: number, x: (value: number) => number): string[] {
  const middle = top + (levels.length * (barHeight + gap) - gap) / 2
  return [
    text(24, middle + 4, name),
    ...levels.flatMap(({ connections, perSecond, p99 }, index) => {
      const y = top + index * (barHeight + gap)
      const tone = `${isOurs ? 'ours' : 'bar'}${index === 0 ? '' : ' soft'}`
      const beyond = Math.max(x(perSecond.median), x(perSecond.most)) + 8
      return [
        text(left - 8, y + 12, String(connections), 'quiet end'),
        bar(left, y, x(perSecond.median) - left, barHeight, tone),
        line(x(perSecond.least), y + barHeight / 2, x(perSecond.most), y + barHeight / 2, 'spread'),
        text(
          beyond,
          y + 12,
          `${numberText(perSecond.median)}, p99 ${numberText(p99, p99 < 10 ? 1 : 0)} ms`,
          'quiet',
        ),
      ]
    }),
  ]
}
