import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slugOf } from '@/lib/articles/slug'
import { givenEditor, givenPublication } from '@/lib/database/test-desk'
import { givenComment, givenModerator, givenReader } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { readEnv } from '@/lib/env'
import { moveArticle } from '@/lib/newsroom/commands-state'
import { openDatabase } from '@/lib/open-database'
import type { Moderator } from '@/lib/readers/viewer'
import { shared } from '@/lib/shared'
import { newDataDir } from './data-dir'
import { givenCompany, givenHidden, headlineOf, newWord, rewrite, tagOf } from './hidden-article'
import { type Channel, type Company, channels, elsewhere } from './leak-channels'
import { type Hunt, hunt } from './leak-hunt'
import { databaseOf } from './running'
import { type Send, sender } from './send'
import { givenSignedIn } from './session'
import { type Site, startSite } from './site'
import { shownWithinMs } from './until'

const counting = [
  ...['/', '/section/{slug}', '/tag/{word}', '/author/{slug}', '/archive/{year}/{month}/{day}', '/feed.xml'],
  ...['/section/{slug}/feed.xml', '/tag/{word}/feed.xml', '/author/{slug}/feed.xml', '/news-sitemap.xml'],
  '/api/v1/articles',
]

let send: Send & { close(): void }
let leaks: Hunt['leaks']
let settled: Hunt['settled']
let told: Hunt['told']
let site: Site
let opened: ReturnType<typeof openDatabase>
let reader: Awaited<ReturnType<typeof givenSignedIn>>
let editor: Moderator
let administrator: Moderator
let company: Company

