import { chromium as browserType, type Page } from '@playwright/test'
import { chromium } from '@/e2e/chromium'
import { givenSignedIn, type Reader } from '@/e2e/process/session'
import { db } from '@/lib/db'
import { bodyOf } from './bodies'
import { asViewer, hold, nameOf } from './desk'
import type { Site } from './site'

export type KeyWork = {
  decided: number
  perMinute: number
  /** From the press of a key until the next comment has the focus, in milliseconds. */
  steps: number[]
  /** Comments that came in meanwhile. */
  arrived: number
  /** Decisions about another comment than the one that had the focus, missing or more than were made. */
  mistargeted: number
}

const arrivalEveryMs = 250

/**
 * Decides so many comments by keys alone in a real browser, every third rejected, while others arrive, and compares
 * what the database says was decided with what had the focus at every press. Between two it thinks for `pauseMs`.
 */
export async function moderateByKeys(
  site: Site,
  moderator: Reader,
  count: number,
  pauseMs = 0,
): Promise<KeyWork> {
  const browser = await browserType.launch(chromium(process.env))
  const arrivals = await startArrivals(site)
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = moderator.cookie.split('=')
    await context.addCookies([{ name, value, url: site.origin }])
    const page = await context.newPage()
    await page.goto(`${site.origin}/admin/queue`)
    await page.getByRole('button', { name: 'Keys', exact: true }).waitFor()
    const since = new Date()
    const pressed = new Map<number, 'published' | 'rejected'>()
    const steps: number[] = []
    await page.keyboard.press('j')
    const began = performance.now()
    for (let made = 0; made < count; made += 1) {
      const id = await focusedId(page)
      if (pauseMs > 0) await page.waitForTimeout(pauseMs)
      const isRejected = made % 3 === 2
      pressed.set(id, isRejected ? 'rejected' : 'published')
      const from = performance.now()
      if (isRejected) await page.keyboard.press('r')
      await page.keyboard.press(isRejected ? '1' : 'a')
      await page.waitForFunction(
        (was) => {
          const now = document.activeElement?.getAttribute('data-item')
          return now !== null && now !== undefined && now !== was
        },
        String(id),
        { polling: 'raf' },
      )
      steps.push(performance.now() - from)
    }
    const minutes = (performance.now() - began) / 60_000
    // The last answer may still be on its way.
    await page.waitForLoadState('networkidle')
    const mistargeted = await mistaken(moderator.id, since, pressed)
    return { decided: count, perMinute: count / minutes, steps, arrived: arrivals.count(), mistargeted }
  } finally {
    await arrivals.stop()
    await browser.close()
  }
}

async function focusedId(page: Page): Promise<number> {
  const id = await page.evaluate(() => document.activeElement?.getAttribute('data-item'))
  if (!id) throw new Error('no comment has the focus')
  return Number(id)
}

async function mistaken(
  moderatorId: number,
  since: Date,
  pressed: ReadonlyMap<number, 'published' | 'rejected'>,
): Promise<number> {
  const made = await db().decision.findMany({
    where: { actorId: moderatorId, createdAt: { gte: since }, actionId: null },
    select: { commentId: true, toState: true, rule: true },
  })
  const asMeant = made.filter(
    ({ commentId, toState, rule }) =>
      // A rejected edit leaves what was public before.
      pressed.get(commentId) === toState ||
      (pressed.get(commentId) === 'rejected' && rule === 'edit-rejected'),
  )
  return made.length - asMeant.length + pressed.size - new Set(asMeant.map(({ commentId }) => commentId)).size
}

/** The newest article that takes comments. */
export function newestOpen(): Promise<{ id: number }> {
  return db().article.findFirstOrThrow({
    where: { state: 'published', conversation: 'open' },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
}

/** Comments of newcomers that come in while somebody decides. */
async function startArrivals(site: Site) {
  const newcomer = asViewer(await givenSignedIn(site.dataDir, nameOf('Somebody new')), 'reader')
  const article = await newestOpen()
  // Words of their own each time, or on a database that was kept they are a raid.
  const first = Date.now() % 1_000_000_000
  let [count, last] = [0, Promise.resolve()]
  const timer = setInterval(() => {
    last = last.then(async () => {
      await hold(newcomer, article.id, bodyOf(first + count))
      count += 1
    })
  }, arrivalEveryMs)
  return {
    count: () => count,
    async stop(): Promise<void> {
      clearInterval(timer)
      await last
    },
  }
}
