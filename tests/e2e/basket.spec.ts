import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { signIn } from './support/people'

const family = `/sprawy/${idOf('case', 'swilcza-9')}`
const line = (n: number) => `${family}/koszyk/${idOf('line', 'swilcza-9', n)}`

test('who only provides a service is led from the basket of a family to the own page', async ({ page }) => {
  await signIn(page, 'nauczycielka@demo.example')
  const rich = `/sprawy/${idOf('case', 'swilcza-14')}/koszyk`
  await page.goto(rich)
  await expect(page).toHaveURL('/moje-uslugi')
})

test('without JavaScript a social worker answers for the own unit and changes a draft', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'koordynatorka.rodziny@demo.example')

  await page.goto(line(1))
  await page.getByRole('button', { name: 'Przyjmuję' }).click()
  await expect(page.getByText('Usługa przyjęta. Koordynator rodziny już to widzi.')).toBeVisible()

  await page.goto(line(3))
  await page.getByRole('link', { name: 'Zmień', exact: true }).click()
  const form = page.getByRole('form', { name: 'Zmień roboczą pozycję' })
  await form.getByText('Więcej: ile, kiedy, gdzie, kto').click()
  await form.getByLabel('Dzień tygodnia').selectOption('czwartek')
  await form.getByLabel('Godzina').fill('8.30')
  await form.getByRole('button', { name: 'Zapisz zmiany' }).click()
  await expect(page.getByText('Robocza pozycja zmieniona.')).toBeVisible()
  await expect(page.getByText('w czwartki o 8:30')).toBeVisible()
  await context.close()
})

test('the table of the basket shows one state, and the address keeps it', async ({ page }) => {
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(`${family}/koszyk`)
  const table = page.getByRole('region', { name: 'Pozycje koszyka' })
  await table.getByLabel('Stan').selectOption('Robocza')
  await table.getByRole('button', { name: 'Pokaż' }).click()
  await expect(page).toHaveURL(/stan=draft/u)
  await expect(table.getByRole('row')).toHaveCount(2)
})

test('without JavaScript a contradiction is settled with a reason, folded away, and taken back', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(`/sprawy/${idOf('case', 'swilcza-13')}/koszyk`)
  const warnings = page.getByRole('region', { name: 'Do rozstrzygnięcia' })
  const contradiction = warnings.getByText(
    'Staż jest dla osoby bez pracy, prace interwencyjne są zatrudnieniem.',
  )
  await expect(contradiction).toBeVisible()
  await expect(warnings.getByText(/W tym wstrzymujące pytania i plan: 1\./u)).toBeVisible()

  await warnings.getByText('Rozstrzygnij: Staż zawodowy').click()
  const form = warnings.getByRole('form', { name: /Rozstrzygnij: Staż zawodowy/u })
  await form.getByLabel('Dlaczego tak może zostać').fill('Prace zaczną się dopiero po stażu.')
  await form.getByRole('button', { name: 'Rozstrzygnij' }).click()
  await expect(page.getByText('Rozstrzygnięcie zapisane.')).toBeVisible()
  await expect(contradiction).toBeHidden()

  await warnings.getByText('Rozstrzygnięte: 2 ostrzeżenia').click()
  await expect(contradiction).toBeVisible()
  const settled = warnings.getByRole('listitem').filter({ hasText: 'Prace zaczną się dopiero po stażu.' })
  await settled.getByRole('button', { name: 'Cofnij rozstrzygnięcie' }).click()
  await expect(page.getByText('Rozstrzygnięcie cofnięte. Ostrzeżenie czeka znowu.')).toBeVisible()
  await expect(warnings.getByText('Rozstrzygnięte: 1 ostrzeżenie')).toBeVisible()
  await context.close()
})
