import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

type Examination = {
  /** Only these of its rules. */
  only?: string[]
  except?: string[]
}

/** What axe finds on the page as it stands, as "rule: markup". */
export async function barriersOf(page: Page, { only, except = [] }: Examination = {}): Promise<string[]> {
  // It is run in the page alone.
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames, which are not examined`)
  await page.evaluate(axe.source)
  const options: RunOptions = {
    // Nobody wants to read the markup of what is as it should be.
    resultTypes: ['violations'],
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
    ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
  }
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  }, options)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
