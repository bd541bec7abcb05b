import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Examination = {
  /** Only these of its rules. */
  only?: string[]
  except?: string[]
}

/** What axe finds on the page as it stands, as "rule: markup". */
export async function barriersOf(page: Page, { only, except }: Examination = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  if (only) axe.withRules(only)
  if (except) axe.disableRules(except)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
