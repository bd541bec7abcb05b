import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TalkMode } from '@/prisma/generated/enums'
import { closesAt, houseMode, modeFor, modeOf, modeOfPerson, mostDays, type Place } from './talk-mode'

const day = 86_400_000
const noon = new Date('2026-03-02T12:00:00Z')
const mode = fc.option(fc.constantFrom(...Object.values(TalkMode)))
const days = fc.option(fc.nat({ max: mostDays }))
const said = fc.record({ mode, closesAfterDays: days })
const article = fc.record({
  mode: fc.option(fc.constantFrom('after', 'before', 'newcomers')),
  closesAfterDays: days,
  isOpen: fc.boolean(),
  isKeptOpen: fc.boolean(),
  publishedAt: fc.option(fc.constant(noon)),
}) as fc.Arbitrary<Place['article']>
const place: fc.Arbitrary<Place> = fc.record({ site: said, section: said, article })
const later = fc.nat({ max: 2 * mostDays * day }).map((ms) => new Date(noon.getTime() + ms))
const silent = { mode: null, closesAfterDays: null }
const open: Place = {
  site: silent,
  section: silent,
  article: { ...silent, isOpen: true, isKeptOpen: false, publishedAt: noon },
}

test('where nobody said anything newcomers’ comments are read first, and nothing closes by itself', () => {
  expect(modeFor({ ...open, person: null }, new Date(noon.getTime() + mostDays * day))).toEqual({
    mode: houseMode,
    by: 'house',
  })
})

test('the most particular wins: person, article, section, site', () => {
  const site = { mode: 'after', closesAfterDays: null } as const
  const section = { mode: 'before', closesAfterDays: null } as const
  const everywhere = { ...open, site, section }
  expect(modeOf({ ...open, site }, noon)).toEqual({ mode: 'after', by: 'site' })
  expect(modeOf(everywhere, noon)).toEqual({ mode: 'before', by: 'section' })
  const own = { ...everywhere, article: { ...open.article, mode: 'newcomers' as const } }
  expect(modeOf(own, noon)).toEqual({ mode: 'newcomers', by: 'article' })
  expect(modeFor({ ...own, person: 'after' }, noon)).toEqual({ mode: 'after', by: 'person' })
})

test('what a person is opens nothing that is closed, and is what counts where it is open', () => {
  fc.assert(
    fc.property(place, mode, later, (place, person, now) => {
      const [here, theirs] = [modeOf(place, now), modeFor({ ...place, person }, now)]
      if (here.mode === 'closed' || person === null) expect(theirs).toEqual(here)
      else expect(theirs).toEqual({ mode: person, by: 'person' })
    }),
  )
})

test('closed by hand is closed, whatever anybody else says', () => {
  fc.assert(
    fc.property(place, later, (place, now) => {
      const closed = { ...place, article: { ...place.article, isOpen: false } }
      expect(modeOf(closed, now)).toEqual({ mode: 'closed', by: 'article' })
    }),
  )
})

test('what was closed by its age does not open by growing older', () => {
  fc.assert(
    fc.property(place, later, later, (place, one, other) => {
      const [sooner, after] = one < other ? [one, other] : [other, one]
      if (modeOf(place, sooner).by === 'age') expect(modeOf(place, after)).toEqual(modeOf(place, sooner))
    }),
  )
})

test('it closes at the very instant its days are over, by the most particular number', () => {
  const after = (article: number | null, section: number | null, site: number | null) => ({
    site: { mode: null, closesAfterDays: site },
    section: { mode: null, closesAfterDays: section },
    article: { ...open.article, closesAfterDays: article },
  })
  for (const [given, days] of [
    [after(3, 5, 7), 3],
    [after(null, 5, 7), 5],
    [after(null, null, 7), 7],
  ] as const) {
    const at = noon.getTime() + days * day
    expect(closesAt(given)).toEqual(new Date(at))
    expect(modeOf(given, new Date(at - 1)).mode).not.toBe('closed')
    expect(modeOf(given, new Date(at))).toEqual({ mode: 'closed', by: 'age' })
  }
  expect(closesAt(after(0, 5, 7))).toBeNull()
  expect(closesAt(after(null, 0, 7))).toBeNull()
})

test('what was opened again by hand, and what was never published, is not closed by its age', () => {
  fc.assert(
    fc.property(place, later, (place, now) => {
      for (const more of [{ isKeptOpen: true }, { publishedAt: null }])
        expect(modeOf({ ...place, article: { ...place.article, ...more } }, now).by).not.toBe('age')
    }),
  )
})

test('nobody more general changes what somebody more particular said', () => {
  fc.assert(
    fc.property(place, said, later, (place, other, now) => {
      const { by } = modeOf(place, now)
      if (by === 'article')
        expect(
          modeOf({ ...place, section: place.section, site: { ...other, closesAfterDays: 0 } }, now).by,
        ).toBe('article')
      if (by === 'section')
        expect(
          modeOf({ ...place, site: { ...other, closesAfterDays: place.site.closesAfterDays } }, now),
        ).toEqual(modeOf(place, now))
    }),
  )
})

test('review counts before trust', () => {
  expect(modeOfPerson({ underReview: true, isTrusted: true })).toBe('before')
  expect(modeOfPerson({ underReview: false, isTrusted: true })).toBe('after')
  expect(modeOfPerson({ underReview: false, isTrusted: false })).toBeNull()
})
