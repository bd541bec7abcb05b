import { expect, test } from 'vitest'
import { openNewsroom, page, sendPage } from './newsroom.fixture'
import { speculationRules } from './speculation'

test('rules name documents under their own addresses only', () => {
  const [rule] = JSON.parse(speculationRules()).prerender
  const [matches, not] = rule.where.and
  expect(not).toEqual({ not: { selector_matches: '[rel~=nofollow],[download],[target]' } })
  const shapes = matches.href_matches.map((pattern: string) => pattern.replaceAll(/:\w/g, '[^/]+'))
  const isForeseen = (path: string) => new RegExp(`^(?:${shapes.join('|')})$`).test(path)
  for (const path of ['/', '/section/world', '/news/49434/a-headline', '/news/49434/comments', '/rules'])
    expect([path, isForeseen(path)]).toEqual([path, true])
  for (const path of ['/sign-in', '/account', '/admin/queue', '/api/viewer', '/comments/new', '/feed.xml'])
    expect([path, isForeseen(path)]).toEqual([path, false])
  for (const path of ['/comments/7/receipt', '/comments/7/edit', '/n/49434', '/section/world/feed.xml'])
    expect([path, isForeseen(path)]).toEqual([path, false])
  // A comment's permalink answers 303, an article without its slug 308.
  for (const path of ['/comments/7', '/news/49434']) expect([path, isForeseen(path)]).toEqual([path, false])
})

test('documents say the rules in their header: they are no request of their own', async () => {
  const site = await openNewsroom()
  site.pages.set('/', (_req, res) => sendPage(res, page('Front')))
  const value = String((await site.get('/')).headers['speculation-rules'])
  expect(value).toMatch(/^"data:application\/speculationrules\+json,[ !"$-~]+"$/)
  const rules = JSON.parse(value.slice(value.indexOf('{'), -1).replaceAll('\\', '')) as unknown
  expect(rules).toEqual(JSON.parse(speculationRules()))
  // Browsers refuse all rules when one pattern has a group of alternatives.
  expect(speculationRules()).not.toMatch(/[(|]/)
  expect(JSON.stringify(rules)).toContain('"relative_to":"document"')
  // It is on every page, whose first round trip should bring all of it.
  expect(value.length).toBeLessThan(650)
  await site.close()
})

test('a page fetched ahead is the kept page, byte for byte', async () => {
  const site = await openNewsroom()
  site.pages.set('/', (_req, res) => sendPage(res, page('Front')))
  const read = await site.get('/')
  const ahead = await site.get('/', { headers: { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' } })
  expect(ahead.headers['cache-status']).toBe('Tribune; hit')
  expect(ahead.headers.etag).toBe(read.headers.etag)
  expect(ahead.text).toBe(read.text)
  expect(site.asked('/')).toBe(1)
  await site.close()
})
