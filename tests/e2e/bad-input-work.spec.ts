import { expect, type Locator, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { asPerson } from './support/people'

const coordinator = 'koordynatorka.rodziny@demo.example'
const family = `/sprawy/${idOf('case', 'swilcza-9')}`
const nothingLost = /^Nic nie zginęło\./u
const arabic = 'عائلة سوفا'

/** The page said so beside the field, and what was typed still stands there. */
const refused = async (form: Locator, field: Locator, typed: string, says: string): Promise<void> => {
  await expect(form.getByText(says).first()).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveValue(typed)
}

const send = async (page: Page, form: Locator, button: string): Promise<void> => {
  await form.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: nothingLost })).toBeVisible()
}

/** A field that the browser itself would cut short: somebody else's browser does not. */
const fillWhole = async (field: Locator, text: string): Promise<void> => {
  await field.evaluate((one) => one.removeAttribute('maxlength'))
  await field.fill(text)
}

test('two people of one institution accept one service at once: one effect, and the other is told', async ({
  browser,
}) => {
  const teacher = await asPerson(browser, 'nauczycielka@demo.example')
  const head = await asPerson(browser, 'dyrektor.szkoly@demo.example')
  const pages = [await teacher.newPage(), await head.newPage()]
  for (const page of pages) await page.goto('/moje-uslugi')
  const asked = pages.map((page) =>
    page.getByRole('region', { name: 'Czekają na odpowiedź' }).getByRole('article').last(),
  )
  const links = asked.map((card) => card.locator('a[href^="/moje-uslugi/"]').first().getAttribute('href'))
  const [one, two] = await Promise.all(links)
  expect(two).toBe(one)
  await Promise.all(asked.map((card) => card.getByRole('button', { name: 'Przyjmuję' }).click()))
  const accepted = 'Usługa przyjęta. Koordynator rodziny już to widzi.'
  const told = /Ktoś zrobił to przed chwilą|ktoś już odpowiedział|Ktoś zmienił te dane/u
  for (const page of pages)
    await expect(page.getByText(accepted).or(page.getByText(told)).first()).toBeVisible()
  const seen = await Promise.all(pages.map((page) => page.getByText(accepted).count()))
  expect(seen.reduce((a, b) => a + b, 0)).toBe(1)
  for (const page of pages) {
    await page.goto(one ?? '')
    await expect(page.getByText('Przyjęta', { exact: true }).first()).toBeVisible()
  }
  await teacher.close()
  await head.close()
})

test('a person of the family: number, dates, letters and lengths that cannot be', async ({ browser }) => {
  const context = await asPerson(browser, coordinator)
  const page = await context.newPage()
  await page.goto(`${family}/rodzina`)
  const form = page.getByRole('form', { name: 'Dopisz osobę' })
  const field = (name: string) => form.locator(`[name="added.0.${name}"]`)
  await form.getByText('Telefon, kontakt i opiekunowie').click()
  const long = '🏚️ ą'.repeat(200)
  const typed: [string, string][] = [
    ['givenName', 'Łucja 🏡'],
    ['familyName', arabic],
    ['bornOn', '31.02.2014'],
    ['pesel', '44051401358'],
    ['contactNote', long],
  ]
  for (const [name, text] of typed) await fillWhole(field(name), text)
  await send(page, form, 'Dopisz osobę')
  await refused(form, field('givenName'), 'Łucja 🏡', 'Imię i nazwisko zapisujemy literami')
  await refused(form, field('bornOn'), '31.02.2014', 'Takiego dnia nie ma w kalendarzu')
  await refused(form, field('pesel'), '44051401358', 'PESEL')
  await refused(form, field('contactNote'), long, 'Ten tekst jest za długi.')
  await expect(field('familyName')).toHaveValue(arabic)

  await field('givenName').fill('Łucja')
  await field('bornOn').fill('1.01.2199')
  await field('pesel').fill('')
  await send(page, form, 'Dopisz osobę')
  await refused(form, field('bornOn'), '1.01.2199', 'Ta data nie może być w przyszłości.')
  await expect(field('contactNote')).toHaveValue(long)

  const child = page.getByRole('form', { name: 'Popraw dane i miejsce w rodzinie: Szymon Sowa' })
  await page.getByText('Popraw dane i miejsce w rodzinie', { exact: true }).nth(1).click()
  const left = child.locator('[name="mended.0.leftOn"]')
  await fillWhole(child.locator('[name="mended.0.contactNote"]'), `${arabic} 🏡`)
  await left.fill('1.01.2010')
  await child.getByRole('button').last().click()
  await refused(child, left, '1.01.2010', 'Ta data jest wcześniejsza od daty urodzenia.')
  await expect(child.locator('[name="mended.0.contactNote"]')).toHaveValue(`${arabic} 🏡`)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Szymon Sowa' })).toBeVisible()
  await expect(page.getByText(arabic)).toHaveCount(0)
  await context.close()
})

