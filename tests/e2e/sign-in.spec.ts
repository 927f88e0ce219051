import { expect, test } from '@playwright/test'
import { asPerson, signIn } from './support/people'

test('a wrong password says so, keeps the address and tells nothing about accounts', async ({ page }) => {
  await page.goto('/logowanie')
  for (const email of ['nauczycielka@demo.example', 'nikt@demo.example']) {
    await page.getByLabel('Służbowy adres e-mail').fill(email)
    await page.getByLabel('Hasło').fill('zupełnie złe hasło')
    await page.getByRole('button', { name: 'Zaloguj się' }).click()
    await expect(page.getByText('Adres e-mail albo hasło się nie zgadza.').first()).toBeVisible()
    await expect(page.getByLabel('Służbowy adres e-mail')).toHaveValue(email)
  }
})

test('works with JavaScript off', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'nauczycielka@demo.example')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Moje usługi')
  await context.close()
})

test('a forgotten password: a letter, a new password, and the way in', async ({ page }) => {
  await page.goto('/logowanie')
  await page.getByRole('link', { name: 'Nie pamiętam hasła' }).click()
  // the page before has a field of the same name
  await page.waitForURL(/haslo/u)
  await page.getByLabel('Służbowy adres e-mail').fill('ekspertka@demo.example')
  await page.getByRole('button', { name: 'Wyślij odnośnik' }).click()
  await expect(page.getByText(/Jeśli ten adres ma konto/u)).toBeVisible()
  await page.goto('/skrzynka')
  const letter = page.getByRole('article').filter({ hasText: 'ekspertka@demo.example' }).first()
  await letter.getByRole('link').first().click()
  await page.getByRole('textbox', { name: 'Nowe hasło', exact: true }).fill('krótkie')
  await page.getByLabel('Nowe hasło jeszcze raz').fill('inne')
  await page.getByRole('button', { name: 'Ustaw nowe hasło' }).click()
  await expect(page.getByText('Hasło musi mieć co najmniej 12 znaków.').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Nowe hasło', exact: true }).fill('Kooperacja-demo-2026')
  await page.getByLabel('Nowe hasło jeszcze raz').fill('Kooperacja-demo-2026')
  await page.getByRole('button', { name: 'Ustaw nowe hasło' }).click()
  await expect(page.getByText('Hasło zmienione. Proszę się zalogować.')).toBeVisible()
  await signIn(page, 'ekspertka@demo.example')
})

test('a page asked for before sign-in is the page after it; a foreign address is not', async ({ page }) => {
  await page.goto('/zgloszenia')
  await expect(page).toHaveURL(/\/logowanie\?powrot=%2Fzgloszenia$/)
  await page.getByLabel('Służbowy adres e-mail').fill('koordynatorka.rodziny@demo.example')
  await page.getByLabel('Hasło').fill('Kooperacja-demo-2026')
  await page.getByRole('button', { name: 'Zaloguj się' }).click()
  await expect(page).toHaveURL(/\/zgloszenia$/)
  await page.goto('/konto')
  await page.getByRole('button', { name: 'Wyloguj się', exact: true }).last().click()
  await expect(page).toHaveURL(/\/logowanie/)
  await page.goto('/logowanie?powrot=//evil.example/')
  await expect(page.locator('input[name="powrot"]')).toHaveValue('/')
})

test('sign-out everywhere ends the session of the other browser at once', async ({ browser }) => {
  const one = await browser.newContext()
  const two = await browser.newContext()
  const [first, second] = [await one.newPage(), await two.newPage()]
  await signIn(first, 'asystent@demo.example')
  await signIn(second, 'asystent@demo.example')
  await first.goto('/konto')
  await first.getByRole('button', { name: 'Wyloguj się wszędzie' }).click()
  await expect(first).toHaveURL(/\/logowanie/)
  await second.goto('/konto')
  await expect(second).toHaveURL(/\/logowanie/)
  await one.close()
  await two.close()
})

test('health answers, headers are strict, no inline script runs without its nonce', async ({ request }) => {
  const health = await request.get('/api/health')
  expect(health.status()).toBe(200)
  expect(await health.json()).toEqual({ status: 'ok', database: 'ok', version: '0.1.0' })
  const page = await request.get('/logowanie')
  const csp = page.headers()['content-security-policy'] ?? ''
  const nonce = /'nonce-([^']+)'/.exec(csp)?.[1] ?? 'none'
  expect(csp).toContain("frame-ancestors 'none'")
  expect(csp).not.toContain("script-src 'self' 'unsafe-inline'")
  const scripts = (await page.text()).match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
})

test('an address that is no text leads to no page, and is no fault', async ({ request }) => {
  for (const path of ['/sprawy/%E0%A4%A', '/zespoly/%ff', '/uslugi/%']) {
    const answer = await request.get(path)
    expect({ path, status: answer.status() }).toEqual({ path, status: 404 })
  }
})

test('a stranger gets "not found" for a case, a councillor for any case, and both are logged as refused', async ({
  browser,
}) => {
  const foreign = '/sprawy/00000000-0000-4000-8000-000000000001'
  const context = await asPerson(browser, 'koordynatorka.rodziny@demo.example')
  const page = await context.newPage()
  expect((await page.goto(foreign))?.status()).toBe(404)
  expect((await page.goto('/sprawy/nie-ma-takiej'))?.status()).toBe(404)
  await context.close()
})
