import { expect, type Page, test } from '@playwright/test'
import { asPerson } from './support/people'

const coordinator = 'koordynatorka.rodziny@demo.example'
const nothingLost = /^Nic nie zginęło\./u

const openSheet = async (page: Page): Promise<void> => {
  await page.goto('/zgloszenia/nowe')
  await page.getByText('Nie ma takiego podejrzenia').click()
}
const first = (page: Page) => page.getByRole('group', { name: 'Osoba 1', exact: true })

test('empty: each missing answer is named, and leads to its field', async ({ browser }) => {
  const context = await asPerson(browser, coordinator)
  const page = await context.newPage()
  await page.goto('/zgloszenia/nowe')
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
  const summary = page.getByRole('alert').filter({ hasText: nothingLost })
  await expect(summary).toBeVisible()
  await expect(summary.getByRole('link')).not.toHaveCount(0)
  await expect(page.getByText('Bez tego zespół nie może przyjąć zgłoszenia.').first()).toBeVisible()
  await summary.getByRole('link', { name: 'Bez tego zespół nie może przyjąć zgłoszenia.' }).click()
  await expect(page.getByLabel(/^Co już zrobiono/u)).toBeFocused()
  await context.close()
})

test.describe('a value that cannot be, beside its field, and nothing typed is lost', () => {
  const cases = [
    {
      what: '31 February',
      label: /^Data urodzenia/u,
      typed: '31.02.2014',
      says: 'Takiego dnia nie ma w kalendarzu',
    },
    { what: 'a PESEL with a wrong checksum', label: /^PESEL/u, typed: '44051401358', says: 'PESEL' },
    { what: 'a phone of letters', label: /^Telefon/u, typed: 'brak', says: 'telefon' },
    {
      what: 'a day of birth in the future',
      label: /^Data urodzenia/u,
      typed: '1.01.2199',
      says: 'przyszłości',
    },
    {
      what: 'a day of birth 226 years ago',
      label: /^Data urodzenia/u,
      typed: '1.01.1800',
      says: 'ponad 130 lat temu',
    },
    { what: 'a name of digits', label: 'Nazwisko', typed: '12345', says: 'zapisujemy literami' },
  ]
  for (const { what, label, typed, says } of cases)
    test(what, async ({ browser }) => {
      const context = await asPerson(browser, coordinator)
      const page = await context.newPage()
      await openSheet(page)
      await page.getByLabel('Krótka nazwa').fill('Rodzina 🏡 عائلة')
      await first(page).getByLabel('Imię').fill('Zażółć')
      await first(page).getByLabel(label).fill(typed)
      await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
      await expect(page.getByRole('alert').filter({ hasText: nothingLost })).toBeVisible()
      await expect(first(page).getByLabel(label)).toHaveAttribute('aria-invalid', 'true')
      await expect(first(page).getByText(new RegExp(says, 'iu')).first()).toBeVisible()
      await expect(first(page).getByLabel(label)).toHaveValue(typed)
      await expect(first(page).getByLabel('Imię')).toHaveValue('Zażółć')
      await expect(page.getByLabel('Krótka nazwa')).toHaveValue('Rodzina 🏡 عائلة')
      await context.close()
    })
})

test('far too long: said beside the field; emoji and right-to-left text are kept as typed', async ({
  browser,
}) => {
  const context = await asPerson(browser, coordinator)
  const page = await context.newPage()
  await openSheet(page)
  const long = 'ą'.repeat(20_000)
  const situation = page.getByLabel(/^Sytuacja/u)
  await situation.evaluate((field) => field.removeAttribute('maxlength'))
  await situation.fill(long)
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await expect(page.getByText('Ten tekst jest za długi.').first()).toBeVisible()
  await expect(situation).toHaveValue(long)
  await situation.fill('Dom 🏚️ i «עזרה» – bez ogrzewania')
  await page.getByLabel('Krótka nazwa').fill('Rodzina Długa')
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await page.waitForURL(/\/zgloszenia\/[0-9a-f-]{36}\?zapisano/u)
  await expect(page.getByLabel(/^Sytuacja/u)).toHaveValue('Dom 🏚️ i «עזרה» – bez ogrzewania')
  await context.close()
})

test('a sheet sent twice is one referral', async ({ browser }) => {
  const context = await asPerson(browser, coordinator)
  const page = await context.newPage()
  await openSheet(page)
  await page.getByLabel('Krótka nazwa').fill('Rodzina Podwójna')
  await page.getByRole('button', { name: 'Zapisz szkic' }).dblclick()
  await page.waitForURL(/\/zgloszenia\/[0-9a-f-]{36}\?zapisano/u)
  await page.goto('/zgloszenia')
  await expect(page.getByRole('link', { name: 'Rodzina Podwójna' })).toHaveCount(1)
  await context.close()
})

test('two tabs change one draft: the second sees both texts and decides', async ({ browser }) => {
  const context = await asPerson(browser, coordinator)
  const page = await context.newPage()
  await openSheet(page)
  await page.getByLabel('Krótka nazwa').fill('Rodzina Wspólna')
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await page.waitForURL(/\/zgloszenia\/[0-9a-f-]{36}\?zapisano/u)
  const second = await context.newPage()
  await second.goto(page.url())
  await page.goto(new URL(page.url()).pathname)
  await page.getByLabel(/^Sytuacja/u).fill('Tekst pierwszej karty')
  await page.getByRole('button', { name: 'Zapisz szkic' }).click()
  await page.waitForURL(/zapisano/u)
  await second.getByLabel(/^Sytuacja/u).fill('Tekst drugiej karty')
  await second.getByRole('button', { name: 'Zapisz szkic' }).click()
  await expect(second.getByText(/Ktoś zmienił te dane w międzyczasie/u).first()).toBeVisible()
  await expect(second.getByLabel(/^Sytuacja/u)).toHaveValue('Tekst drugiej karty')
  await expect(second.getByRole('note')).toContainText('Tekst pierwszej karty')
  await second.getByRole('button', { name: 'Zapisz szkic' }).click()
  await second.waitForURL(/zapisano/u)
  await expect(second.getByLabel(/^Sytuacja/u)).toHaveValue('Tekst drugiej karty')
  await context.close()
})
