import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inForce, unarranged } from './arrangement'
import { arrange, type Front } from './front'
import type { Story } from './queries-stories'

const newest = Date.parse('2026-03-02T12:00:00Z')
const day = 86_400_000
const sections = ['world', 'politics', 'sport'].map((slug) => ({ slug, name: slug }))

test('a site without a story has an empty front', () => {
  expect(arrange([], sections)).toEqual({ lead: null, seconds: [], briefs: [], columns: [], more: [] })
})

test('the weightiest story leads, not the newest', () => {
  const { lead, seconds } = arrange(
    [
      story(1, { daysOld: 0 }),
      story(2, { daysOld: 1, prominence: 2 }),
      story(3, { daysOld: 2, prominence: 1 }),
    ],
    sections,
  )
  expect([lead?.id, ...seconds.map(({ id }) => id)]).toEqual([2, 3, 1])
})

test('after three days weight is spent', () => {
  expect(
    arrange([story(1, { daysOld: 0 }), story(2, { daysOld: 3, prominence: 2 })], sections).lead?.id,
  ).toBe(1)
  expect(
    arrange([story(1, { daysOld: 0 }), story(2, { daysOld: 2.99, prominence: 2 })], sections).lead?.id,
  ).toBe(2)
})

test('an old site keeps its order: days count from its newest story', () => {
  const { lead } = arrange([story(1, { daysOld: 400 }), story(2, { daysOld: 401, prominence: 2 })], sections)
  expect(lead?.id).toBe(2)
})

describe('whatever the stories', () => {
  const stories = fc.array(
    fc.record({
      daysOld: fc.double({ min: 0, max: 9, noNaN: true }),
      prominence: fc.constantFrom(0, 1, 2),
      section: fc.constantFrom('world', 'politics', 'sport', 'unlisted'),
    }),
    { maxLength: 60 },
  )
  const any = stories.map((all) => all.map((given, index) => story(index + 1, given)))
  const law = (check: (front: Front, all: Story[]) => void) =>
    fc.assert(fc.property(any, (all) => check(arrange(all, sections), all)))

  test('every one stands once', () => {
    law((front, all) => {
      const placed = placedIn(front)
      expect(placed).toHaveLength(all.length)
      expect(new Set(placed)).toEqual(new Set(all))
    })
  })

  test('the lead is fresh, and nothing fresh outweighs it', () => {
    law(({ lead }, all) => {
      const latest = Math.max(...all.map(({ publishedAt }) => publishedAt.getTime()))
      const fresh = all.filter(({ publishedAt }) => latest - publishedAt.getTime() < 3 * day)
      expect(lead === null).toBe(all.length === 0)
      if (!lead) return
      expect(fresh).toContain(lead)
      expect(fresh.every(({ prominence }) => prominence <= lead.prominence)).toBe(true)
    })
  })

  test('a column holds up to four stories of its section, and none is empty', () => {
    law(({ seconds, columns }) => {
      expect(seconds.length).toBeLessThanOrEqual(4)
      for (const column of columns) {
        expect(column.stories.length).toBeGreaterThan(0)
        expect(column.stories.length).toBeLessThanOrEqual(4)
        expect(column.stories.every(({ section }) => section.slug === column.section.slug)).toBe(true)
      }
      expect(columns.map(({ section }) => section)).toEqual(
        sections.filter((each) => columns.some(({ section }) => section === each)),
      )
    })
  })
})

function placedIn({ lead, seconds, briefs, columns, more }: Front): Story[] {
  return [
    ...(lead ? [lead] : []),
    ...seconds,
    ...briefs,
    ...columns.flatMap(({ stories }) => stories),
    ...more,
  ]
}

function story(
  id: number,
  { daysOld, prominence = 0, section = 'world' }: { daysOld: number; prominence?: number; section?: string },
): Story {
  return {
    id,
    slug: `story-${id}`,
    headline: `Story ${id}`,
    standfirst: null,
    ...{ language: null, direction: null },
    section: { slug: section, name: section },
    publishedAt: new Date(newest - Math.round(daysOld * day)),
    picture: null,
    commentCount: 0,
    prominence,
  }
}

describe('an arrangement', () => {
  const stories = [1, 2, 3, 4, 5, 6, 7].map((id) =>
    story(id, { daysOld: id / 10, section: id % 2 ? 'world' : 'sport' }),
  )
  const pin = (id: number) => ({ id, until: null })

  test('puts what is pinned where it is pinned, and fills the rest', () => {
    const front = arrange(stories, sections, {
      ...unarranged,
      lead: pin(6),
      seconds: [pin(7)],
      briefs: [pin(5)],
    })
    expect(front.lead?.id).toBe(6)
    expect(front.seconds.map(({ id }) => id)).toEqual([7, 1, 2, 3])
    expect(front.briefs.map(({ id }) => id)).toEqual([5])
    expect(placedIn(front)).toHaveLength(stories.length)
  })

  test('holds no place for a story that is not there', () => {
    const front = arrange(stories, sections, { ...unarranged, lead: pin(99), seconds: [pin(98)] })
    expect([front.lead?.id, ...front.seconds.map(({ id }) => id)]).toEqual([1, 2, 3, 4, 5])
  })

  test('orders the columns, and shows as many stories as it says', () => {
    const columns = [
      { section: 'sport', stories: 1 },
      { section: 'world', stories: 0 },
    ]
    const front = arrange(stories, sections, { ...unarranged, columns })
    expect(front.columns.map(({ section, stories }) => [section.slug, stories.length])).toEqual([
      ['sport', 1],
    ])
    expect(placedIn(front)).toHaveLength(stories.length)
  })

  test('a pin ends at its instant', () => {
    const until = '2026-03-02T12:00:00.000Z'
    const arrangement = { ...unarranged, lead: { id: 1, until } }
    expect(inForce(arrangement, new Date(Date.parse(until) - 1)).lead).not.toBeNull()
    expect(inForce(arrangement, new Date(until)).lead).toBeNull()
  })
})
