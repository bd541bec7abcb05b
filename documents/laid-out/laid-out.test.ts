import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeSmallDocument } from '../document'
import { type Newsroom, openNewsroom, page, sendPage } from '../newsroom.fixture'
import { securityPolicies } from '../policy'
import { type LaidFiles, openLaidFiles } from './files'
import { createLaidOut, type LaidOut, sharedHeaders } from './laid-out'

const path = '/news/49434/a-headline'
const edition = '0123456789abcdef'
let folder: string
let site: Newsroom
let laidOut: LaidOut
let text = 'first'
const failures: unknown[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-laid-out-'))
  text = 'first'
  failures.length = 0
  await open()
})
afterEach(async () => {
  await shut()
  await rm(folder, { recursive: true })
})

async function shut() {
  await laidOut.close()
  await site.close()
}

async function open(limits = { pages: 100, bytes: 1e6 }, files: LaidFiles = filesOfAProcess()) {
  laidOut = createLaidOut({
    files,
    limits,
    secret: 'secret',
    timeZone: 'UTC',
    headers: headersOfPages(),
    now: () => site?.clock.now ?? Date.UTC(2027, 0, 15),
    log: (line) => failures.push(line),
  })
  site = await openNewsroom({ laidOut })
  site.pages.set(path, (_, res) => sendPage(res, page(text)))
  site.pages.set('/news/49434', (_, res) => void res.writeHead(308, { location: path }).end())
  site.pages.set('/about', (_, res) => sendPage(res, page('About')))
}

function filesOfAProcess(): LaidFiles {
  return openLaidFiles(folder, edition)
}

function headersOfPages() {
  const { document } = securityPolicies(new URL('http://localhost'), false)
  return sharedHeaders(
    makeSmallDocument({ status: 200, html: '', headers: document, language: 'en', buildId: '' }).br,
  )
}

async function laid(): Promise<string[]> {
  const names = await readdir(join(folder, edition, 'pages'), { recursive: true }).catch(() => [])
  return names.filter((name) => /\.(?:br|gzip)$/.test(name)).sort()
}

/** As nginx asks: again a second later. */
async function askTwice(url: string, asked: Parameters<Newsroom['get']>[1] = {}): Promise<void> {
  await site.get(url, asked)
  site.clock.now += 1000
  await site.get(url, asked)
}

const both = ['news/49434/a-headline.br', 'news/49434/a-headline.gzip']
const until = (names: string[]) => vi.waitFor(async () => expect(await laid()).toEqual(names))

test('a document is laid out when it is asked for again, and removed before anything else happens when it is old', async () => {
  await site.get(path)
  expect(await laid()).toEqual([])
  await site.get(path)
  await until(both)
  laidOut.moved(new Map([['talk:1', 1]]))
  expect(await laid()).toEqual(both)
  laidOut.moved(new Map([['talk:49434', 1]]))
  expect(await laid()).toEqual([])
  expect(failures).toEqual([])
})

test('the front page and a page below another lie beside each other', async () => {
  site.pages.set('/', (_, res) => sendPage(res, page('Front')))
  for (const url of ['/', path, '/about']) await askTwice(url)
  await until(['.br', '.gzip', 'about.br', 'about.gzip', ...both])
})

test('what is no kept, canonical page without a query is never laid out', async () => {
  const talk = '/news/49434/comments'
  site.pages.set('/rules', (_, res) => {
    res.setHeader('set-cookie', 'a=1')
    sendPage(res, page('Rules'))
  })
  site.pages.set('/terms', (_, res) =>
    sendPage(res, page('Terms', '<meta name="tribune:status" content="410">')),
  )
  site.pages.set('/privacy', (_, res) => sendPage(res, page('Privacy').replace('lang="en"', 'lang="fr"')))
  site.pages.set(talk, (_, res) => sendPage(res, page('Talk')))
  site.pages.set('/feed.xml', (_, res) => void res.writeHead(200, { 'content-type': 'text/xml' }).end('<a/>'))
  site.pages.set('/tag/%C3%A9t%C3%A9', (_, res) => sendPage(res, page('Tag')))
  const others = [`${talk}?sort=oldest`, `${path}?x=1`, '/news/49434', '/rules', '/terms', '/privacy']
  for (const url of [...others, '/feed.xml', '/tag/%C3%A9t%C3%A9', '/nowhere', '/account'])
    await askTwice(url)
  await askTwice(path, { method: 'POST' })
  // What comes last is laid out last.
  await askTwice('/about')
  await until(['about.br', 'about.gzip'])
})

