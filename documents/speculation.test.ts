import { expect, test } from 'vitest'
import { openNewsroom, page, sendPage } from './newsroom.fixture'
import { speculationRules } from './speculation'

test('rules name documents under their own addresses only', () => {
  const rules = speculationRules()
  for (const path of ['"/"', '"/section/:slug"', '"/news/:id/:slug"', '"/news/:id/comments"', '"/rules"'])
    expect(rules).toContain(path)
  for (const word of ['api', 'sign-', 'account', 'admin', 'new', 'receipt', 'edit', '/n/'])
    expect(rules).not.toContain(word === 'new' ? '/comments/new' : word)
  // A comment's permalink answers 303, an article without its slug 308.
  expect(rules).not.toMatch(/"\/comments\/:id"|"\/news\/:id"/)
})

test('documents say where the rules are, and the rules are served as such', async () => {
  const site = await openNewsroom()
  site.pages.set('/', (_req, res) => sendPage(res, page('Front')))
  const front = await site.get('/')
  expect(front.headers['speculation-rules']).toBe('"/speculation-rules.json"')
  const rules = await site.get('/speculation-rules.json')
  expect(rules.status).toBe(200)
  expect(rules.headers['content-type']).toBe('application/speculationrules+json')
  expect(rules.headers['cache-control']).toBe('public, max-age=3600')
  expect(JSON.parse(rules.text)).toHaveProperty('prerender')
  expect(site.asked('/speculation-rules.json')).toBe(0)
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
