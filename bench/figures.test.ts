import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lateGrowth,
  markdownTable,
  medianOf,
  numberText,
  quantile,
  ratioOf,
  spreadOf,
  spreadText,
  table,
} from './figures'

const rounds = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 })

describe('the median of a few rounds', () => {
  it('is one of them and lies between the least and the most', () => {
    fc.assert(
      fc.property(rounds, (values) => {
        const { median, least, most } = spreadOf(values)
        expect(values).toContain(median)
        expect(least <= median && median <= most).toBe(true)
      }),
    )
  })

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(rounds, (values) => {
        expect(spreadOf(values.toReversed())).toEqual(spreadOf(values))
      }),
    )
  })

  it('of three is the middle one', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, least: 10, most: 30 })
  })
})

describe('a quantile', () => {
  it('leaves the asked share of the values at or below it', () => {
    const values = Array.from({ length: 200 }, (_, index) => index + 1)
    expect([0.5, 0.95, 0.99, 1].map((q) => quantile(values, q))).toEqual([100, 190, 198, 200])
  })
})

describe('a ratio of two servers', () => {
  it('is taken round by round: a slow machine in one round slows both', () => {
    expect(ratioOf([100, 50, 200], [200, 100, 400])).toEqual({ median: 0.5, least: 0.5, most: 0.5 })
  })

  it('leaves out a round that only one of them had', () => {
    expect(ratioOf([1, 2, 300], [2, 4])).toEqual({ median: 0.5, least: 0.5, most: 0.5 })
  })
})

describe('growth along the last quarter', () => {
  it('is nothing of a level series', () => {
    expect(lateGrowth(Array.from({ length: 20 }, () => 300))).toBe(0)
  })

  it('does not see what was before', () => {
    expect(lateGrowth([1, 50, 90, 200, 250, 280, 299, 299, 299, 300, 300, 300])).toBe(0)
  })

  it('is the share by which a straight line rises', () => {
    const rising = [...Array.from({ length: 15 }, () => 0), 90, 95, 100, 105, 110]
    expect(lateGrowth(rising)).toBeCloseTo(0.2)
  })

  it('is unknown of too few values', () => {
    expect(lateGrowth([1, 2, 3, 4])).toBeNaN()
  })
})

describe('numbers as text', () => {
  it('have their thousands apart and as many digits as asked', () => {
    expect(numberText(13_300.4)).toBe('13,300')
    expect(numberText(0.3, 2)).toBe('0.30')
  })

  it('stand with their spread unless there is none', () => {
    expect(spreadText({ median: 2, least: 1, most: 3.26 })).toBe('2.0 (1.0–3.3)')
    expect(medianOf([5], 0)).toBe('5')
  })
})

describe('a table', () => {
  const rows = [
    ['', 'requests/s'],
    ['nginx', '44,300'],
    ['ours, alone', '13,300'],
  ]

  it('has its columns under each other', () => {
    expect(table(rows).split('\n')).toEqual([
      '             requests/s',
      'nginx        44,300',
      'ours, alone  13,300',
    ])
  })

  it('is Markdown with a head', () => {
    expect(markdownTable(rows).split('\n')[1]).toBe('| ----------- | ---------- |')
  })
})
