import { expect, test } from '@playwright/test'
import { asPerson, emailOf } from './support/people'

test('the territory opens with its sixteen voivodeships', async ({ browser }) => {
  const context = await asPerson(browser, emailOf('animator'))
  const page = await context.newPage()
  await page.goto('/terytorium')
  await expect(page.getByRole('link', { name: 'dolnośląskie' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'zachodniopomorskie' })).toBeVisible()
  await page.getByRole('link', { name: 'podkarpackie' }).click()
  await page.getByRole('link', { name: 'rzeszowski' }).click()
  await expect(page.getByRole('link', { name: 'Świlcza' })).toBeVisible()
  await context.close()
})

test('the operator founds a ROPS in a voivodeship of the list', async ({ browser }) => {
  const context = await asPerson(browser, emailOf('operator'))
  const page = await context.newPage()
  await page.goto('/instytucje/nowy-rops')
  await page.getByLabel('Województwo').selectOption({ label: 'lubuskie' })
  await page.getByLabel('Nazwa ROPS').fill('ROPS w Zielonej Górze')
  await page.getByLabel('Imię').fill('Olga')
  await page.getByLabel('Nazwisko').fill('Pierwsza')
  await page.getByLabel('Służbowy adres e-mail').fill('olga.pierwsza@rops-lubuskie.example')
  await page.getByLabel('Stanowisko').fill('informatyk')
  await page.getByRole('button', { name: 'Załóż i wyślij zaproszenie' }).click()
  await page.waitForURL(/\/instytucje\/[\w-]+\/osoby/u)
  await expect(page.getByRole('heading', { name: 'Osoby: ROPS w Zielonej Górze' })).toBeVisible()
  await expect(page.getByText('zaproszenie wysłane')).toBeVisible()
  await context.close()
})
