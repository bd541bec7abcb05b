import { describe, expect, it } from 'vitest'
import { figure, figureRows, single, targets } from './targets'

describe('a figure beside its target', () => {
  it('is met at the very bound', () => {
    expect(single(targets.oneWorker, 0.3).isMet).toBe(true)
    expect(single(targets.miss, 40).isMet).toBe(true)
  })

  it('is missed just past it, also where the printed number looks the same', () => {
    expect(single(targets.oneWorker, 0.29999).isMet).toBe(false)
    expect(single(targets.miss, 40.01).isMet).toBe(false)
    expect(single(targets.cls, 0.0001).isMet).toBe(false)
  })

  it('is judged by its median', () => {
    expect(figure(targets.p99, { median: 9, least: 1, most: 50 }).isMet).toBe(true)
    expect(figure(targets.oneWorker, { median: 0.2, least: 0.1, most: 0.5 }).isMet).toBe(false)
  })

  it('that could not be measured is missed', () => {
    expect(single(targets.growth, Number.NaN).isMet).toBe(false)
  })

  it('stands in a row with its unit and whether it is met', () => {
    const rows = figureRows([
      single(targets.lcp, 1.37),
      figure(targets.front, { median: 0.93, least: 0.9, most: 1 }),
    ])
    expect(rows.slice(1).map((row) => row.slice(1))).toEqual([
      ['≤ 1.2 s', '1.37 s', 'MISSED'],
      ['≥ 0.9', '0.93 (0.90–1.00)', 'met'],
    ])
  })
})
