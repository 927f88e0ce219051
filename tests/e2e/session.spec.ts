import { expect, type Page, test } from '@playwright/test'
import { signIn } from './support/people'

const situation = /^Sytuacja/u

/** Turns the wheel and waits until the page has heard it: unlike a move, a turn is sent and not awaited. */
const turnWheel = async (page: Page) => {
  const heard = page.evaluate(() =>
    new Promise((hear) => document.addEventListener('wheel', hear, { once: true, capture: true })).then(
      () => true,
    ),
  )
  await page.mouse.wheel(0, 40)
  await heard
}

test('after 15 idle minutes the page is covered; the same person comes back to the same text', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install()
  await signIn(page, 'asystent@demo.example')
  await page.goto('/zgloszenia/nowe')
  await page.getByLabel(situation).fill('Tekst, którego nie wolno zgubić')
  await page.clock.fastForward('14:00')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByLabel(situation).press('End')
  await page.clock.fastForward('14:00')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.mouse.move(300, 300)
  await page.mouse.move(340, 320)
  await page.clock.fastForward('14:00')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await turnWheel(page)
  await page.clock.fastForward('14:00')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.clock.fastForward('02:00')
  const cover = page.getByRole('dialog')
  await expect(cover).toBeVisible()
  await expect(page.getByLabel(situation)).not.toBeVisible()
  await expect(page).not.toHaveTitle(/Zgłoszenie/u)
  await cover.getByLabel('Hasło').fill('nie to hasło')
  await cover.getByRole('button').first().click()
  await expect(cover.getByText(/się nie zgadza/u)).toBeVisible()
  await cover.getByLabel('Hasło').fill('Kooperacja-demo-2026')
  await cover.getByRole('button').first().click()
  await expect(cover).toHaveCount(0)
  await expect(page.getByLabel(situation)).toHaveValue('Tekst, którego nie wolno zgubić')
  await context.close()
})

test('another person sees nothing of what was typed', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install()
  await signIn(page, 'asystent@demo.example')
  await page.goto('/zgloszenia/nowe')
  await page.getByLabel(situation).fill('Nie dla innych oczu')
  await page.clock.fastForward('16:00')
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.waitForURL(/\/logowanie/u)
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto('/zgloszenia/nowe')
  await expect(page.getByLabel(situation)).toHaveValue('')
  await page.goBack()
  await expect(page.getByText('Nie dla innych oczu')).toHaveCount(0)
  await context.close()
})

test('without JavaScript a form sent after the session ended comes back filled, to the same person alone', async ({
  browser,
}) => {
  const person = 'koordynatorka.rodziny2@demo.example'
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, person)
  await page.goto('/zgloszenia/nowe')
  await page.getByLabel('Krótka nazwa').fill('Rodzina Zatrzymana')
  await page.getByLabel(situation).fill('Tekst, który nie zdążył 🏡')
  await page.getByLabel('Imię').first().fill('Łucja')
  await page.getByLabel('Nazwisko').first().fill('Zatrzymana')

  const elsewhere = await browser.newContext()
  const second = await elsewhere.newPage()
  await signIn(second, person)
  await second.goto('/konto')
  await second.getByRole('button', { name: 'Wyloguj się wszędzie' }).click()
  await second.waitForURL(/\/logowanie/u)

  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await expect(page).toHaveURL(/\/logowanie\?powrot=/u)
  await expect(page.getByText(/ta sama osoba dostanie go z powrotem/u)).toBeVisible()

  await signIn(second, 'asystent@demo.example')
  await second.goto('/zgloszenia/nowe?wraca=1')
  await expect(second.getByLabel('Krótka nazwa')).toHaveValue('')
  await elsewhere.close()

  await page.getByLabel('Służbowy adres e-mail').fill(person)
  await page.getByLabel('Hasło').fill('Kooperacja-demo-2026')
  await page.getByRole('button', { name: 'Zaloguj się' }).click()
  await expect(page).toHaveURL('/zgloszenia/nowe?wraca=1')
  await expect(page.getByText(/jest z powrotem/u).first()).toBeVisible()
  await expect(page.getByLabel('Krótka nazwa')).toHaveValue('Rodzina Zatrzymana')
  await expect(page.getByLabel(situation)).toHaveValue('Tekst, który nie zdążył 🏡')
  await expect(page.getByLabel('Imię').first()).toHaveValue('Łucja')
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await page.waitForURL(/\/zgloszenia\/[0-9a-f-]{36}\?zapisano/u)
  await context.close()
})
