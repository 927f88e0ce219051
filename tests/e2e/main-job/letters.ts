import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** A password for the people who come in by invitation during a test. */
const password = 'koszyk usług dla rodziny'

/** Opens the newest letter to this address in the mailbox of the demo, and its one-time link. */
const openInvitation = async (page: Page, email: string): Promise<void> => {
  await page.goto('/skrzynka')
  const letter = page.getByRole('article').filter({ hasText: email }).first()
  await letter.getByRole('link').first().click()
}

/** Comes in by the letter: password, confidentiality statement, named authorisation; gives a signed-in browser. */
export const acceptInvitation = async (browser: Browser, email: string): Promise<BrowserContext> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await openInvitation(page, email)
  await expect(
    page.getByRole('heading', { name: 'Imienne upoważnienie do przetwarzania danych' }),
  ).toBeVisible()
  await page.getByLabel(/składam oświadczenie o poufności/u).check()
  await page.getByLabel('Nowe hasło', { exact: true }).fill(password)
  await page.getByLabel('Nowe hasło jeszcze raz').fill(password)
  await page.getByRole('button', { name: 'Zacznij pracę' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/zaproszenie'))
  return context
}
