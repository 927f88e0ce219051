import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

/** A family of Świlcza whose work is being looked back on, and a referral in which somebody comes back. */
const family = `/sprawy/${idOf('case', 'swilcza-17')}`
const referred = `/sprawy/${idOf('case', 'swilcza-2')}`
const coordinator = 'koordynatorka.zespolu@demo.example'
const elsewhere = 'kierowniczka.sokoly@demo.example'

const axe = async (page: Page) => (await axeOn(page)).violations.map(({ id }) => id)

test('a family moves: the other team says yes without a name, and has the case once the family agreed', async ({
  browser,
}) => {
  const mine = await asPerson(browser, coordinator)
  const theirs = await asPerson(browser, elsewhere)
  const here = await mine.newPage()
  const there = await theirs.newPage()

  await here.goto(family)
  const name = (await here.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const surname = name.split(' ').at(-1) ?? ''
  await here.goto(`${family}/zakonczenie`)
  await here.getByRole('link', { name: /Przekaż sprawę zespołowi innej gminy/u }).click()
  await here.getByLabel('Szukaj gminy albo zespołu').fill('sokoly')
  await here.getByLabel('Szukaj gminy albo zespołu').press('Enter')
  await here.getByRole('radio', { name: /Sokoły/u }).check()
  await here.getByLabel('Dlaczego przekazujemy').fill('Matka dostała tam pracę.')
  expect(await axe(here)).toEqual([])
  await here.getByRole('button', { name: 'Zapytaj zespół' }).click()
  await expect(here.getByText('Zapytano tamten zespół.')).toBeVisible()

  await there.goto('/powiadomienia')
  await there
    .getByRole('link', { name: /czy przejmą Państwo rodzinę/u })
    .first()
    .click()
  const waiting = there.getByRole('region', { name: 'Czekają na odpowiedź' })
  await expect(waiting.getByRole('heading', { name: /gmina Świlcza/u })).toBeVisible()
  await expect(there.getByText(surname)).toHaveCount(0)
  expect(await axe(there)).toEqual([])
  await there.getByRole('radio', { name: /Przyjmujemy/u }).check()
  await there.getByRole('button', { name: 'Odpowiedz' }).click()
  await expect(there.getByText('Przyjęto.')).toBeVisible()
  expect((await there.goto(family))?.status()).toBe(404)

  await here.goto(`${family}/przekazanie`)
  await expect(here.getByText('Brakuje zgody osób dorosłych')).toBeVisible()
  await here.getByRole('link', { name: 'Otwórz zgody' }).click()
  const answers = here.getByRole('group', { name: /^Odpowiedź: /u })
  await expect(answers).toHaveCount(4)
  for (const group of await answers.all()) await group.getByText('Zgoda na proponowany zakres').click()
  await here.getByRole('button', { name: 'Zapisz odpowiedzi rodziny' }).click()
  await here.waitForURL(/zapisano=zgody/u)

  await here.goto(`${family}/przekazanie`)
  await expect(here.getByText('Brakuje zgody osób dorosłych')).toHaveCount(0)
  for (const box of await here.getByRole('checkbox').all()) await box.check()
  await here.getByLabel('Dlaczego bez rozmowy końcowej').selectOption('Inny powód')
  expect(await axe(here)).toEqual([])
  await here.getByRole('button', { name: 'Przekaż sprawę' }).click()
  await expect(here.getByText('Sprawa przekazana.')).toBeVisible()

  await there.goto('/przekazania')
  await there.getByRole('link', { name: 'Otwórz sprawę' }).first().click()
  await expect(there.getByRole('heading', { level: 1 })).toContainText(surname)
  await there.getByRole('link', { name: 'Skąd przyszła i jakie usługi trwają' }).click()
  await expect(there.getByRole('heading', { name: 'Skąd przyszła sprawa' })).toBeVisible()
  expect(await axe(there)).toEqual([])
  await mine.close()
  await theirs.close()
})

test('somebody comes back within twelve months: seen, linked, undone; two records of one person too', async ({
  browser,
}) => {
  const mine = await asPerson(browser, coordinator)
  const page = await mine.newPage()
  await page.goto(referred)
  await expect(page.getByRole('heading', { name: 'Ta rodzina wraca' })).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Połącz: to ciąg dalszy tej sprawy' }).click()
  await expect(page.getByText('połączona', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Cofnij połączenie' }).click()
  await expect(page.getByText('połączona', { exact: true })).toHaveCount(0)

  await page.goto(`${referred}/rodzina`)
  await page.getByRole('link', { name: 'Czy ktoś z tej rodziny jest zapisany dwa razy?' }).click()
  await page.getByText('Połącz zapisy', { exact: true }).first().click()
  await page.getByLabel('Skąd wiadomo, że to ta sama osoba').fill('Pokazała dowód osobisty.')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Połącz zapisy' }).click()
  await expect(page.getByText('Połączono.')).toBeVisible()
  await expect(page.getByText('Nie znaleziono nikogo takiego.')).toBeVisible()
  await page.getByText('Cofnij połączenie', { exact: true }).first().click()
  await page.getByLabel('Dlaczego').fill('To siostra.')
  await page.getByRole('button', { name: 'Cofnij połączenie' }).click()
  await expect(page.getByText('Połączenie cofnięte.')).toBeVisible()
  await expect(page.getByText(/to samo imię, nazwisko i data urodzenia/u)).toBeVisible()
  await mine.close()
})
