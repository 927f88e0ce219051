import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds on a page, by all rules or these. No page of ours has frames to gather from, for which the newer mode
 * opens one more window each time: a quarter of the work.
 */
export const axeOn = (page: Page, rules?: string[]) => {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  return (rules ? axe.withRules(rules) : axe).analyze()
}
