import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { asPerson, signIn } from './support/people'

const family = `/sprawy/${idOf('case', 'swilcza-14')}`

test('the coordinator reads one story over all institutions, chooses a part of it and prints that', async ({
  page,
}) => {
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(family)
  const workers = page.getByRole('table', { name: 'Kto pracuje z rodziną' })
  await expect(workers.getByRole('row', { name: /Bogumiła Zych.*Świetlica szkolna/u })).toBeVisible()
  await page.getByRole('link', { name: 'Oś czasu' }).click()
  await expect(page.getByText('Usługa się odbyła: Świetlica szkolna').first()).toBeVisible()
  await page.getByLabel('Rodzaj').selectOption('notatki i kontakty')
  await page.getByLabel('Kategoria').selectOption('Finanse')
  await page.getByRole('button', { name: 'Pokaż' }).click()
  await expect(page.getByText('Ugoda z administracją podpisana, pierwsza rata zapłacona.')).toBeVisible()
  await expect(page.getByText('Usługa się odbyła', { exact: false })).toHaveCount(0)
  await page.getByRole('link', { name: 'Wersja do druku' }).click()
  await expect(page.getByText(/Wybrano: notatki i kontakty/u)).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('who only delivers a service reads in it the own service alone', async ({ browser }) => {
  const context = await asPerson(browser, 'nauczycielka@demo.example', {
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await page.goto(`${family}/historia`)
  await expect(page.getByText('Usługa się odbyła: Świetlica szkolna').first()).toBeVisible()
  await expect(page.getByText('Rozmowa', { exact: false })).toHaveCount(0)
  await expect(page.getByText('Diagnoza', { exact: false })).toHaveCount(0)
  await page.goto(`${family}/notatki`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Pani\/Pana roli|nie należy|roli/u)
  await context.close()
})
