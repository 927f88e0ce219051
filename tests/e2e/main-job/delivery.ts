import { expect, type Page } from '@playwright/test'
import type { Hands } from '../support/hands'

/** One line of the basket: service and provider are picked, persons and start stand there already. */
export const addLine = async (
  hands: Hands,
  family: string,
  { need, service, provider }: { need: string; service: string; provider: string },
): Promise<void> => {
  const { page } = hands
  await page.goto(`${family}/koszyk`)
  await hands.click(page.getByRole('link', { name: `Dodaj usługę : ${need}` }))
  await hands.click(page.getByRole('link', { name: `Wybierz : ${service}, ${provider}` }))
  await expect(page.getByRole('complementary').getByText(provider).first()).toBeVisible()
  await hands.click(page.getByRole('button', { name: 'Zapytaj instytucję' }))
  await page.waitForURL(/\/koszyk(\?|$)/u)
}

/** Opens a service of the own list by its name. */
const openService = async (page: Page, service: string): Promise<void> => {
  await page.goto('/moje-uslugi')
  await page
    .getByRole('article')
    .filter({ hasText: service })
    .getByRole('link', { name: 'Szczegóły i wpisy' })
    .click()
  await page.waitForURL(/\/moje-uslugi\/[0-9a-f-]{36}/u)
}

/** The provider sets the first day; the service begins with the first delivery that is noted. */
export const planService = async (page: Page, service: string): Promise<void> => {
  await openService(page, service)
  await page
    .getByRole('form', { name: /^Zaplanuj/u })
    .getByRole('button', { name: 'Zaplanuj' })
    .click()
  await expect(page.getByText('Termin zapisany.')).toBeVisible()
}

/** One delivery, today and as much as agreed, noted on the own list. */
export const noteDelivery = async (hands: Hands, service: string): Promise<void> => {
  const { page } = hands
  await page.goto('/moje-uslugi')
  const card = page.getByRole('article').filter({ hasText: service }).filter({ hasText: 'Biel' })
  const save = card.getByRole('form', { name: /^Odnotuj/u }).getByRole('button', { name: 'Zapisz' })
  if (!(await save.isVisible())) await hands.click(card.getByText('Odnotuj', { exact: true }))
  await hands.click(save)
  await expect(page.getByText('Odnotowano.')).toBeVisible()
}

/** The provider says how it ended. */
export const finishService = async (page: Page, service: string): Promise<void> => {
  await openService(page, service)
  await page.getByText('Zakończ usługę').first().click()
  await page.getByLabel('Zrealizowana w całości').check()
  await page.getByRole('button', { name: 'Zakończ', exact: true }).click()
  await expect(page.getByText('Usługa zakończona.')).toBeVisible()
}