test('a signature of the family before the child was born', async ({ browser }) => {
  const context = await asPerson(browser, coordinator)
  const page = await context.newPage()
  await page.goto(`${family}/zgody`)
  const form = page.getByRole('form', { name: 'Zapisz odpowiedzi rodziny' })
  const signedOn = form.getByLabel('Data podpisu')
  await form.getByLabel('Zgoda na proponowany zakres').last().check()
  await signedOn.fill('1.02.2012')
  await form.getByLabel('na papierze').check()
  await form.getByRole('button').last().click()
  await refused(form, signedOn, '1.02.2012', 'Ta data jest wcześniejsza od daty urodzenia.')
  await expect(form.getByLabel('Zgoda na proponowany zakres').last()).toBeChecked()
  await context.close()
})

test('a service of the basket: dates, an hour, an amount and lengths that cannot be', async ({ browser }) => {
  const context = await asPerson(browser, coordinator)
  const page = await context.newPage()
  await page.goto(`${family}/koszyk/${idOf('line', 'swilcza-9', 3)}/zmien`)
  const form = page.getByRole('form', { name: 'Zmień roboczą pozycję' })
  const field = (name: string) => form.locator(`[name="${name}"]`)
  await form.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '')
  })
  const title = `🏡 ${arabic} `.repeat(30)
  const typed: [string, string][] = [
    ['title', title],
    ['scope', `Dom 🏚️ i «עזרה» ${'ą'.repeat(1200)}`],
    ['startsOn', '31.02.2027'],
    ['atTime', '25:00'],
    ['costPlanned', 'dużo'],
    ['place', `${arabic} 🏫`],
  ]
  for (const [name, text] of typed) await fillWhole(field(name), text)
  await send(page, form, 'Zapisz zmiany')
  await refused(form, field('startsOn'), '31.02.2027', 'Takiego dnia nie ma w kalendarzu')
  await refused(form, field('title'), title, 'Ten tekst jest za długi.')
  for (const [name, text] of typed) await expect(field(name)).toHaveValue(text)
  for (const name of ['scope', 'atTime', 'costPlanned'])
    await expect(field(name)).toHaveAttribute('aria-invalid', 'true')

  await field('title').fill(`🏡 ${arabic}`)
  await field('scope').fill('Dom 🏚️ i «עזרה»')
  await field('startsOn').fill('1.03.2027')
  await field('endsOn').fill('1.02.2027')
  await field('atTime').fill('8.30')
  await field('costPlanned').fill('0')
  await send(page, form, 'Zapisz zmiany')
  await refused(form, field('endsOn'), '1.02.2027', 'Ta data nie może być wcześniejsza od daty początku.')
  await expect(field('scope')).toHaveValue('Dom 🏚️ i «עזרה»')
  await context.close()
})

test('the agreement of a team: dates and lengths that cannot be; other letters and signs are kept', async ({
  browser,
}) => {
  const context = await asPerson(browser, 'animatorka@demo.example')
  const page = await context.newPage()
  await page.goto(`/zespoly/${idOf('team', 'chmielnik')}/porozumienie`)
  const form = page.getByRole('form', { name: 'Projekt porozumienia' })
  const field = (name: string) => form.locator(`[name="${name}"]`)
  const name = 'Zespół 🏡 '.repeat(30)
  await fillWhole(field('name'), name)
  await field('agreementFrom').fill('31.02.2027')
  await field('minimumSignatures').fill('dwa')
  await fillWhole(field('agreementText'), `${arabic} ${'ą'.repeat(20_000)}`)
  await send(page, form, 'Zapisz projekt')
  await refused(form, field('name'), name, 'Ten tekst jest za długi.')
  await refused(form, field('agreementFrom'), '31.02.2027', 'Takiego dnia nie ma w kalendarzu')
  await refused(form, field('minimumSignatures'), 'dwa', 'Proszę wpisać liczbę cyframi.')
  await expect(field('agreementText')).toHaveAttribute('aria-invalid', 'true')

  await field('name').fill(`Zespół Chmielnik 🏡 ${arabic}`)
  await field('agreementFrom').fill('1.03.2027')
  await field('agreementTo').fill('1.02.2027')
  await field('minimumSignatures').fill('')
  await field('agreementText').fill(`Treść «עזרה» 🏚️`)
  await send(page, form, 'Zapisz projekt')
  await refused(
    form,
    field('agreementTo'),
    '1.02.2027',
    'Ta data nie może być wcześniejsza od daty początku.',
  )
  await field('agreementTo').fill('1.02.2029')
  await form.getByRole('button', { name: 'Zapisz projekt' }).click()
  await expect(form.getByText('Projekt zapisany.')).toBeVisible()
  await page.reload()
  await expect(field('name')).toHaveValue(`Zespół Chmielnik 🏡 ${arabic}`)
  await expect(field('agreementText')).toHaveValue('Treść «עזרה» 🏚️')
  await context.close()
})
