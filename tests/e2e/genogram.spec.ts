import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson, signIn } from './support/people'

const family = (key: string) => `/sprawy/${idOf('case', key)}/rodzina`

test('the coordinator sees the family drawn, records a relation, ends it and takes it out again', async ({
  page,
}) => {
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(family('swilcza-7'))
  await expect(page.getByRole('img', { name: /^Genogram: 4 osoby/u })).toBeVisible()
  await page.getByText('Ten sam genogram w zdaniach', { exact: true }).click()
  await expect(page.getByText(/Dawna para: .* \(od .* do .*\)/u).first()).toBeVisible()
  await expect(page.getByText(/^Także w: Rodzina/u)).toBeVisible()
  expect((await axeOn(page)).violations).toEqual([])

  const form = page.getByRole('form', { name: 'Zapisz relację' })
  await form.getByLabel('Kto').selectOption({ index: 3 })
  await form.getByLabel('Kim jest').selectOption('brat lub siostra')
  await form.getByLabel('Dla kogo').selectOption({ index: 4 })
  await form.getByRole('button', { name: 'Zapisz relację' }).click()
  await expect(page.getByText('Zapisano.', { exact: true })).toBeVisible()
  const entered = page.getByRole('list', { name: 'Zapisane' })
  await expect(entered.getByText(/– brat lub siostra –/u)).toBeVisible()

  const row = entered.getByRole('listitem').filter({ hasText: 'brat lub siostra' })
  await row.getByText('Popraw daty lub zakończ').click()
  await row.getByLabel('Do kiedy').fill('1.01.2090')
  await row.getByRole('button', { name: 'Zapisz daty' }).click()
  await expect(row.getByText('Ta data nie może być w przyszłości.').first()).toBeVisible()
  expect((await axeOn(page)).violations).toEqual([])
  await row.locator('summary').filter({ hasText: 'Wpisano przez pomyłkę' }).click()
  await row.getByRole('button', { name: 'Wpisano przez pomyłkę: usuń' }).click()
  await expect(entered.getByText(/– brat lub siostra –/u)).toHaveCount(0)
})

test('a family of six with two fathers, on a phone: the picture scrolls, the page does not', async ({
  browser,
}) => {
  const context = await asPerson(browser, 'kierowniczka.gops@demo.example', {
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await page.goto(family('swilcza-15'))
  await expect(page.getByRole('img', { name: /^Genogram: 6 osób/u })).toBeVisible()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)
  await page.getByText('Ten sam genogram w zdaniach', { exact: true }).click()
  await expect(page.getByText(/Macocha lub ojczym: /u)).toHaveCount(2)
  await expect(page.getByRole('form', { name: 'Zapisz relację' })).toHaveCount(0)
  expect((await axeOn(page)).violations).toEqual([])
  await context.close()
})

test('who only delivers a service sees names, and no picture', async ({ browser }) => {
  const context = await asPerson(browser, 'nauczycielka@demo.example')
  const page = await context.newPage()
  await page.goto(family('swilcza-14'))
  await expect(page.getByRole('heading', { level: 2, name: 'Rodzina' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Genogram/u })).toHaveCount(0)
  await context.close()
})
