import { expect, type Page, test } from '@playwright/test'
import { signIn } from './support/people'

const worksAt = async (page: Page, institution: RegExp): Promise<void> => {
  await page.goto('/kontekst')
  await page.getByRole('listitem').filter({ hasText: institution }).getByRole('button').click()
  await page.waitForURL((url) => url.pathname !== '/kontekst')
}

test('a form of one institution is not sent from another that was chosen in a second tab', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'pracowniczka.pcpr@demo.example')
  await worksAt(page, /PCPR|Powiatowe Centrum/u)
  await page.goto('/zgloszenia/nowe')
  await page.getByText('Nie ma takiego podejrzenia').click()
  await page.getByLabel(/^Do którego zespołu/u).selectOption({ index: 1 })
  await page.getByLabel('Krótka nazwa').fill('Rodzina Dwóch Kart')
  const second = await context.newPage()
  await worksAt(second, /Trzebownisk|Stowarzyszenie|Fundacja/u)
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await expect(page.getByText(/W innej karcie wybrano inne miejsce pracy/u).first()).toBeVisible()
  await expect(page.getByLabel('Krótka nazwa')).toHaveValue('Rodzina Dwóch Kart')
  await worksAt(second, /PCPR|Powiatowe Centrum/u)
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await page.waitForURL(/\/zgloszenia\/[0-9a-f-]{36}\?zapisano/u)
  await context.close()
})

test('a form shown to one person is not sent by another who signed in meanwhile', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'asystent@demo.example')
  await page.goto('/zgloszenia/nowe')
  await page.getByText('Nie ma takiego podejrzenia').click()
  await page.getByLabel('Krótka nazwa').fill('Rodzina Asystenta')
  const second = await context.newPage()
  await second.goto('/konto')
  await second.getByRole('button', { name: 'Wyloguj się', exact: true }).last().click()
  await second.waitForURL(/\/logowanie/u)
  await signIn(second, 'koordynatorka.rodziny@demo.example')
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await expect(page.getByText(/W innej karcie pracuje teraz Marta Kędzior/u).first()).toBeVisible()
  await expect(page.getByLabel('Krótka nazwa')).toHaveValue('Rodzina Asystenta')
  await second.goto('/zgloszenia')
  await expect(second.getByText('Rodzina Asystenta')).toHaveCount(0)
  await context.close()
})

test('a switch of theme comes back to the same search', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'asystent@demo.example')
  await page.goto('/szukaj?q=anna+nowak')
  await page
    .getByRole('button', { name: /Ciemny|ciemny/u })
    .first()
    .click()
  await expect(page).toHaveURL(/\/szukaj\?q=anna\+nowak$/u)
  await context.close()
})

test('a NUL in the address or in the sign-in is no fault', async ({ browser, request }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'koordynatorka.zespolu@demo.example')
  for (const path of [
    '/szukaj?q=%00',
    '/instytucje?q=a%00b',
    '/terytorium?q=%00',
    '/sprawy?q=%00',
    '/zespoly?q=%00',
  ])
    expect((await page.goto(path))?.status(), path).toBe(200)
  await context.close()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email: 'nikt\u0000@demo.example', password: 'złe hasło', json: 'true' },
  })
  expect(answer.status()).toBe(401)
  expect(await answer.text()).not.toContain('invalid:')
})
