import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawBranches } from './branches'
import { seededChance } from './chance'
import { fateNames, fates } from './fates'
import { createShapes } from './shapes'
import { drawSizes } from './sizes'
import { makePhrases } from './words'

const seeds = fc.integer({ min: 0, max: 1e9 })

describe('generated conversations', () => {
  it('have exactly so many comments, however many', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 3_000 }), (seed, comments) => {
        const chance = seededChance(seed)
        const branches = drawBranches(chance, createShapes(chance), comments)
        expect(branches.reduce((sum, { places }) => sum + places.length, 0)).toBe(comments)
      }),
      { numRuns: 60 },
    )
  })

  it('share out a total among articles, to the last comment', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 300 }),
        (seed, total, articles) => {
          const sizes = drawSizes(seededChance(seed), total, articles)
          expect([sizes.length, sizes.reduce((sum, size) => sum + size, 0)]).toEqual([articles, total])
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it('put every answer under one that was there, at most twelve deep, and count what is public under each', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 400 }), (seed, size) => {
        const { places } = createShapes(seededChance(seed)).ofSize(size)
        for (const [index, { ancestors, descendants }] of places.entries()) {
          const parent = ancestors.at(-1)
          if (parent !== undefined) {
            expect(parent).toBeLessThan(index)
            expect(ancestors).toEqual([...(places[parent]?.ancestors ?? []), parent])
          }
          expect(ancestors.length).toBeLessThanOrEqual(12)
          const under = places.filter((each) => each.ancestors.includes(index) && fates[each.fate].shown)
          expect(descendants).toBe(under.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are the same for the same seed', () => {
    const drawn = (seed: number) => {
      const chance = seededChance(seed)
      const shapes = createShapes(chance)
      drawBranches(chance, shapes, 2_000)
      return JSON.stringify([shapes.all, makePhrases(chance)[0].slice(0, 5)])
    }
    expect(drawn(4)).toBe(drawn(4))
    expect(drawn(4)).not.toBe(drawn(5))
  })

  it('have fates whose shares are all of them', () => {
    expect(fateNames.reduce((sum, name) => sum + fates[name].share, 0)).toBeCloseTo(1)
  })
})
