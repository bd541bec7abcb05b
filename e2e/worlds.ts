import { expect, type Page, type Response } from '@playwright/test'

/** Marks of a framework: what Next and React leave on the window and on the page's elements wherever they run. */
type Marks = { globals: string[]; roots: number; scripts: string[]; loaded: string[] }

/**
 * Watches where a page goes. `expectDocument` then says that what is shown was opened as a document: by a visit of
 * its own, under the documents' policy, with no framework in it and no script but the island.
 */
export function watchVisits(page: Page): { expectDocument(address: string | RegExp): Promise<void> } {
  let last: Response | undefined
  page.on('response', (response) => {
    const request = response.request()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) last = response
  })

  return {
    async expectDocument(address) {
      await expect(page).toHaveURL(address)
      await page.waitForLoadState('load')
      const path = new URL(page.url()).pathname
      const visited = new URL(last?.url() ?? 'about:blank').pathname
      expect(visited, 'the page was opened by a visit of its own').toBe(path)
      expect(last?.headers()['content-security-policy'], path).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'; .*trusted-types tribune$/,
      )
      expect(last?.headers()['cache-control'], path).toContain('public')
      expect(last?.headers()['set-cookie'], path).toBeUndefined()
      await expectNoFramework(page)
    },
  }
}

export async function expectNoFramework(page: Page): Promise<void> {
  expect(await page.evaluate(marksOfFrameworks), page.url()).toEqual({
    globals: [],
    roots: 0,
    scripts: [],
    loaded: [],
  })
}

/** That a page is of the other world, where the marks are to be found. */
export async function expectFramework(page: Page): Promise<void> {
  const marks = () => page.evaluate(marksOfFrameworks)
  expect((await marks()).scripts.length).toBeGreaterThan(0)
  await expect(async () => {
    const { globals, roots } = await marks()
    expect([globals.length > 0, roots > 0]).toEqual([true, true])
  }).toPass({ timeout: 10_000 })
}

/** Runs in the page. */
function marksOfFrameworks(): Marks {
  const isIsland = (address: string) => new URL(address, location.href).pathname.startsWith('/islands/')
  return {
    globals: Object.getOwnPropertyNames(window).filter((name) =>
      /^(next|__next|__NEXT|TURBOPACK|webpack|__react)/i.test(name),
    ),
    roots: [document, ...document.querySelectorAll('*')].filter((node) =>
      Object.keys(node).some((key) => key.startsWith('__react') || key.startsWith('_react')),
    ).length,
    scripts: [...document.scripts]
      .filter(({ type, src }) => type !== 'application/ld+json' && !(src !== '' && isIsland(src)))
      .map((script) => script.outerHTML.slice(0, 100)),
    loaded: performance
      .getEntriesByType('resource')
      .filter(
        (entry) => 'initiatorType' in entry && entry.initiatorType === 'script' && !isIsland(entry.name),
      )
      .map(({ name }) => name),
  }
}
