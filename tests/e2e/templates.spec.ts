import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { signIn } from './support/people'

const finished = `/sprawy/${idOf('case', 'swilcza-18')}/koszyk`
const running = `/sprawy/${idOf('case', 'swilcza-16')}/koszyk`

test('without JavaScript a finished basket becomes a template, is looked at in another basket, and leaves drafts there', async ({
  browser,
}) => {
  const desk = await browser.newContext({ javaScriptEnabled: false })
  const page = await desk.newPage()
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(finished)
  await page.getByRole('link', { name: 'Szablony koszyków' }).click()
  await page.getByRole('link', { name: 'Zrób szablon' }).click()
  await page.getByLabel('Nazwa szablonu').fill('Rodzina, której grozi rozłąka')
  await page.getByRole('button', { name: 'Utwórz szablon' }).click()
  await expect(page.getByText('Szablon został utworzony.')).toBeVisible()
  const services = await page
    .locator('section', { hasText: 'Usługi w szablonie' })
    .getByRole('listitem')
    .count()
  expect(services).toBeGreaterThan(1)

  // found by words, and looked at in the basket of another family
  await page.goto(`${running}/szablony?q=rozlaka`)
  await page.getByRole('link', { name: 'Rodzina, której grozi rozłąka' }).click()
  await expect(page.getByText('To tylko podgląd.')).toBeVisible()
  await page.getByLabel('Kiedy zacznie się pierwsza usługa').fill('1.03.2027')
  await page.getByRole('button', { name: 'Przelicz daty' }).click()
  await expect(page.getByText(/1\.03\.2027/u).first()).toBeVisible()
  for (const box of await page.getByLabel('Dodaj do koszyka').all()) await box.uncheck()
  await page.getByRole('button', { name: 'Dodaj zaznaczone jako robocze' }).click()
  await expect(page.getByText('Proszę zaznaczyć co najmniej jedną usługę.').first()).toBeVisible()
  await page.getByLabel('Dodaj do koszyka').first().check()
  const need = page.getByLabel('Na którą potrzebę odpowiada').first()
  if ((await need.inputValue()) === '') await need.selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Dodaj zaznaczone jako robocze' }).click()
  await expect(page.getByText('Żadna instytucja nie została jeszcze zapytana.')).toBeVisible()
  await expect(page.getByText('Robocza').first()).toBeVisible()
  await desk.close()
})

test('a template is offered to the ROPS, shared in the voivodeship, and retired', async ({ browser }) => {
  const team = await (await browser.newContext()).newPage()
  await signIn(team, 'koordynatorka.zespolu@demo.example')
  await team.goto('/szablony')
  await expect(team.getByRole('link', { name: 'Samotny rodzic z zaległym czynszem' })).toBeVisible()
  await team.goto(`/szablony/${idOf('template', 'dawny')}`)
  await team.getByRole('button', { name: 'Przywróć szablon' }).click()
  await expect(team.getByText('Szablon można znów stosować.')).toBeVisible()
  await team.getByRole('button', { name: 'Przekaż województwu' }).click()
  await expect(team.getByText('Szablon został przekazany województwu.')).toBeVisible()
  expect((await axeOn(team)).violations).toEqual([])

  const rops = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signIn(rops, 'koordynator.rops@demo.example')
  await rops.goto('/uslugi')
  await rops.getByRole('link', { name: 'Szablony koszyków' }).click()
  await rops.getByRole('link', { name: 'Senior, który mieszka sam' }).click()
  await rops.getByRole('button', { name: 'Udostępnij w województwie' }).click()
  await expect(rops.getByText('Szablon widzą wszystkie zespoły województwa.')).toBeVisible()

  await team.reload()
  await team.getByRole('button', { name: 'Wycofaj szablon' }).click()
  await expect(team.getByText('Szablon został wycofany.')).toBeVisible()
  await team.goto('/szablony?stan=wycofane')
  await expect(team.getByRole('link', { name: 'Senior, który mieszka sam' })).toBeVisible()
})
