import { expect, test } from '@playwright/test'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

test('a ROPS drafts variant III, changes a deadline, sees what changes and publishes version 1', async ({
  browser,
}) => {
  const context = await asPerson(browser, 'koordynator.rops@demo.example')
  const page = await context.newPage()
  await page.goto('/zespoly/modele/III')
  await page.getByRole('button', { name: 'Zacznij nową wersję' }).click()
  await page.getByRole('link', { name: 'Terminy i spotkania' }).click()
  await page.getByLabel('Ile: Ewaluacja końcowa i zakończenie').fill('0')
  await page.getByRole('button', { name: 'Zapisz tę część' }).click()
  await expect(page.getByText('Ta liczba jest spoza zakresu.').first()).toBeVisible()
  await page.getByLabel('Ile: Ewaluacja końcowa i zakończenie').fill('45')
  await page.getByRole('button', { name: 'Zapisz tę część' }).click()
  await expect(page.getByText('Zapisano. Inne części szkicu są bez zmian.')).toBeVisible()

  await page.getByRole('link', { name: 'Zmiany i ogłoszenie' }).click()
  await expect(page.getByText('30 dni kalendarzowych → 45 dni kalendarzowych')).toBeVisible()
  expect((await axeOn(page)).violations).toEqual([])
  await page.getByLabel('Co się zmienia i dlaczego').fill('W miastach ewaluacja wymaga więcej spotkań.')
  await page.getByRole('button', { name: 'Ogłoś wersję' }).click()
  await expect(page.getByRole('heading', { name: 'Co mówi wersja 1' })).toBeVisible()
  await expect(page.getByText('W miastach ewaluacja wymaga więcej spotkań.')).toBeVisible()
  await context.close()
})
