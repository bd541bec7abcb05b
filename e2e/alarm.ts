import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test'

/** What a promised refusal looks like to the browser: an answer of ours with this status, or none. */
type Refusal = { path: string; status: number | 'lost' }

export type Alarm = {
  /** Listens to everything that goes wrong in the pages of a context. */
  watch(context: BrowserContext): Promise<void>
  /** Announces one request that is answered with this status; without the announcement it counts as a fault. */
  expectRefusal(path: string, status: number): void
  /** Announces one request that gets no answer. */
  expectLost(path: string): void
  /** What went wrong so far, a line each. */
  faults(): string[]
}

const skippedTransition = 'AbortError: Transition was skipped'
const liveEvents = /^\/api\/news\/\d+\/live\?/
const presence = /^\/api\/admin\/articles\/\d+\/presence$/

/**
 * No journey may leave anything in the browser's console, break the security policy or miss a file of the site.
 * Chromium itself writes one line for an answer whose status is an error, and for one that is lost: exactly that one
 * is let through, and only for a refusal that was announced.
 */
export function createAlarm(siteUrl: string, scriptsOn: boolean): Alarm {
  const heard: string[] = []
  const announced: Refusal[] = []
  const refusals: Refusal[] = []
  const failedLoads: string[] = []

  function hearConsole(message: ConsoleMessage): void {
    if (message.type() !== 'error') return
    const address = message.location().url
    if (message.text().startsWith('Failed to load resource')) failedLoads.push(pathOf(address))
    else heard.push(`console: ${message.text()} (${address})`)
  }

  function hearAnswer(answer: Response): void {
    if (answer.status() < 400 || !answer.url().startsWith(siteUrl)) return
    const refusal = { path: pathOf(answer.url()), status: answer.status() }
    refusals.push(refusal)
    // A page that is open while its article is taken back may ask once more what is new there.
    if (liveEvents.test(refusal.path) && refusal.status === 404) announced.push(refusal)
    // And one of an article's form, while its editor is signed out, who else is there.
    if (presence.test(refusal.path) && refusal.status === 401) announced.push(refusal)
  }

  function hearFailure(request: Request): void {
    const error = request.failure()?.errorText
    // Whoever presses a button before a page is complete leaves the rest of it behind.
    if (!request.url().startsWith(siteUrl) || error === 'net::ERR_ABORTED') return
    // With scripts off, Chromium calls every script it does not fetch blocked.
    if (!scriptsOn && request.resourceType() === 'script') return
    const lost = { path: pathOf(request.url()), status: 'lost' } as const
    if (announced.some((expected) => asLine(expected) === asLine(lost))) refusals.push(lost)
    else heard.push(`${request.method()} ${lost.path} failed: ${error}`)
  }

  return {
    async watch(context) {
      await context.addInitScript(reportViolations)
      context.on('console', hearConsole)
      context.on('weberror', (error) => {
        // Chromium's own, about its own animation between two pages, where a busy machine had no time for it.
        if (`${error.error()}` !== skippedTransition) heard.push(`uncaught: ${error.error()}`)
      })
      context.on('response', hearAnswer)
      context.on('requestfailed', hearFailure)
    },
    expectRefusal: (path, status) => announced.push({ path, status }),
    expectLost: (path) => announced.push({ path, status: 'lost' }),
    faults() {
      const open = announced.map(asLine)
      const lines = [...failedLoads]
      const unannounced = refusals.filter((page) => !take(open, asLine(page))).map(asLine)
      for (const { path } of refusals) take(lines, path)
      return [
        ...heard,
        ...unannounced.map((line) => `not announced: ${line}`),
        ...open.map((line) => `announced, and did not happen: ${line}`),
        ...lines.map((path) => `console: failed to load ${path}`),
      ]
    },
  }
}

/** Runs in the page, where scripts are on. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI} ${event.sample}`)
  })
}

function asLine({ path, status }: Refusal): string {
  return `${path} ${status}`
}

function pathOf(address: string): string {
  if (!URL.canParse(address)) return address
  const { pathname, search } = new URL(address)
  return pathname + search
}

function take(list: string[], item: string): boolean {
  const index = list.indexOf(item)
  if (index >= 0) list.splice(index, 1)
  return index >= 0
}
