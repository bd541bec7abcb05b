import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium as browserType, type Locator, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { givenDraft, givenEditor } from '@/lib/database/test-desk'
import { chromium } from '../chromium'
import { newDataDir } from './data-dir'
import { ask, withDatabaseOf } from './running'
import { seeded } from './seeded'
import { givenSignedIn } from './session'
import { type Site, startSite } from './site'
import { bodyOf, editorOf, openWriting } from './writing'

const [minutes, awayMs] = [5, 30_000]
const [betweenKeysMs, mostRestMs] = [40, 900]

let site: Site
let dataDir: string
let browser: Browser

beforeAll(async () => {
  dataDir = await newDataDir('empty')
  site = await startSite({ DATA_DIR: dataDir, DEMO: '0', RATE_LIMITS: 'off' })
  browser = await browserType.launch(chromium(process.env))
}, 300_000)

afterAll(() => browser.close())

/** Somebody at work in a browser of their own. */
type Writer = { name: 'a' | 'b'; page: Page; awayFrom: number; choices: number; faults: string[] }
/** Words that somebody had before their eyes and chose against. */
type Ledger = { typed: string[]; givenUp: Set<string> }

const random = seeded(20_261_127)
const wordsIn = (text: string | null) => text?.match(/[ab]\d+\./g) ?? []

test(`two people write the same article for ${minutes} minutes, one of them without a network for a while: no word is lost, and none is overwritten silently`, async () => {
  const { id, writers } = await givenWriters()
  const [ana, ben] = writers
  ben.awayFrom = performance.now() + (minutes * 60_000) / 3
  const ledger: Ledger = { typed: [], givenUp: new Set() }
  const end = performance.now() + minutes * 60_000
  await Promise.all(writers.map((writer) => write(writer, ledger, end)))

  await Promise.all(writers.map(({ page }) => saved(page)))
  const page = await openWriting(ana.page.context(), `/admin/articles/${id}`)
  const there = new Set(wordsIn(await bodyOf(page).textContent()))
  const waiting = await ask<{ text: string }>(
    dataDir,
    `select aside::text as text from "DraftAside" where "articleId" = $1 and "settledAt" is null and aside is not null`,
    [id],
  )
  const offered = new Set(waiting.flatMap(({ text }) => wordsIn(text)))
  const lost = ledger.typed.filter((word) => ![there, offered, ledger.givenUp].some((some) => some.has(word)))
  console.info(
    `${ledger.typed.length} words typed, ${lost.length} lost, ${ledger.givenUp.size} chosen against in ${ana.choices + ben.choices} choices, ${waiting.length} places still to be chosen`,
  )
  expect(lost).toEqual([])
  expect(writers.flatMap(({ faults }) => faults)).toEqual([])
  expect(ledger.typed.length).toBeGreaterThan(200)
  expect(ana.choices + ben.choices).toBeGreaterThan(0)

  // Whoever rests sees what the other wrote.
  const pages = [page, ...writers.map((writer) => writer.page)]
  const texts = () =>
    Promise.all(pages.map(async (each) => wordsIn(await bodyOf(each).textContent()).join(' ')))
  await expect.poll(async () => new Set(await texts()).size, { timeout: 60_000, interval: 1_000 }).toBe(1)
}, 600_000)

async function givenWriters(): Promise<{ id: number; writers: [Writer, Writer] }> {
  const { id, cookies } = await withDatabaseOf(dataDir, async () => {
    const body = fromParagraphs(['Here writes a.', 'Both write here.', 'Here writes b.'])
    const { id } = await givenDraft(await givenEditor(), { body }, new Date())
    const one = await givenSignedIn(dataDir, 'Ana Sól', 'editor')
    return { id, cookies: [one.cookie, (await givenSignedIn(dataDir, 'Ben Okri', 'editor')).cookie] as const }
  })
  async function open(name: Writer['name'], cookie: string): Promise<Writer> {
    const context = await browser.newContext({ baseURL: site.origin })
    const [key = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name: key, value, url: site.origin }])
    const page = await openWriting(context, `/admin/articles/${id}`)
    const writer: Writer = { name, page, awayFrom: Number.POSITIVE_INFINITY, choices: 0, faults: [] }
    page.on('pageerror', (error) => writer.faults.push(String(error)))
    return writer
  }
  return { id, writers: [await open('a', cookies[0]), await open('b', cookies[1])] }
}