test('a change that is heard while a page is being laid out leaves nothing of it', async () => {
  const files = filesOfAProcess()
  let changes: () => void = () => undefined
  await shut()
  await open(undefined, {
    ...files,
    lay: (laidPage, isCurrent) =>
      files.lay(laidPage, () => {
        changes()
        return isCurrent()
      }),
  })
  changes = () => site.change('talk:49434')
  await askTwice(path)
  await askTwice('/about')
  await vi.waitFor(async () => expect(await laid()).toContain('about.br'))
  expect(await laid()).not.toContain(both[0])
})

test('a process that has nothing of a page removes it, and one that lags removes what it laid out meanwhile', async () => {
  const [ahead, behind] = [filesOfAProcess(), filesOfAProcess()]
  const old = { path, topics: ['talk:49434', 'site'], forms: [form('br', 'old'), form('gzip', 'old')] }
  await behind.lay(old, () => true)
  ahead.removeFor('talk:49434')
  expect(await laid()).toEqual([])
  // It has not heard yet.
  await behind.lay(old, () => true)
  expect(await laid()).toEqual(both)
  behind.removeFor('talk:49434')
  expect(await laid()).toEqual([])
})

test('everything going while a page is being laid out takes it along', async () => {
  const [one, other] = [filesOfAProcess(), filesOfAProcess()]
  const mine = { path, topics: ['talk:49434'], forms: [form('br', 'mine'), form('gzip', 'mine')] }
  const theirs = { ...mine, path: '/news/49434/versions' }
  let meanwhile: Promise<unknown> = Promise.resolve()
  const laying = one.lay(mine, () => {
    void other.empty()
    meanwhile = other.lay(theirs, () => true)
    return true
  })
  await expect(laying).rejects.toThrow()
  await meanwhile
  expect(await laid()).toEqual(['news/49434/versions.br', 'news/49434/versions.gzip'])
})

test('what nginx makes its tag from says the bytes, whoever laid them out and when', async () => {
  await askTwice(path)
  await until(both)
  const first = await times()
  laidOut.moved('everything')
  expect(await laid()).toEqual([])
  await askTwice(path)
  await until(both)
  expect(await times()).toEqual(first)
  text = 'other'
  site.change('talk:49434')
  laidOut.moved(new Map([['talk:49434', 1]]))
  await askTwice(path)
  await until(both)
  for (const [index, time] of (await times()).entries()) expect(time).not.toBe(first[index])
})

test('when the database is not heard any more nothing lies there, nor the day after', async () => {
  const versions = { hearing: true }
  laidOut.watch(versions)
  await askTwice(path)
  await until(both)
  versions.hearing = false
  await until([])
  versions.hearing = true
  await askTwice('/about')
  await until(['about.br', 'about.gzip'])
  site.clock.now += 86_400_000
  await until([])
})

test('beyond its limits the folder is emptied, and what is read comes back', async () => {
  await shut()
  await open({ pages: 2, bytes: 1e6 })
  for (const url of ['/about', '/contact', '/terms']) {
    site.pages.set(url, (_, res) => sendPage(res, page(url)))
    await askTwice(url)
  }
  await until([])
  await askTwice('/about')
  await until(['about.br', 'about.gzip'])
})

function form(coding: 'br' | 'gzip', words: string) {
  return { coding, body: Buffer.from(words), second: words.length }
}

async function times(): Promise<number[]> {
  return Promise.all(both.map(async (name) => (await stat(join(folder, edition, 'pages', name))).mtimeMs))
}
