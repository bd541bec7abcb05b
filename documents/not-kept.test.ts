import { expect, test } from 'vitest'
import { newFolder, openTier, pagesBelow } from './disk/tier.fixture'
import { openNewsroom, page, sendPage } from './newsroom.fixture'

const talk = '/news/49434/comments'

test('made-up searches leave memory and disk as they were, and push no page out', async () => {
  const folder = await newFolder()
  const disk = await openTier(folder, { now: () => 1_800_000_000_000 })
  const site = await openNewsroom({ disk, limits: { storeBytes: 400_000, missingBytes: 100_000 } })
  const bytes = 'x'.repeat(20_000)
  site.pages.set(talk, (req, res) => sendPage(res, page(`Talk ${req.url}`, '', bytes)))
  await site.documents.ready
  const paths = [talk, `${talk}?sort=newest`, `${talk}?around=7`]
  for (const path of paths) await site.get(path)
  const before = site.documents.stats()
  for (let made = 0; made < 300; made += 1) {
    const found = await site.get(`${talk}?q=word${made}&after=${made.toString(36)}-1`)
    expect([found.status, found.headers['cache-status']]).toEqual([200, 'Tribune; fwd=miss'])
    // An article that is not there: what is remembered of missing pages is not filled either.
    expect((await site.get(`/news/1000/comments?q=word${made}`)).status).toBe(404)
  }
  const { renders: _before, hits: _hits, ...kept } = before
  expect(site.documents.stats()).toMatchObject(kept)
  for (const path of paths) expect((await site.get(path)).headers['cache-status']).toBe('Tribune; hit')
  await site.close()
  await disk.close()
  expect(await pagesBelow(folder)).toHaveLength(paths.length)
})

test('a search shows what is there now, every time, and those who ask at once share it', async () => {
  const site = await openNewsroom()
  let said = 'first'
  site.pages.set(talk, (_, res) => void setTimeout(() => sendPage(res, page(said)), 20))
  const both = await Promise.all([site.get(`${talk}?q=ferry`), site.get(`${talk}?q=ferry`)])
  expect(both.map(({ text }) => text.includes('first'))).toEqual([true, true])
  expect(site.asked(`${talk}?q=ferry`)).toBe(1)
  said = 'second'
  expect((await site.get(`${talk}?q=ferry`)).text).toContain('second')
  await site.close()
})

test('a search that is no line of up to 100 characters is none', async () => {
  const site = await openNewsroom()
  site.pages.set(talk, (req, res) => sendPage(res, page(`Talk ${req.url}`)))
  for (const odd of ['', 'a%00b', 'a%0Ab', 'x'.repeat(101)]) await site.get(`${talk}?q=${odd}`)
  expect(site.asked(talk)).toBe(1)
  const longest = encodeURIComponent('é'.repeat(100))
  expect((await site.get(`${talk}?q=${longest}`)).text).toContain(longest)
  await site.close()
})