/** Types word after word, mostly at a place of their own, and chooses where it is asked. */
async function write(writer: Writer, ledger: Ledger, end: number): Promise<void> {
  const { name, page } = writer
  for (let count = 0; performance.now() < end; count += 1) {
    const isShared = random.below(5) === 0
    const place = bodyOf(page)
      .locator('p')
      .filter({ hasText: isShared ? 'Both write here.' : `Here writes ${name}.` })
    await toItsEnd(place.first())
    if (!isShared && random.below(12) === 0) await page.keyboard.press('Enter')
    const word = `${name}${count}.`
    await page.keyboard.type(` ${word} `, { delay: betweenKeysMs })
    ledger.typed.push(word)
    await pause(random.below(mostRestMs))
    const isAway = await useNetwork(writer)
    // Nobody follows a link on the train.
    if (!isAway && (await asked(page).isVisible())) await choose(writer, ledger)
  }
}

/** Behind its last word. The key alone goes to the end of a line of the screen, and a word that is parted there is found no more. */
async function toItsEnd(paragraph: Locator): Promise<void> {
  const box = await paragraph.boundingBox()
  if (!box) throw new Error('a paragraph without a place')
  await paragraph.click({ position: { x: box.width - 1, y: box.height - 2 } })
  await paragraph.page().keyboard.press('End')
}

const asked = (page: Page) => page.getByRole('link', { name: 'Somebody changed the same thing. Choose …' })

/** Follows the link to what waits, reads both sides of the first place, and takes one or, mostly, both. */
async function choose(writer: Writer, ledger: Ledger): Promise<void> {
  const { page } = writer
  const arrived = page.waitForEvent('load')
  await asked(page).click()
  await arrived
  await editorOf(page)
  const place = page
    .getByRole('region', { name: /waits? for a choice/ })
    .getByRole('listitem')
    .first()
  if (!(await place.isVisible())) return
  const [standing, aside] = await Promise.all([sideOf(place, 'Stands now'), sideOf(place, 'Written by')])
  const choice =
    random.below(3) === 0 ? 'Use the other' : random.below(3) === 0 ? 'Keep what stands' : 'Keep both'
  await place.getByRole('button', { name: choice }).click()
  await page.waitForURL(/(?:done|problem)=/)
  await editorOf(page)
  if (!page.url().includes('done=chosen')) return
  writer.choices += 1
  const [kept, gone] = choice === 'Use the other' ? [aside, standing] : [standing, aside]
  if (choice === 'Keep both') return
  for (const word of gone) if (!kept.includes(word)) ledger.givenUp.add(word)
}

async function sideOf(place: Locator, title: string): Promise<string[]> {
  const side = place
    .locator('div')
    .filter({ has: place.page().getByText(title) })
    .last()
  return wordsIn(await side.textContent())
}

/** Whoever is on the train for a while has no network, and types on. Whether that is now. */
async function useNetwork({ page, awayFrom }: Writer): Promise<boolean> {
  const now = performance.now()
  const isAway = now > awayFrom && now < awayFrom + awayMs
  await page.context().setOffline(isAway)
  return isAway
}

function saved(page: Page): Promise<void> {
  return page
    .getByRole('status')
    .filter({ hasText: /^(?:Saved|Everything is saved)/ })
    .waitFor({ timeout: 60_000 })
    .catch(async () => {
      throw new Error(`not saved: ${(await page.getByRole('status').allTextContents()).join(' | ')}`)
    })
}
