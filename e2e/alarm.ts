import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test'

/** What a promised refusal looks like to the browser: a page of ours with this status. */
type Refusal = { path: string; status: number }

export type Alarm = {
  /** Listens to everything that goes wrong in the pages of a context. */
  watch(context: BrowserContext): Promise<void>
  /** Announces one visit to a page that answers with this status; without the announcement it counts as a fault. */
  expectRefusal(path: string, status: number): void
  /** What went wrong so far, a line each. */
  faults(): string[]
}

/**
 * No journey may leave anything in the browser's console, break the security policy or miss a file of the site.
 * Chromium itself writes one line for a page whose status is an error: exactly that one is let through, and only
 * for a refusal that was announced.
 */
export function createAlarm(siteUrl: string, scriptsOn: boolean): Alarm {
  const heard: string[] = []
  const announced: Refusal[] = []
  const refusedPages: Refusal[] = []
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
    if (answer.request().isNavigationRequest()) refusedPages.push(refusal)
    else heard.push(`${refusal.path} answered ${refusal.status}`)
  }

  function hearFailure(request: Request): void {
    const error = request.failure()?.errorText
    // Whoever presses a button before a page is complete leaves the rest of it behind.
    if (!request.url().startsWith(siteUrl) || error === 'net::ERR_ABORTED') return
    // With scripts off, Chromium calls every script it does not fetch blocked.
    if (!scriptsOn && request.resourceType() === 'script') return
    heard.push(`${request.method()} ${pathOf(request.url())} failed: ${error}`)
  }

  return {
    async watch(context) {
      await context.addInitScript(reportViolations)
      context.on('console', hearConsole)
      context.on('weberror', (error) => heard.push(`uncaught: ${error.error()}`))
      context.on('response', hearAnswer)
      context.on('requestfailed', hearFailure)
    },
    expectRefusal: (path, status) => announced.push({ path, status }),
    faults() {
      const open = announced.map(asLine)
      const lines = [...failedLoads]
      const unannounced = refusedPages.filter((page) => !take(open, asLine(page))).map(asLine)
      for (const { path } of refusedPages) take(lines, path)
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
