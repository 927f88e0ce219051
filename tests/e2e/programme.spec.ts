import { expect, type Page, test } from '@playwright/test'
import { polish } from './main-job/services'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

/** Kamień: a gmina that no other test touches. */
const gmina = '/program/1816082'

/** Agreement, signatures, rules and coordinator of a new team; its OPS is new to the registry. */
const bringToWork = async (page: Page, team: string): Promise<void> => {
  await page.goto(`${team}/sklad`)
  const seat = page.getByRole('group', { name: 'GOPS w Kamieniu', exact: true })
  for (const [part, text] of Object.entries({
    givenName: 'Ewa',
    familyName: 'Kamieńska',
    email: `ewa.${Date.now().toString(36)}@kamien.example`,
  }))
    await seat.locator(`input[name$="representative.${part}"]`).fill(text)
  await page.getByRole('button', { name: 'Zapisz i wyślij zaproszenia' }).click()
  const coordinator = page.getByLabel('Koordynator zespołu')
  await coordinator.selectOption(
    (await coordinator.getByRole('option', { name: /Ewa Kamieńska/u }).textContent()) ?? '',
  )
  await page.getByRole('button', { name: 'Powołaj' }).click()
  await expect(page.getByText('Zapisano, kto prowadzi zespół.')).toBeVisible()
  await page.goto(`${team}/porozumienie`)
  await page.getByLabel('Obowiązuje od').fill(polish(0))
  await page.getByLabel('Obowiązuje do').fill(polish(700))
  await page.getByRole('button', { name: 'Zapisz projekt' }).click()
  await page.getByRole('button', { name: 'Wyślij porozumienie do podpisu' }).click()
  const signatures = page.getByRole('form', { name: 'Podpisy stron' })
  await expect(signatures).toBeVisible()
  for (const box of await signatures.getByRole('checkbox').all()) await box.check()
  for (const name of await signatures.getByLabel(/^Kto podpisał/u).all())
    if ((await name.inputValue()) === '') await name.fill('Dyrekcja')
  await signatures.getByRole('button').click()
  await page.getByLabel('Przyjęty dnia').fill(polish(0))
  await page.getByRole('form', { name: 'Regulamin' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Uruchom zespół' }).click()
  await expect(page.getByText('Aktywny', { exact: true })).toBeVisible()
}

test('a gmina goes from the plan of the region through recruitment to a team that works', async ({
  browser,
}) => {
  const desk = await asPerson(browser, 'koordynator.rops@demo.example')
  const planner = await desk.newPage()
  await planner.goto(gmina)
  await planner.getByLabel('Animator').selectOption({ label: 'Dominika Tarnawska' })
  await planner.getByLabel('Porozumienie do dnia').fill(polish(30))
  await planner.getByRole('button', { name: 'Dodaj do planu' }).click()
  await expect(planner.getByText('Gmina jest w planie.')).toBeVisible()

  const context = await asPerson(browser, 'animatorka@demo.example')
  const page = await context.newPage()
  await page.goto(gmina)
  await page.getByText('Zmień terminy').click()
  await page.getByLabel('Pierwsza rozmowa: odbyła się').fill(polish(0))
  await page.getByRole('button', { name: 'Zapisz terminy' }).click()
  await expect(page.getByText('Terminy zapisane.')).toBeVisible()

  await page.goto(`${gmina}/instytucje`)
  await page.getByLabel('Powiatowe Centrum Pomocy Rodzinie w Rzeszowie').check()
  await page.getByLabel('Powiatowy Urząd Pracy w Rzeszowie').check()
  await page.getByRole('button', { name: 'Zapisz zaproszenia' }).click()
  await expect(page.getByText('Zaproszenia zapisane.')).toBeVisible()
  const answer = async (name: string, how: string, why?: string) => {
    const row = page.getByRole('row').filter({ hasText: name })
    await row.getByText('Zapisz odpowiedź').first().click()
    await row.getByText(how, { exact: true }).click()
    if (why) await row.getByLabel('Powód odmowy').selectOption({ label: why })
    await row.getByRole('button', { name: 'Zapisz odpowiedź' }).click()
    await expect(page.getByText('Odpowiedź zapisana.')).toBeVisible()
    await page.goto(`${gmina}/instytucje`)
  }
  await answer('Powiatowy Urząd Pracy', 'odmówiła', 'kompetencje')
  await answer('Powiatowe Centrum Pomocy Rodzinie', 'zgodziła się')
  expect((await axeOn(page)).violations).toEqual([])

  await page.getByRole('link', { name: 'Utwórz zespół z tych, które się zgodziły' }).click()
  await page.waitForURL(/\/zespoly\/nowy/u)
  const boxOf = (name: RegExp) => page.getByRole('checkbox', { name })
  await expect(boxOf(/Powiatowe Centrum Pomocy Rodzinie/u)).toBeChecked()
  await expect(boxOf(/Powiatowy Urząd Pracy w Rzeszowie/u)).not.toBeChecked()
  await page.getByLabel(/^Ośrodek pomocy społecznej/u).fill('GOPS w Kamieniu')
  await page.getByRole('button', { name: 'Utwórz zespół i przygotuj porozumienie' }).click()
  await page.waitForURL(/\/zespoly\/[0-9a-f-]{36}/u)
  await bringToWork(page, new URL(page.url()).pathname)

  await planner.goto(gmina)
  const stage = planner.getByRole('row').filter({ hasText: 'Porozumienie' })
  await expect(stage.getByText('za nami')).toBeVisible()
  await planner.goto('/program/bariery?powod=competence')
  await expect(planner.getByRole('row').filter({ hasText: 'Kamień' })).toBeVisible()
  await context.close()
  await desk.close()
})
