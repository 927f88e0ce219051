import { expect, type Locator, type Page, test } from '@playwright/test'
import { signIn } from './support/people'

/** Tab until this element has the focus, as somebody without a mouse would; fails when it is never reached. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never reaches ${target}`)
}
const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
const type = async (page: Page, target: Locator, text: string): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

test('signing in and referring a family, without a mouse', async ({ page }) => {
  await page.goto('/logowanie')
  await type(page, page.getByLabel('Służbowy adres e-mail'), 'koordynatorka.rodziny@demo.example')
  await type(page, page.getByLabel('Hasło'), 'Kooperacja-demo-2026')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/logowanie')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Przejdź do treści' })).toBeFocused()
  await press(page, page.getByRole('link', { name: 'Zgłoszenia' }).first())
  await page.waitForURL(/\/zgloszenia$/u)
  await press(page, page.getByRole('link', { name: 'Zgłoś rodzinę' }).first())
  await page.waitForURL(/\/nowe$/u)
  await press(page, page.getByRole('radio', { name: 'Nie ma takiego podejrzenia' }), 'Space')
  await type(page, page.getByLabel('Krótka nazwa'), 'Rodzina Klawiaturowa')
  const person = page.getByRole('group', { name: 'Osoba 1', exact: true })
  await type(page, person.getByLabel('Imię'), 'Ewa')
  await type(page, person.getByLabel('Nazwisko'), 'Klawisz')
  await press(page, page.getByRole('checkbox', { name: 'Ubóstwo' }), 'Space')
  await type(page, page.getByLabel(/^Co już zrobiono/u), 'Rozmowy i zasiłek')
  await tabTo(page, page.getByLabel(/^Podstawa przekazania danych/u))
  await page.keyboard.press('ArrowDown')
  await press(page, page.getByRole('button', { name: 'Wyślij zgłoszenie' }))
  await page.waitForURL(/\/zgloszenia$/u)
  await expect(page.getByText('Rodzina Klawiaturowa')).toBeVisible()
})

// takes the one question that waits for this centre: whatever only looks at it comes before (files run by name)
test('a service is proposed to an institution, and accepted there, without a mouse', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'dyrektor.pcpr@demo.example')
  await page.goto('/moje-uslugi')
  const question = page.getByRole('region', { name: 'Czekają na odpowiedź' }).getByRole('article').first()
  await expect(question).toBeVisible()
  await press(page, question.getByRole('button', { name: 'Przyjmuję' }))
  await expect(page.getByText('Usługa przyjęta. Koordynator rodziny już to widzi.')).toBeVisible()
  await context.close()
})

test('the combobox of a gmina: typed, chosen by arrow and Enter, closed by Escape', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'animatorka@demo.example')
  await page.goto('/zespoly/nowy')
  const gmina = page.getByRole('combobox', { name: 'Gmina' })
  await type(page, gmina, 'swilcza')
  await expect(page.getByRole('option').first()).toContainText('Świlcza')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/gmina=1816122/u)
  await context.close()
})
