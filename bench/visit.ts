import type { Browser, CDPSession, Page } from '@playwright/test'

export type Kind = 'document' | 'stylesheet' | 'font' | 'picture' | 'script' | 'other'
/** `bytes` is what came over the wire for it, headers included. */
export type Transfer = { url: string; kind: Kind; bytes: number; status: number }
export type Visit = {
  transfers: Transfer[]
  /** Sum of the layout shifts until everything was loaded and the page scrolled to its end. */
  shift: number
  /** Elements that run a script, and names in the page that belong to a framework. */
  scripts: number
  framework: string[]
}

const viewport = { width: 412, height: 823 }

/** Opens a page as a new reader with a telephone does, with nothing in the cache, and touches nothing. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, isMobile: true })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchShifts)
    const transfers = record(await context.newCDPSession(page))
    await page.goto(url, { waitUntil: 'networkidle' })
    const beforeInteraction = [...(await transfers).values()]
    return {
      transfers: beforeInteraction,
      ...(await page.evaluate(readPage)),
      shift: await scrolledShift(page),
    }
  } finally {
    await context.close()
  }
}

/** What is asked for, in a map that fills while the page loads. */
async function record(session: CDPSession): Promise<Map<string, Transfer>> {
  const transfers = new Map<string, Transfer>()
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) =>
    transfers.set(requestId, { url: request.url, kind: kindOf(type), bytes: 0, status: 0 }),
  )
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.status = response.status
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.bytes = encodedDataLength
  })
  await session.send('Network.enable')
  return transfers
}

function kindOf(type: string | undefined): Kind {
  switch (type) {
    case 'Document':
      return 'document'
    case 'Stylesheet':
      return 'stylesheet'
    case 'Font':
      return 'font'
    case 'Image':
      return 'picture'
    case 'Script':
      return 'script'
    default:
      return 'other'
  }
}

/** Pictures below the fold come while the page is scrolled: they must not move anything either. */
async function scrolledShift(page: Page): Promise<number> {
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => Number(Reflect.get(window, 'measuredShift') ?? 0))
}

// The two below run in the page: tsx would give a named function in them a name by a helper that is not there.

function watchShifts(): void {
  Reflect.set(window, 'measuredShift', 0)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput') === true) continue
      const sum = Number(Reflect.get(window, 'measuredShift')) + Number(Reflect.get(entry, 'value'))
      Reflect.set(window, 'measuredShift', sum)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

function readPage(): { scripts: number; framework: string[] } {
  return {
    scripts: [...document.scripts].filter(({ type }) =>
      /^(?:|module|text\/javascript|application\/javascript)$/.test(type),
    ).length,
    framework: Object.getOwnPropertyNames(window).filter((name) =>
      /next|react|turbopack|webpack/i.test(name),
    ),
  }
}