beforeAll(async () => {
  const dataDir = await newDataDir('empty')
  site = await startSite({ DATA_DIR: dataDir, DEMO: '0', RATE_LIMITS: 'off' })
  const read = readEnv({ DATA_DIR: dataDir, RATE_LIMITS: 'off' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  shared().env = read.value
  opened = openDatabase(await databaseOf(dataDir), 4)
  send = sender(site.origin)
  reader = await givenSignedIn(dataDir, 'Rea Curious')
  ;({ leaks, settled, told } = hunt(send, site.origin, reader.cookie))
  editor = await givenEditor()
  administrator = await givenModerator('Adam Berg', 'administrator')
  company = await givenCompany(editor)
}, 300_000)

afterAll(async () => {
  send.close()
  await opened.$disconnect()
})

test('every route is a channel, or shows no article', () => {
  const text = ['routes', 'machine-routes']
    .map((file) => readFileSync(`documents/${file}.ts`, 'utf8'))
    .join('\n')
  const patterns = [...text.matchAll(/(?:pattern: |program\()'(\/[^']*)'/g)].map(
    ([, pattern = '']) => pattern,
  )
  const feeds = [...text.matchAll(/feedsOf\('([^']*)'/g)].flatMap(([, at = '']) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${at}/${name}`),
  )
  const known = new Set([...Object.keys(channels), ...elsewhere])
  expect([...patterns, ...feeds].filter((pattern) => !known.has(pattern))).toEqual([])
  expect(patterns.length).toBeGreaterThan(40)
})

test('a public article is found by every channel that is to show it: the others are tried for something', async () => {
  const article = await givenHidden(editor, company, 'published')
  expect(
    await settled(
      article,
      (_channel, says) => says,
      ({ shows }) => shows === true,
    ),
  ).toEqual([])
})

test.each(['draft', 'scheduled', 'embargoed'] as const)(
  'nothing of what is %s leaves the desk',
  async (state) => {
    const article = await givenHidden(editor, company, state)
    expect(await leaks(article)).toEqual([])
    // Asked once more, when whatever is kept of its not being there is kept.
    expect(await leaks(article)).toEqual([])
  },
)

test('what is not public is counted nowhere: no list, feed or map says anything else for its being there', async () => {
  const before = await told()
  for (const state of ['draft', 'scheduled', 'embargoed'] as const) {
    await givenHidden(editor, null, state)
    expect([state, await told()]).toEqual([state, before])
  }
  // What is public is: else nothing was tried.
  await givenHidden(editor, null, 'published')
  const changed = async () => {
    const now = await told()
    return Object.keys(now).filter((name) => now[name] !== before[name])
  }
  const counting = ['/', '/section/{slug}', '/archive/{year}/{month}/{day}', '/sitemap.xml', '/feed.xml']
  await expect.poll(changed, { timeout: shownWithinMs }).toEqual(expect.arrayContaining(counting))
})

test.each(['withdraw', 'block', 'unpublish'] as const)(
  'what counted a public article counts as before when it is gone: %s',
  async (move) => {
    const beside = await givenHidden(editor, null, 'published')
    const pages = (channel: Channel) => counting.some((name) => channel === channels[name])
    expect(await settled(beside, (_channel, says) => says, pages)).toEqual([])
    const lists = { tag: beside.tag, author: beside.author }
    let before = await told(lists)
    const isStill = async () => {
      const earlier = before
      before = await told(lists)
      return isDeepStrictEqual(before, earlier)
    }
    // Everything that counts has heard of the one that stays; pages are made once a second at most.
    await expect.poll(isStill, { timeout: shownWithinMs, interval: 2_000 }).toBe(true)
    // A map says when it changed last: that its story went is a change.
    const undated = (text = '') => text.replaceAll(/<lastmod>[^<]*<\/lastmod>/g, '')
    const changed = async () => {
      const now = await told(lists)
      return Object.keys(now).filter((name) => undated(now[name]) !== undated(before[name]))
    }
    const article = await givenHidden(editor, null, 'published', beside)
    const read = { articleId: article.id, day: new Date(), count: 1_000_000 }
    await db().articleReads.create({ data: read, select: { day: true } })
    await expect.poll(changed, { timeout: shownWithinMs }).toEqual(expect.arrayContaining(counting))
    const gone = { articleId: article.id, move, words: 'A notice' }
    expect((await moveArticle(administrator, gone, new Date())).ok).toBe(true)
    await expect.poll(changed, { timeout: shownWithinMs }).toEqual([])
  },
)

test('what is updated under embargo leaks neither before nor after; when it goes live, what was kept of its absence does not stand', async () => {
  const article = await givenHidden(editor, company, 'embargoed')
  const first = article.word
  const word = newWord()
  await rewrite(editor, article.id, word)
  await givenPublication(editor, article.id, { when: { move: 'update' } }, new Date())
  const updated = { ...article, word, tag: tagOf(word), slug: slugOf(headlineOf(word)) }
  expect([...(await leaks(updated)), ...(await leaks(article))]).toEqual([])
  await db().article.update({
    where: { id: article.id },
    data: { goesLiveAt: new Date() },
    select: { id: true },
  })
  const pages = (channel: Channel) => channel === channels['/news/{id}'] || channel === channels['/']
  expect(await settled(updated, (_channel, says) => says, pages)).toEqual([])
  expect(await leaks({ ...updated, word: first }, 'public')).toEqual([])
})

test('whoever commented on what is now rewritten under embargo is told nothing of it by what is their own', async () => {
  const article = await givenHidden(editor, company, 'published')
  const viewer = { ...(await givenReader()), id: reader.id }
  const { id: commentId } = await givenComment(viewer, { articleId: article.id, body: 'Mine.' }, new Date())
  const own = ['what somebody has of their own', 'all that somebody wrote', 'the receipt of a comment']
  const isOwn = (channel: Channel) => own.some((name) => channel === channels[name])
  expect(await settled({ ...article, commentId }, (_channel, says) => says, isOwn)).toEqual([])
  const unpublished = { articleId: article.id, move: 'unpublish', words: '' } as const
  expect((await moveArticle(editor, unpublished, new Date())).ok).toBe(true)
  const word = newWord()
  await rewrite(editor, article.id, word)
  const at = new Date(Date.now() + 3_600_000)
  await givenPublication(editor, article.id, { when: { move: 'embargo', at } }, new Date())
  const updated = { ...article, commentId, word, tag: tagOf(word), slug: slugOf(headlineOf(word)) }
  expect(await leaks(updated)).toEqual([])
})

test('what is written on of a public article stays at the desk', async () => {
  const article = await givenHidden(editor, company, 'published')
  const word = newWord()
  await rewrite(editor, article.id, word)
  expect(await leaks({ ...article, word, tag: tagOf(word) }, 'public')).toEqual([])
})

test('nobody who reads can write under what is hidden, nor say what is wrong in it, nor be told more than of what never was', async () => {
  for (const state of ['draft', 'scheduled', 'embargoed'] as const) {
    const { id, word } = await givenHidden(editor, company, state)
    const never = 1_999_999_999
    const ask = async (article: number) => {
      const comment = {
        path: '/api/comments',
        json: { article, body: 'Hello there.' },
        cookie: reader.cookie,
      }
      const error = { path: `/api/news/${article}/report-error`, json: { quote: 'They say', words: 'No.' } }
      return Promise.all([comment, error].map((asked) => send(asked)))
    }
    const [hidden, nothing] = [await ask(id), await ask(never)]
    expect(hidden.map(({ status }) => status)).toEqual(nothing.map(({ status }) => status))
    expect(hidden.some(({ status }) => status < 300)).toBe(false)
    expect(hidden.map(({ body }) => body.replaceAll(String(id), 'N'))).toEqual(
      nothing.map(({ body }) => body.replaceAll(String(never), 'N')),
    )
    expect(JSON.stringify(hidden)).not.toContain(word)
  }
})

test.each(['schedule', 'embargo'] as const)(
  'what a public article is to say later (%s) is told by no channel, until it is what it says',
  async (move) => {
    const article = await givenHidden(editor, company, 'published')
    const word = newWord()
    await rewrite(editor, article.id, word)
    const at = new Date(Date.now() + 3_600_000)
    await givenPublication(editor, article.id, { when: { move, at }, note: `Note ${word}` }, new Date())
    const updated = { ...article, word, tag: tagOf(word), slug: slugOf(headlineOf(word)) }
    expect(await leaks(updated, 'public')).toEqual([])
    // Asked once more, when whatever is kept is kept.
    expect(await leaks(updated, 'public')).toEqual([])
    await db().scheduledUpdate.update({
      where: { articleId: article.id },
      data: { goesLiveAt: new Date() },
      select: { articleId: true },
    })
    const pages = (channel: Channel) => channel === channels['/news/{id}'] || channel === channels['/']
    expect(await settled(updated, (_channel, says) => says, pages)).toEqual([])
  },
)

test.each(['withdraw', 'block', 'unpublish'] as const)(
  'of what was public and kept everywhere nothing is left: %s',
  async (move) => {
    const article = await givenHidden(editor, company, 'published')
    expect(
      await settled(
        article,
        (_channel, says) => says,
        ({ shows }) => shows === true,
      ),
    ).toEqual([])
    const moved = await moveArticle(
      administrator,
      { articleId: article.id, move, words: 'A notice' },
      new Date(),
    )
    expect(moved.ok).toBe(true)
    expect(await settled(article, (_channel, says) => !says)).toEqual([])
    const status = { withdraw: 410, block: 451, unpublish: 404 }[move]
    expect((await send({ path: `/news/${article.id}/${article.slug}` })).status).toBe(status)
  },
)
