import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

/** A family with a plan in force, with whom the counselling centre works. */
const family = `/sprawy/${idOf('case', 'swilcza-14')}`
const coordinator = 'koordynatorka.rodziny@demo.example'
const psychologist = 'psycholozka@demo.example'

const axe = async (page: Page) => (await axeOn(page)).violations.map(({ id }) => id)

test('a protected person is a name to others, and no print shows her hours before somebody looked', async ({
  browser,
}) => {
  const mine = await asPerson(browser, coordinator)
  const theirs = await asPerson(browser, psychologist)
  const page = await mine.newPage()
  const other = await theirs.newPage()
  const first = () =>
    other
      .getByRole('listitem')
      .filter({ has: other.getByRole('heading', { level: 3 }) })
      .first()

  await other.goto(`${family}/rodzina`)
  const name = (await first().getByRole('heading').textContent()) ?? ''
  await expect(first().getByText('Telefon', { exact: true })).toBeVisible()
  await expect(first().getByText('Adres', { exact: true })).toBeVisible()

  await page.goto(`${family}/koszyk/druk`)
  await expect(page.getByRole('table').first()).toBeVisible()

  await page.goto(`${family}/rodzina`)
  await page.getByText('Ochrona tej osoby').first().click()
  const form = page.getByRole('form', { name: `Ochrona: ${name}` })
  expect(await axe(page)).toEqual([])
  await form.getByLabel('Powód').fill('Tylko po uzgodnieniu.')
  await form.getByRole('button', { name: 'Zapisz ochronę' }).click()
  await expect(page.getByText(/osoba chroniona od/u)).toBeVisible()

  await other.reload()
  await expect(first().getByRole('heading', { name })).toBeVisible()
  await expect(first().getByText('Telefon', { exact: true })).toHaveCount(0)
  await expect(first().getByText('Adres', { exact: true })).toHaveCount(0)
  await expect(other.getByText(/osoba chroniona/u)).toHaveCount(0)
  await other.goto(`${family}/koszyk/druk`)
  await expect(other.getByText('Przed wydrukiem')).toHaveCount(0)

  await page.goto(`${family}/koszyk/druk`)
  await expect(page.getByText('Przed wydrukiem')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Wydruk bez terminów i miejsc tej osoby' }).click()
  await expect(page.getByText('termin poda koordynator rodziny').first()).toBeVisible()
  await page.goto(`${family}/koszyk/druk`)
  await page.getByRole('link', { name: 'Sprawdzone, pokaż cały wydruk' }).click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await expect(page.getByText('termin poda koordynator rodziny')).toHaveCount(0)
  for (const print of ['zgody/druk', 'historia/druk', 'kto-zagladal/druk', 'plan/druk?wersja=1']) {
    await page.goto(`${family}/${print}`)
    await expect(page.getByText('Przed wydrukiem')).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(0)
  }

  await page.goto(`${family}/rodzina`)
  await page.getByText('Ochrona tej osoby').first().click()
  await page.getByRole('button', { name: 'Zakończ ochronę' }).click()
  await expect(page.getByText(/osoba chroniona od/u)).toHaveCount(0)
  await other.goto(`${family}/rodzina`)
  await expect(first().getByText('Telefon', { exact: true })).toBeVisible()
  await mine.close()
  await theirs.close()
})
