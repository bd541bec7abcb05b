import { expect, test } from 'vitest'
import { matchRoute } from './match'

test('every path has one world, and what the table does not name has none', () => {
  const worlds: Record<string, string | undefined> = {
    '/': 'document',
    '/section/world-news': 'document',
    '/news/49434/comments': 'document',
    '/comments/7/replies': 'document',
    '/comments/7': 'api',
    '/comments/new': 'private',
    '/comments/7/receipt': 'private',
    '/account': 'private',
    '/account/comments': 'private',
    '/admin/comments/7': 'private',
    '/api/health': 'api',
    '/_next/static/chunks/a.js': 'asset',
    '/section/World': undefined,
    '/section/a--b': undefined,
    '/section/': undefined,
    '/comments': undefined,
    '/comments/new/x': undefined,
    '/accounts': undefined,
    '/news': undefined,
    '/news/2147483647': 'document',
    '/news/2147483648': undefined,
    '/news/1/versions': 'document',
    '/news/1/versions/3': 'document',
    '/news/1/versions/03': undefined,
    '/news/1/versions/x': undefined,
    '/corrections': 'document',
    '/news/1/a/b': undefined,
  }
  for (const [path, world] of Object.entries(worlds))
    expect([path, matchRoute(path, '')?.world]).toEqual([path, world])
})

test('all forms of an article are one page; the words are asked for only when they could be right', () => {
  const forms = ['/news/5', '/n/5', '/news/5/some-words', '/news/5/Some_Words']
  const pages = forms.map((path) => matchRoute(path, 'x=1'))
  expect(pages).toEqual(
    ['/news/5', '/news/5', '/news/5/some-words', '/news/5'].map((asks) => ({
      world: 'document',
      isPage: true,
      key: '/news/5',
      asks,
      topics: ['article:5', 'talk:5', 'site'],
      lives: 'until-midnight',
      keepsMissing: true,
      declares: false,
      isKept: true,
      learnsUrl: true,
    })),
  )
})

test('parameters that count come in one order, once, and only in their shape', () => {
  const key = (query: string) => {
    const match = matchRoute('/news/5/comments', query)
    return match?.world === 'document' ? match.key : undefined
  }
  expect(key('after=k3-1z&sort=newest&sort=oldest&utm=1')).toBe('/news/5/comments?sort=newest&after=k3-1z')
  expect(key('sort=NEWEST&after=abc&around=07')).toBe('/news/5/comments')
  expect(key('around=12')).toBe('/news/5/comments?around=12')
})

test('a version asked for at an article leads to its own address, and no page is kept for it', () => {
  for (const path of ['/news/5', '/n/5', '/news/5/some-words', '/news/5/Some_Words'])
    expect(matchRoute(path, 'x=1&v=3')).toEqual({ world: 'lead', location: '/news/5/versions/3' })
  for (const odd of ['v=0', 'v=03', 'v=3a', 'v=', 'v=12345678901'])
    expect(matchRoute('/news/5/some-words', odd)).toMatchObject({ key: '/news/5' })
  expect(matchRoute('/news/5/comments', 'v=3')).toMatchObject({ key: '/news/5/comments' })
})
