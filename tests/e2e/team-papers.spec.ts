import { expect, test } from '@playwright/test'
import { asPerson, emailOf } from './support/people'

const svilcza = '/zespoly/d149ae0d-043e-4c9c-9ed7-0d070e689392'

test('a leader extends the agreement by an annex, and sets a deadline of the team', async ({ browser }) => {
  const context = await asPerson(browser, emailOf('lider_gminny'))
  const page = await context.newPage()
  await page.goto(`${svilcza}/porozumienie`)
  await page.getByText('Przedłuż porozumienie', { exact: true }).first().click()
  await page.getByLabel('Nowy ostatni dzień porozumienia').fill('31.12.2035')
  await page.getByLabel('Kto podpisał w imieniu stron').fill('Wójt gminy Świlcza i starosta rzeszowski')
  await page.getByLabel('Numer aneksu').fill('2/2026')
  await page.getByRole('button', { name: 'Przedłuż porozumienie' }).click()
  await expect(page.getByText('Porozumienie przedłużone do 31.12.2035')).toBeVisible()
  await page.goto(svilcza)
  await expect(page.getByText(/Aneks nr 2\/2026 z .*Wójt gminy Świlcza/u)).toBeVisible()

  await page.goto(`${svilcza}/terminy`)
  await page.getByLabel('Liczba dni: Podpisanie planu').fill('10')
  await page.getByLabel('Jakie dni: Podpisanie planu').selectOption({ label: 'dni robocze' })
  await page.getByRole('button', { name: 'Zapisz terminy' }).click()
  await expect(page.getByText('Zapisano terminy zespołu.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Liczba dni: Podpisanie planu')).toHaveValue('10')
  await context.close()
})

test('a like institution of the registry is taken with one choice', async ({ browser }) => {
  const context = await asPerson(browser, emailOf('animator'))
  const page = await context.newPage()
  await page.goto('/zespoly/nowy?gmina=1816052')
  await page.getByText(/których rejestr tu nie zna/u).click()
  await page.getByLabel(/^Ośrodek pomocy społecznej/u).fill('Gminny Ośrodek Pomocy Społecznej w Dynowie')
  await page.getByLabel('Biblioteka publiczna').fill('Gminna Biblioteka Publiczna w Świlczy')
  await page.getByRole('button', { name: 'Utwórz zespół i przygotuj porozumienie' }).click()
  await page.getByLabel('Użyj tej: Gminna Biblioteka Publiczna w Świlczy (Świlcza)').check()
  await page.getByRole('button', { name: 'Utwórz zespół i przygotuj porozumienie' }).click()
  await page.waitForURL(/\/zespoly\/[0-9a-f-]{36}/u)
  const library = page.getByRole('link', { name: 'Gminna Biblioteka Publiczna w Świlczy' })
  await expect(library).toHaveAttribute('href', /\/instytucje\/[0-9a-f-]{36}/u)
  // one library in the registry: the one that was there
  await page.goto('/instytucje?q=biblioteka+publiczna+w+swilczy')
  await expect(page.getByRole('link', { name: 'Gminna Biblioteka Publiczna w Świlczy' })).toHaveCount(1)
  await context.close()
})
