import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as browserType, type Page } from '@playwright/test'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { givenDraft, givenEditor } from '@/lib/database/test-desk'
import { chromium } from '../chromium'
import { newDataDir } from './data-dir'
import { type HuntedSite, startHunted } from './hunted-site'
import { leftRunning, withDatabaseOf } from './running'
import { givenSignedIn } from './session'
import { until } from './until'
import { bodyOf, openWriting } from './writing'

const mostLostMs = 2_000
const [typingMs, betweenKeysMs] = [8_000, 40]
const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }

let site: HuntedSite
let dataDir: string

beforeAll(async () => {
  dataDir = await newDataDir()
  site = await startHunted(dataDir, { DATA_DIR: dataDir, DEMO: '0', ...administrator })
}, 300_000)

test('of what was typed when the browser is killed, two seconds are lost at most', async () => {
  const { address, open } = await givenWriter()
  const before = await open()
  const writing = await openWriting(before.context, address)
  const kill = await before.aim()
  const typed = await type(writing, typingMs)
  const killedAt = performance.now()
  await kill()
  const page = await openWriting((await open()).context, address)
  await expectKept('browser killed', page, typed, killedAt)
})

test('of what was typed when the site is killed, the page that goes on loses nothing, and the site two seconds at most', async () => {
  const { address, open } = await givenWriter()
  const writing = await open()
  const page = await openWriting(writing.context, address)
  const typed = await type(page, typingMs)
  const killedAt = performance.now()
  const restarted = site.kill('both', 0)
  const more = await type(page, typingMs / 2, typed.length)
  // What the page has left waits here, so that another device sees what the site had.
  await writing.context.setOffline(true)
  await restarted
  const elsewhere = await openWriting((await open(true)).context, address)
  await expectKept('site killed, seen from another device', elsewhere, typed, killedAt)
  await writing.context.setOffline(false)
  const all = [...typed, ...more]
  await expect
    .poll(
      async () => {
        await elsewhere.reload()
        return (await wordsIn(elsewhere)).length
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(all.length)
  expect(await wordsIn(page)).toEqual(all.map(({ word }) => word))
})

test('of what was typed while the site is dead and when the browser dies, too, two seconds are lost at most', async () => {
  const { address, open } = await givenWriter()
  const before = await open()
  const page = await openWriting(before.context, address)
  const kill = await before.aim()
  const typed = await type(page, typingMs / 2)
  const restarted = site.kill('both', 0)
  const more = await type(page, typingMs, typed.length)
  const killedAt = performance.now()
  await kill()
  await restarted
  const again = await openWriting((await open()).context, address)
  await expectKept('site and browser killed', again, [...typed, ...more], killedAt)
})

type Typed = { word: string; at: number }

/** An editor with an article, and browsers of theirs: on one device, or on another. */
async function givenWriter() {
  const { cookie, id } = await withDatabaseOf(dataDir, async () => {
    const { id } = await givenDraft(await givenEditor(), {}, new Date())
    return { ...(await givenSignedIn(dataDir, `Writer of ${id}`, 'editor')), id }
  })
  const [name = '', value = ''] = cookie.split('=')
  const device = await newFolder()
  async function open(isElsewhere = false) {
    const folder = isElsewhere ? await newFolder() : device
    const context = await browserType.launchPersistentContext(folder, {
      ...chromium(process.env),
      baseURL: site.origin,
    })
    onTestFinished(() => context.close().catch(() => undefined))
    await context.addCookies([{ name, value, url: site.origin }])
    return { context, aim: () => aimAt(folder) }
  }
  return { address: `/admin/articles/${id}`, open }
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-writing-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Finds every process of a browser; what is given kills them at once, as when the power goes. */
async function aimAt(folder: string): Promise<() => Promise<void>> {
  const running = async () => (await leftRunning(folder)).map((line) => Number.parseInt(line, 10))
  const pids = await running()
  expect(pids).not.toEqual([])
  return async () => {
    for (const pid of pids) process.kill(pid, 'SIGKILL')
    await until('the browser is gone', async () => (await running()).length === 0, 10_000)
  }
}

/** Types numbered words at the end of the text for a while, and notes when each was there. */
async function type(page: Page, forMs: number, from = 0): Promise<Typed[]> {
  if (from === 0) {
    await bodyOf(page).click()
    await page.keyboard.press('Control+End')
  }
  const typed: Typed[] = []
  const began = performance.now()
  while (performance.now() < began + forMs) {
    const word = `word${from + typed.length}.`
    await page.keyboard.type(` ${word}`, { delay: betweenKeysMs })
    typed.push({ word, at: performance.now() })
  }
  return typed
}

async function wordsIn(page: Page): Promise<string[]> {
  return ((await bodyOf(page).textContent()) ?? '').match(/word\d+\./g) ?? []
}

/** What is there is what was typed, without its last two seconds at most. */
async function expectKept(what: string, page: Page, typed: Typed[], killedAt: number): Promise<void> {
  const due = typed.filter(({ at }) => at < killedAt - mostLostMs).length
  await expect.poll(async () => (await wordsIn(page)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(due)
  const there = await wordsIn(page)
  expect(there).toEqual(typed.slice(0, there.length).map(({ word }) => word))
  const lost = typed.slice(there.length)
  const lostMs = lost[0] ? Math.round(killedAt - lost[0].at) : 0
  console.info(`${what}: ${typed.length} words typed, ${lost.length} lost, the oldest ${lostMs} ms before`)
}
