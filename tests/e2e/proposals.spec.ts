import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { signIn } from './support/people'

const phone = { width: 360, height: 740 }
const school = 'Szkoła Podstawowa w Świlczy'
const club = 'Świetlica szkolna'
/** Trouble at school, in a family that no other test touches. */
const need = `/sprawy/${idOf('case', 'swilcza-10')}/koszyk/nowa?potrzeba=${idOf('need', 'swilcza-10', 2)}`

const narrow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('without JavaScript, on a phone: a head is asked to confirm the offer, corrects it, and a coordinator reads why', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await signIn(page, 'dyrektor.szkoly@demo.example')
  await page.goto('/powiadomienia')
  await page.getByRole('link', { name: /^Oferta Pani\/Pana instytucji czeka na potwierdzenie/u }).click()
  await expect(page.getByText(/na potwierdzenie\.$/u).first()).toBeVisible()

  await page.getByRole('link', { name: new RegExp(`^Zmień ?: ${club}`, 'u') }).click()
  await page.getByLabel('Wolne miejsca dzisiaj').fill('30')
  await page.getByLabel('Wszystkie miejsca').fill('20')
  await page.getByRole('button', { name: 'Zapisz i potwierdź' }).click()
  await expect(page.getByText('Wolnych miejsc nie może być więcej niż wszystkich.').first()).toBeVisible()
  await page.getByLabel('Wolne miejsca dzisiaj').fill('3')
  await page.getByLabel('Warunki').fill('Uczniowie klas 1–4.')
  await page.getByRole('button', { name: 'Zapisz i potwierdź' }).click()
  await expect(page.getByText('Zapisano i potwierdzono.')).toBeVisible()
  await expect(page.getByText('wolne: 3 z 20, Uczniowie klas 1–4.')).toBeVisible()
  await page.getByRole('button', { name: /^Potwierdź wszystko/u }).click()
  await expect(page.getByText('Potwierdzono. Dziękujemy.')).toBeVisible()
  await expect(page.getByText('Wszystko potwierdzone.')).toBeVisible()
  expect(await narrow(page)).toBeLessThanOrEqual(0)

  const theirs = await browser.newContext({ javaScriptEnabled: false, viewport: phone })
  const other = await theirs.newPage()
  await signIn(other, 'koordynatorka.rodziny2@demo.example')
  await other.goto(need)
  const first = other
    .getByRole('region', { name: new RegExp(`^${club}`, 'u') })
    .getByRole('listitem')
    .first()
  await expect(first.getByRole('heading', { name: school })).toBeVisible()
  await expect(first).toContainText(
    /Bo oferuje tę usługę \(potwierdzono [\d.]+\); ma 3 wolne miejsca z 20; działa na miejscu, w tej gminie; jest stroną porozumienia\./u,
  )
  await expect(first).toContainText('Warunki: Uczniowie klas 1–4.')
  expect(await narrow(other)).toBeLessThanOrEqual(0)
  await context.close()
  await theirs.close()
})

test('what does not fit is noted as missing in one step, without JavaScript, and taken back', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'koordynatorka.rodziny2@demo.example')
  await page.goto(need)
  await page.getByText('Są oferty, ale żadna nie pasuje').click()
  const form = page.getByRole('form', { name: 'Są oferty, ale żadna nie pasuje' })
  await form.getByLabel('Jakiej usługi mimo to brakuje').selectOption(club)
  await form.getByRole('button', { name: 'Odnotuj brak' }).click()
  await expect(page.getByText('Odnotowano brak usługi.')).toBeVisible()
  const missing = page.getByRole('region', { name: 'Czego tu nikt nie oferuje' })
  await expect(missing.getByRole('listitem').filter({ hasText: club })).toContainText(
    /brak odnotowany [\d.]+, Joanna Pyziak/u,
  )
  await missing.getByRole('button', { name: new RegExp(`^To pomyłka ?: ${club}`, 'u') }).click()
  await expect(page.getByText('Cofnięto odnotowany brak.')).toBeVisible()
  await expect(missing.getByText('brak odnotowany')).toHaveCount(0)
  await context.close()
})

test('proposals of a need: axe finds nothing', async ({ page }) => {
  await signIn(page, 'koordynatorka.rodziny2@demo.example')
  await page.goto(need)
  await expect(page.getByRole('region', { name: 'Czego tu nikt nie oferuje' })).toBeVisible()
  expect((await axeOn(page)).violations).toEqual([])
})

// axe looks at these pages in every-page.spec.ts
test.describe('what is missing stands for who counts, with how it is counted', () => {
  for (const [who, address] of [
    ['radny@demo.example', `/zespoly/${idOf('team', 'swilcza')}/liczby`],
    ['koordynator.rops@demo.example', '/region'],
    ['ministerstwo@demo.example', '/kraj'],
  ] as const)
    test(who, async ({ page }) => {
      await signIn(page, who)
      await page.goto(address)
      const missing = page.getByRole('region', { name: 'Czego brakuje', exact: true })
      await expect(missing.getByRole('row').filter({ hasText: 'Razem braków' })).toBeVisible()
      await missing.getByText('Jak to liczymy').click()
      await expect(missing.getByText(/^Braki odnotowane przez koordynatorów/u)).toBeVisible()
    })
})
