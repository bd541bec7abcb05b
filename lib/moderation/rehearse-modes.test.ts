import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fateOf, type Modes, rehearseModes, type Written } from './rehearse-modes'

const noon = new Date('2026-03-02T12:00:00Z')
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const nothing = { mode: null, closesAfterDays: null }
const unlimited = { heatComments: null, heatPercent: null }

function written(given: Partial<Written> = {}): Written {
  return {
    ...{ articleId: 1, createdAt: noon, publishedAt: minutes(-60), article: nothing },
    section: { id: 1, ...nothing },
    author: { underReview: false, isTrusted: false, approvedBefore: 2 },
    ...{ approved: false, heldAnyway: false, doubted: false },
    ...given,
  }
}

function site(mode: Modes['site']['mode'], more: Partial<Modes['site']> = {}): Modes {
  return { site: { mode, closesAfterDays: null, ...unlimited, ...more }, section: null }
}

const newcomer = { underReview: false, isTrusted: false, approvedBefore: 1 }

test('every comment waits where they are read before, a newcomer’s where newcomers’ are, none where they are read after', () => {
  for (const author of [newcomer, written().author]) {
    expect(fateOf(written({ author }), site('before'))).toBe('held')
    expect(fateOf(written({ author }), site('after'))).toBe('shown')
    expect(fateOf(written({ author }), site('newcomers'))).toBe(author === newcomer ? 'held' : 'shown')
  }
})

test('what an article or a person goes by is not changed by the site', () => {
  const own = { mode: 'after', closesAfterDays: null } as const
  expect(fateOf(written({ article: own }), site('before'))).toBe('shown')
  const trusted = { ...newcomer, isTrusted: true }
  expect(fateOf(written({ author: trusted }), site('before'))).toBe('shown')
  expect(fateOf(written({ author: { ...trusted, underReview: true } }), site('after'))).toBe('held')
})

test('a section’s proposal is tried on that section alone', () => {
  const modes = { ...site('after'), section: { id: 2, mode: 'closed', closesAfterDays: null } as const }
  expect(fateOf(written(), modes)).toBe('shown')
  expect(fateOf(written({ section: { id: 2, ...nothing } }), modes)).toBe('closed')
})

test('what was written later than a conversation would have been open is told', () => {
  const late = written({ createdAt: minutes(3 * 1_440) })
  const proposed = site('newcomers', { closesAfterDays: 2 })
  const told = rehearseModes([written(), late], { inForce: site('newcomers'), proposed })
  expect(told).toMatchObject({ lookedAt: 2, closed: 1, held: 0 })
})

test('of what would wait is told what people had approved and what waited anyway', () => {
  const comments = [
    written({ author: newcomer, approved: true }),
    written({ author: newcomer, heldAnyway: true }),
    written(),
  ]
  const modes = { inForce: site('after'), proposed: site('newcomers') }
  expect(rehearseModes(comments, modes)).toMatchObject({ held: 2, approved: 1, heldAnyway: 1, letGo: 0 })
  const back = { inForce: site('newcomers'), proposed: site('after') }
  expect(rehearseModes(comments, back)).toMatchObject({ held: 0, letGo: 2 })
})

test('a conversation is slowed when ten minutes hold more than is said, in whatever order it is told', () => {
  const burst = [0, 1, 2, 3].map((at) => written({ createdAt: minutes(at) }))
  const spread = [0, 10, 20, 30].map((at) => written({ articleId: 2, createdAt: minutes(at) }))
  const modes = { inForce: site('after'), proposed: site('after', { heatComments: 3 }) }
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...burst, ...spread], { minLength: burst.length + spread.length }),
      (comments) => {
        expect(rehearseModes(comments, modes)).toMatchObject({ slowed: 1, slowedNow: 0 })
      },
    ),
  )
})

test('law: what is in force changes nothing', () => {
  const one = fc.record({
    articleId: fc.integer({ min: 1, max: 3 }),
    createdAt: fc.integer({ min: 0, max: 10_000 }).map(minutes),
    author: fc.record({
      ...{ underReview: fc.boolean(), isTrusted: fc.boolean() },
      approvedBefore: fc.integer({ min: 0, max: 3 }),
    }),
    doubted: fc.boolean(),
  })
  const any = fc.constantFrom('after' as const, 'before' as const, 'newcomers' as const, 'closed' as const)
  fc.assert(
    fc.property(fc.array(one), any, fc.integer({ min: 1, max: 5 }), (given, mode, heatComments) => {
      const modes = site(mode, { heatComments })
      const told = rehearseModes(given.map(written), { inForce: modes, proposed: modes })
      expect(told).toMatchObject({ closed: 0, held: 0, letGo: 0, slowed: told.slowedNow })
    }),
  )
})
