import { describe, expect, it } from 'vitest'
import { chartOfServing } from './chart'
import { sheet, ticksTo } from './chart-sheet'
import { chartOfCurves } from './curve'

const spread = (median: number) => ({ median, least: median * 0.9, most: median * 1.1 })
const bars = [
  {
    name: 'nginx, the file',
    workers: 1,
    isOurs: false,
    levels: [{ connections: 16, perSecond: spread(40_000), p99: 0.8 }],
  },
  {
    name: 'application alone',
    workers: 1,
    isOurs: true,
    levels: [{ connections: 16, perSecond: spread(20_000), p99: 2 }],
  },
]

describe('the steps of a scale', () => {
  it('begin at 0, are even and reach past the greatest value', () => {
    for (const most of [0.03, 1, 9.99, 10, 43_000, 1_000_000]) {
      const ticks = ticksTo(most)
      const [first, step = 0] = ticks
      expect(first).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.at(-2)).toBeLessThan(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
      for (const [index, tick] of ticks.entries()) expect(tick).toBeCloseTo(index * step)
    }
  })

  it('are there when nothing was measured', () => {
    expect(ticksTo(0)).toEqual([0, 1])
  })
})

describe('the chart of serving', () => {
  const svg = chartOfServing(bars)

  it('draws all bars on one scale from 0', () => {
    const [nginx = 0, ours = 0] = [...svg.matchAll(/<rect class="(?:bar|ours)" .*?width="([\d.]+)"/g)].map(
      ([, width]) => Number(width),
    )
    expect(nginx).toBeGreaterThan(0)
    expect(ours / nginx).toBeCloseTo(0.5, 1)
  })

  it('says beside every bar what it is', () => {
    expect(svg).toContain('40,000, p99 0.8 ms')
    expect(svg).toContain('application alone')
  })

  it('has colours for light and for dark', () => {
    expect(svg).toContain('prefers-color-scheme: dark')
  })
})

describe('a chart of curves', () => {
  it('goes through every point, left to right, greater values higher', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 100 },
    ]
    const svg = chartOfCurves('Memory', { x: 'requests', y: 'MB' }, [{ name: 'server', points }])
    const [, first = '', last = ''] = /points="(\S+) (\S+)"/.exec(svg) ?? []
    const [x1 = 0, y1 = 0] = first.split(',').map(Number)
    const [x2 = 0, y2 = 0] = last.split(',').map(Number)
    expect(x2).toBeGreaterThan(x1)
    expect(y2).toBeLessThan(y1)
  })
})

describe('what is written into a chart', () => {
  it('cannot end its text or attribute', () => {
    expect(sheet({ width: 1, height: 1, title: '<"&', marks: [] })).toContain('aria-label="&lt;&quot;&amp;"')
  })
})
