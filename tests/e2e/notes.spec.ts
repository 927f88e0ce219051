import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { budget, Hands } from './support/hands'
import { asPerson, signIn } from './support/people'

/** A family in diagnosis, with whom the counselling centre works. */
const family = `/sprawy/${idOf('case', 'swilcza-8')}`
const phone = { viewport: { width: 360, height: 740 } }
const coordinator = 'koordynatorka.rodziny@demo.example'
const psychologist = 'psycholozka@demo.example'

test('a contact is logged on a phone in four taps; another institution sees the summary, and after a withdrawal nothing', async ({
  browser,
}) => {
  const mine = await asPerson(browser, coordinator, phone)
  const hands = new Hands(await mine.newPage())
  const { page } = hands
  await page.goto(family)
  const begun = Date.now()
  await hands.click(page.getByRole('link', { name: 'Zapisz kontakt' }))
  await hands.click(page.getByText('telefon', { exact: true }))
  await hands.fill(page.getByLabel('Co się działo, co ustalono?'), 'Mama dzwoniła: jutro jest w domu od 15.')
  await hands.go('Zapisz', /notatki\?zrobione=zapisano/u)
  await expect(page.getByText('Wpis zapisany.')).toBeVisible()
  await expect(page.getByText('Mama dzwoniła: jutro jest w domu od 15.')).toBeVisible()
  expect(budget('log a contact on a phone', hands.take(), 6)).toBeLessThan(6)
  expect(Date.now() - begun, 'domain: under 30 seconds').toBeLessThan(30_000)

  await page.getByRole('link', { name: 'Zapisz kontakt' }).first().click()
  const form = page.getByRole('form', { name: 'Zapisz kontakt lub notatkę' })
  await form.getByLabel('Co się działo, co ustalono?').fill('Treść tylko dla prowadzących.')
  await form.getByText('Data, streszczenie i kto ile zobaczy').click()
  await form.getByLabel('Streszczenie').fill('Rodzice czytają dzieciom co wieczór.')
  await form.getByLabel(/Ile zobaczy .*Psychologiczno/u).selectOption('streszczenie')
  await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByText('Treść tylko dla prowadzących.')).toBeVisible()

  const theirs = await asPerson(browser, psychologist, phone)
  const other = await theirs.newPage()
  await other.goto(`${family}/notatki`)
  await expect(other.getByText('Rodzice czytają dzieciom co wieczór.')).toBeVisible()
  await expect(other.getByText('Treść tylko dla prowadzących.')).toHaveCount(0)
  await other.getByRole('link', { name: 'Wizyta w domu: cała rodzina' }).first().click()
  await other.waitForURL(/notatki\/[0-9a-f-]{36}$/u)
  await expect(other.getByText('Ta instytucja widzi streszczenie.')).toBeVisible()
  const address = other.url()

  await page.goto(`${family}/zgody`)
  await page.getByText('Wycofaj', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Wycofaj zgodę' }).first().click()
  await page.waitForURL(/powiadomienia/u)
  await other.goto(address)
  await expect(other.getByText('Rodzice czytają dzieciom co wieczór.')).toHaveCount(0)
  await expect(other.getByRole('heading', { name: /^Nie ma/u })).toBeVisible()
  await other.goto(`${family}/notatki`)
  await expect(other.getByText('Rodzice czytają dzieciom co wieczór.')).toHaveCount(0)
  await mine.close()
  await theirs.close()
})

test('what is typed is kept at a pause and waits after the page was left', async ({ page }) => {
  await signIn(page, coordinator)
  await page.goto(`${family}/notatki/nowa`)
  await page.getByLabel('Co się działo, co ustalono?').fill('Zaczęte w drodze')
  await expect(page.getByText(/^Szkic zapisany \d+:\d\d$/u)).toBeVisible()
  await page.goto(family)
  await page.getByRole('link', { name: 'Zapisz kontakt' }).click()
  await expect(page.getByLabel('Co się działo, co ustalono?')).toHaveValue('Zaczęte w drodze')
  await expect(page.getByText('To jest Pani/Pana szkic. Nikt inny go nie widzi.')).toBeVisible()
  await page.getByRole('button', { name: 'Usuń szkic' }).click()
  await expect(page.getByText('Szkic usunięty.')).toBeVisible()
  await page.getByRole('link', { name: 'Zapisz kontakt' }).first().click()
  await expect(page.getByLabel('Co się działo, co ustalono?')).toHaveValue('')
})

test('without JavaScript a draft and a note are kept by ordinary forms', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, coordinator)
  await page.goto(`${family}/notatki/nowa`)
  await page.getByLabel('Co się działo, co ustalono?').fill('Bez skryptów')
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await expect(page.getByText(/^Szkic zapisany \d+:\d\d$/u)).toBeVisible()
  await expect(page.getByLabel('Co się działo, co ustalono?')).toHaveValue('Bez skryptów')
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByText('Wpis zapisany.')).toBeVisible()
  await expect(page.getByText('Bez skryptów')).toBeVisible()
  await context.close()
})

test('a profession bound to secrecy meets no text field', async ({ browser }) => {
  const context = await asPerson(browser, psychologist, phone)
  const page = await context.newPage()
  await page.goto(`/sprawy/${idOf('case', 'swilcza-14')}/notatki/nowa`)
  await expect(page.getByText('Zapisuje się tylko udział i zalecenie', { exact: false })).toBeVisible()
  await expect(page.locator('textarea')).toHaveCount(0)
  await page.getByText('bierze udział', { exact: true }).click()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByText('Wpis zapisany.')).toBeVisible()
  await context.close()
})
