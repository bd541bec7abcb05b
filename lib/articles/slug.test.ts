import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articlePath, slugOf } from './slug'

test('a headline becomes readable words', () => {
  expect(slugOf('Mill towns bid for “the plant nobody wanted”')).toBe(
    'mill-towns-bid-for-the-plant-nobody-wanted',
  )
  expect(slugOf('Iran’s envoy: 3.5% isn’t enough')).toBe('irans-envoy-3-5-isnt-enough')
  expect(slugOf('Évora élit son maire')).toBe('evora-elit-son-maire')
})

test('other scripts keep their letters', () => {
  expect(slugOf('東京で地震')).toBe('東京で地震')
  expect(articlePath({ id: 7, slug: slugOf('الأخبار اليوم') })).toBe(
    `/news/7/${encodeURIComponent('الأخبار-اليوم')}`,
  )
})

test('no slug is a word that stands for something else there', () => {
  expect(slugOf('Comments')).toBe('comments-article')
  expect(slugOf('Versions!')).toBe('versions-article')
})

test('any headline gives a slug the database takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (headline) => {
      const slug = slugOf(headline)
      expect(slug).not.toMatch(/[/?#\s]/u)
      expect(slug.length).toBeGreaterThan(0)
      expect(slug.length).toBeLessThanOrEqual(100)
    }),
  )
})
