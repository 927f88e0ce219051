import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

/** A family whose plan is in force; no journey that comes after this one needs it. */
const family = `/sprawy/${idOf('case', 'swilcza-13')}`
const today = (): string =>
  new Intl.DateTimeFormat('pl-PL', { timeZone: 'Europe/Warsaw', dateStyle: 'short' }).format(new Date())

const noFault = async (page: Page): Promise<void> => {
  const { violations } = await axeOn(page)
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
}

test('three decisions of a meeting become a task, a basket line and a step; its minutes are approved and locked', async ({
  browser,
}) => {
  const worker = await asPerson(browser, 'koordynatorka.rodziny@demo.example')
  const page = await worker.newPage()
  await page.goto(`${family}/spotkania`)
  const plan = page.getByRole('form', { name: 'Zaplanuj spotkanie' })
  await plan.getByLabel('Dzień').fill(today())
  await plan.getByLabel('Godzina').fill('13')
  await plan.getByLabel('Miejsce').fill('GOPS, pokój 4')
  await plan.getByLabel('Porządek, każdy punkt w osobnym wierszu').fill('Nauka\nCo dalej')
  await plan.getByRole('button', { name: 'Zaplanuj spotkanie' }).click()
  await page.waitForURL(/spotkania\/[0-9a-f-]{36}/u)
  const meeting = page.url().split('?')[0] ?? ''
  await page.getByLabel('Dlaczego krócej niż termin zespołu').fill('Prosi o to rodzina')
  await page.getByRole('button', { name: 'Zwołaj: wyślij zaproszenia' }).click()
  await expect(page.getByText('Zaproszenia wysłane.')).toBeVisible()

  const decide = page.getByRole('form', { name: 'Zapisz ustalenie' })
  const decisions = page.getByRole('region', { name: 'Ustalenia' })
  await decide.getByLabel('Co ustalono').fill('Zadzwonić do świetlicy.')
  await decide.getByLabel('Kto', { exact: true }).selectOption({ label: 'Marta Kędzior' })
  await decide.getByLabel('albo za ile dni roboczych').fill('3')
  await decide.getByRole('button', { name: 'Zapisz ustalenie' }).click()
  await expect(decisions.getByText(/^Zadanie: Marta Kędzior, GOPS|^Zadanie: Marta Kędzior/u)).toBeVisible()
  await decide.getByLabel('Co ustalono').fill('Dodatkowa lekcja matematyki w piątki.')
  await decide.getByText('pozycją koszyka', { exact: true }).click()
  await decide.getByRole('button', { name: 'Zapisz ustalenie' }).click()
  await expect(decisions.getByRole('link', { name: 'Dodaj tę pozycję do koszyka' })).toBeVisible()
  await decide.getByLabel('Co ustalono').fill('Plan trzeba uzupełnić o naukę.')
  await decide.getByText('krokiem w sprawie', { exact: true }).click()
  await decide.getByLabel('Dla kroku: który').selectOption({ label: 'zmiana planu' })
  await decide.getByRole('button', { name: 'Zapisz ustalenie' }).click()
  await expect(decisions.getByRole('link', { name: 'Wykonaj krok: zmiana planu' })).toBeVisible()
  await noFault(page)

  await decisions.getByRole('link', { name: 'Dodaj tę pozycję do koszyka' }).click()
  await page.getByRole('heading', { name: 'Na którą potrzebę?' }).waitFor()
  await page.getByRole('main').locator('ul.ledger a').first().click()
  await page.getByRole('heading', { name: 'Kto może pomóc' }).waitFor()
  await page
    .getByRole('link', { name: /^Wybierz/u })
    .first()
    .click()
  await expect(page.getByText('Z ustalenia spotkania: Dodatkowa lekcja matematyki w piątki.')).toBeVisible()
  await page.getByRole('button', { name: /robocz/u }).click()
  await page.waitForURL(/koszyk\?zrobione=/u)

  await page.goto(meeting)
  await expect(decisions.getByRole('link', { name: 'Pozycja jest w koszyku' })).toBeVisible()
  await decisions.getByRole('link', { name: 'Wykonaj krok: zmiana planu' }).click()
  const change = page.locator('#zmiana')
  await expect(change.getByRole('textbox')).toHaveValue('Plan trzeba uzupełnić o naukę.')
  await change.getByRole('button').first().click()
  await page.waitForURL(/zrobione=/u)

  await page.goto(meeting)
  await expect(decisions.getByText('Krok wykonany: zmiana planu')).toBeVisible()
  await page
    .getByLabel(/^Kto przyszedł/u)
    .first()
    .fill('Marta Kędzior')
  await page.getByRole('button', { name: 'Spotkanie się odbyło' }).click()
  await page.getByRole('textbox', { name: 'Przebieg spotkania' }).fill('Rozmowa o nauce.')
  await page.getByRole('button', { name: 'Zapisz przebieg' }).click()
  await page.getByRole('button', { name: 'Wyślij projekt do uwag' }).click()
  await expect(page.getByText('Projekt protokołu wysłany do uwag.')).toBeVisible()
  await worker.close()

  const lead = await asPerson(browser, 'koordynatorka.zespolu@demo.example')
  const other = await lead.newPage()
  await other.goto(meeting)
  await other.getByRole('button', { name: 'Zatwierdź protokół' }).click()
  await expect(other.getByText(/Protokołu nie można już zmienić/u)).toBeVisible()
  await expect(other.getByText(/pozycja koszyka\)/u)).toBeVisible()
  await expect(other.getByLabel('Przebieg spotkania')).toHaveCount(0)
  await noFault(other)

  // the screen for everybody in the room shows no case until it is opened, and covers it again
  await other.goto(`/spotkania/${idOf('meeting', 'swilcza', 'called')}`)
  await other.getByText('Co czeka na zespół', { exact: true }).first().click()
  await other
    .getByLabel(/^Sprawa \d/u)
    .first()
    .check()
  await other.getByRole('button', { name: 'Dodaj do porządku' }).click()
  await other.getByRole('link', { name: 'Prowadź spotkanie' }).click()
  await expect(other.getByRole('heading', { name: 'Punkt o sprawie' })).toBeVisible()
  await expect(other.locator('main')).not.toContainText(/\d{7}\/\d{4}\/\d/u)
  await other.getByRole('link', { name: 'Odsłoń punkt' }).click()
  await expect(other.getByRole('heading', { name: /^Sprawa \d{7}\// })).toBeVisible()
  await noFault(other)
  await other.getByRole('link', { name: 'Zasłoń' }).click()
  await expect(other.getByRole('heading', { name: 'Punkt o sprawie' })).toBeVisible()
  await lead.close()
})
