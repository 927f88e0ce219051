import { type BrowserContext, expect } from '@playwright/test'

/** An institution takes the newest invitation to work with a family, and names who comes. */
export const acceptInvitationToWork = async (context: BrowserContext, person: string): Promise<void> => {
  const page = await context.newPage()
  await page.goto('/moje-uslugi')
  const form = page.locator('form[aria-label^="Weźmiemy udział: 1816072"]')
  await page.locator('details').filter({ has: form }).locator('summary').click()
  await form.getByLabel('Kto weźmie udział').selectOption({ label: person })
  await form.getByRole('button', { name: 'Weźmiemy udział' }).click()
  await expect(page.getByText('Odpowiedź zapisana. Koordynator został powiadomiony.')).toBeVisible()
  await page.close()
}

/** The figures open, and neither the page nor the search knows this family. */
export const seeNobody = async (context: BrowserContext, figures: string, name: string): Promise<void> => {
  const page = await context.newPage()
  await page.goto(figures)
  await expect(page.getByRole('table').first()).toBeVisible()
  await expect(page.getByText(name)).toHaveCount(0)
  await page.goto(`/szukaj?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(name, 'u') })).toHaveCount(0)
  await page.close()
}
