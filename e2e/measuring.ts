import type { CDPSession, Page } from '@playwright/test'

export type Transfer = { path: string; type: string; bytes: number }

/** A poor telephone line. */
const slowLine = { offline: false, latency: 120, downloadThroughput: 60_000, uploadThroughput: 60_000 }

/** What comes over the line for a page, and for what a browser that has nothing yet fetches unasked. */
export async function measure(page: Page, address: string): Promise<Transfer[]> {
  const session = await page.context().newCDPSession(page)
  const transfers = await countTransfers(session)
  await page.goto(address, { waitUntil: 'networkidle' })
  await session.detach()
  return [...transfers.values()]
}

/**
 * Every shift of the layout, in Chromium's measure, while a page comes over a slow line and its font and pictures
 * only after the first paint.
 */
export async function shiftsWhileLate(
  page: Page,
  address: string,
): Promise<{ shifts: number[]; late: string[] }> {
  const session = await page.context().newCDPSession(page)
  const shifts: number[] = []
  const late: string[] = []
  const painted = new Promise<void>((resolve) => {
    session.on('PerformanceTimeline.timelineEventAdded', ({ event }) => {
      if (event.layoutShiftDetails) shifts.push(event.layoutShiftDetails.value)
      if (event.lcpDetails) resolve()
    })
  })
  await session.send('PerformanceTimeline.enable', {
    eventTypes: ['layout-shift', 'largest-contentful-paint'],
  })
  await session.send('Network.emulateNetworkConditions', slowLine)
  await page.route(/\/pictures\/|\.woff2$/, async (route) => {
    await painted
    late.push(new URL(route.request().url()).pathname)
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await session.detach()
  return { shifts, late }
}

async function countTransfers(session: CDPSession): Promise<Map<string, Transfer>> {
  const transfers = new Map<string, Transfer>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.url.startsWith('http')) return
    transfers.set(requestId, { path: new URL(response.url).pathname, type, bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.bytes = encodedDataLength
  })
  await session.send('Network.enable')
  return transfers
}
