import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { signIn } from './support/people'

const caseId = idOf('case', 'swilcza-9')
const line = `/sprawy/${caseId}/koszyk/${idOf('line', 'swilcza-9', 'bez-konta')}`
const asked = 'Wtorkowe spotkania koła'

test('without JavaScript a partner without an account declines one line, and the coordinator asks somebody else', async ({
  browser,
}) => {
  const desk = await browser.newContext({ javaScriptEnabled: false })
  const page = await desk.newPage()
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(line)
  await expect(page.getByRole('heading', { name: 'Instytucja bez konta' })).toBeVisible()
  await page.getByRole('button', { name: 'Wyślij odnośnik' }).click()
  const told = page.getByText(/Wysłano odnośnik\. Kod:/u)
  const code = /Kod: (\d{4} \d{4})\./u.exec((await told.textContent()) ?? '')?.[1] ?? ''
  expect(code).toMatch(/^\d{4} \d{4}$/u)
  await page.goto(line)
  await expect(page.getByText(code)).toHaveCount(0)

  const away = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const partner = await away.newPage()
  await partner.goto('/skrzynka')
  const href = await partner
    .getByRole('link', { name: /\/odpowiedz\// })
    .first()
    .getAttribute('href')
  const response = await partner.goto(href ?? '')
  expect(response?.headers()['cache-control']).toContain('no-store')
  expect(response?.headers()['content-security-policy']).toContain("default-src 'self'")
  await expect(partner.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/u)
  await expect(partner.getByText(asked)).toHaveCount(0)
  await expect(partner.getByText('Koło Gospodyń')).toHaveCount(0)

  await partner.getByLabel('Kod (8 cyfr)').fill('0000')
  await partner.getByRole('button', { name: 'Pokaż pytanie' }).click()
  await expect(partner.getByText(/Kod nie pasuje do tego odnośnika/u).first()).toBeVisible()
  await partner.getByLabel('Kod (8 cyfr)').fill(code)
  await partner.getByRole('button', { name: 'Pokaż pytanie' }).click()

  await expect(partner.getByRole('heading', { level: 1, name: asked })).toBeVisible()
  await expect(partner.getByText('Dom Ludowy w Bratkowicach')).toBeVisible()
  const wide = await partner.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide).toBeLessThanOrEqual(0)

  // the same page for axe, which wants scripts
  const seen = await browser.newContext({ storageState: await away.storageState() })
  const looked = await seen.newPage()
  await looked.goto(href ?? '')
  await expect(looked.getByRole('heading', { level: 1, name: asked })).toBeVisible()
  expect((await axeOn(looked)).violations).toEqual([])
  await seen.close()

  await partner.getByRole('radio', { name: 'Odmawiamy' }).check()
  await partner.getByLabel('Imię i nazwisko osoby, która odpowiada').fill('Zofia Rejman')
  await partner.getByLabel('Funkcja w instytucji').fill('przewodnicząca koła')
  await partner.getByRole('button', { name: 'Wyślij odpowiedź' }).click()
  await expect(partner.getByText('Proszę wybrać z listy.').first()).toBeVisible()
  await partner.getByRole('radio', { name: 'Odmawiamy' }).check()
  await partner.getByLabel('Powód odmowy').selectOption({ label: 'Brak wolnych miejsc' })
  await partner.getByRole('button', { name: 'Wyślij odpowiedź' }).click()
  await expect(partner.getByRole('heading', { name: 'Dziękujemy, odpowiedź zapisano' })).toBeVisible()

  await partner.goto(href ?? '')
  await expect(partner.getByText(asked)).toHaveCount(0)
  await partner.getByLabel('Kod (8 cyfr)').fill(code)
  await partner.getByRole('button', { name: 'Pokaż pytanie' }).click()
  await expect(partner.getByText(/odnośnik już nie działa/u).first()).toBeVisible()
  await away.close()

  await page.goto(line)
  await expect(page.getByText(/Zofia Rejman, przewodnicząca koła \(przez odnośnik\)/u)).toBeVisible()
  const others = page.getByRole('region', { name: 'Instytucja odmówiła: kogo zapytać teraz?' })
  await others
    .getByRole('link', { name: /^Zapytaj zamiast/u })
    .first()
    .click()
  await expect(page.getByText(/Zamiast pozycji, o którą pytano: Koło Gospodyń/u)).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz roboczo, bez pytania' }).click()
  await expect(page).toHaveURL(/zrobione=robocza/u)
  await page.goto(line)
  await expect(page.getByText('Zamiast niej zapytano')).toBeVisible()
  await desk.close()
})
