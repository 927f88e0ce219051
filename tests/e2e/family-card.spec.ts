import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

const family = `/sprawy/${idOf('case', 'swilcza-14')}`
const changed = `/sprawy/${idOf('case', 'swilcza-15')}`

test('the coordinator prints the card of the family in Ukrainian, in large print', async ({ browser }) => {
  const context = await asPerson(browser, 'koordynatorka.rodziny@demo.example')
  const page = await context.newPage()
  await page.goto(`${family}/koszyk`)
  await page.getByRole('link', { name: 'Kartka dla rodziny' }).click()
  await expect(page.getByRole('article', { name: 'Kto nam pomaga' })).toHaveAttribute('lang', 'pl')
  await page.getByRole('link', { name: 'Українська' }).click()

  const card = page.getByRole('article', { name: 'Хто нам допомагає' })
  await expect(card).toHaveAttribute('lang', 'uk')
  await expect(card.getByRole('heading', { name: 'Кому телефонувати спочатку' })).toBeVisible()
  await expect(card.getByText('Marta Kędzior').first()).toHaveAttribute('lang', 'pl')
  const service = card.getByRole('row', { name: /Група продовженого дня у школі/u })
  await expect(service).toContainText('Bogumiła Zych')
  await expect(service).toContainText('раз на тиждень')
  await expect(service.getByRole('link')).toHaveAttribute('href', /^tel:\+48\d{9}$/u)
  await expect(card.getByText('Хто скаже «ні», не втрачає грошової допомоги та інших виплат.')).toBeVisible()
  await expect(card.getByText('Świetlica szkolna')).toHaveCount(0)

  const { violations } = await axeOn(page)
  expect(violations.map((v) => v.id)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Українська' })).toBeHidden()
  const points = await card.evaluate((sheet) =>
    Math.min(
      ...[...sheet.querySelectorAll('p, td, th, li, span')].map(
        (part) => Number.parseFloat(getComputedStyle(part).fontSize) * 0.75,
      ),
    ),
  )
  expect(points).toBeGreaterThanOrEqual(14)
  await context.close()
})

test('without JavaScript the card of one person is in English', async ({ browser }) => {
  const context = await asPerson(browser, 'koordynatorka.rodziny@demo.example', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${family}/plan/kartka?jezyk=en`)
  await page.getByRole('navigation', { name: 'Dla kogo kartka' }).getByRole('link').nth(1).click()
  const card = page.getByRole('article', { name: 'Who helps us' })
  await expect(card).toHaveAttribute('lang', 'en')
  await expect(card.getByText(/^For:/u)).toBeVisible()
  // nobody else is named on it
  await expect(card.getByText('For whom')).toHaveCount(0)
  await expect(card.getByRole('heading', { name: 'What you can say no to' })).toBeVisible()
  await context.close()
})

test('the leader, who does not read every goal, does not open the card', async ({ browser }) => {
  const context = await asPerson(browser, 'kierowniczka.gops@demo.example')
  const page = await context.newPage()
  await page.goto(`${family}/plan/kartka`)
  await expect(page.getByRole('article')).toHaveCount(0)
  await context.close()
})

test('the picture around the family has the same in a table', async ({ browser }) => {
  const context = await asPerson(browser, 'koordynatorka.rodziny@demo.example')
  const page = await context.newPage()
  await page.goto(`${family}/koszyk/obraz`)
  const around = page.getByRole('region', { name: 'Kto jest wokół rodziny' })
  await expect(around.getByRole('img', { name: /Rodzina i \d+ instytucj.* wokół\./u })).toBeVisible()
  await around.getByText('Te same dane w tabeli').click()
  const twin = around.getByRole('table')
  await expect(twin.getByRole('row', { name: /Świetlica szkolna: trwa/u })).toContainText('oświata')
  await context.close()
})

test('two versions of a plan say what changed between them, and why', async ({ browser }) => {
  const context = await asPerson(browser, 'koordynatorka.rodziny2@demo.example')
  const page = await context.newPage()
  await page.goto(`${changed}/plan`)
  const changes = page.getByRole('region', { name: 'Co się zmieniło' })
  await expect(changes.getByText('Wersja 2: Rodzina prosi o dodatkowe wsparcie dla dzieci.')).toBeVisible()
  await expect(changes.getByRole('row', { name: /Jak często.*raz w miesiącu/u })).toBeVisible()
  await context.close()
})
