import { expect, test } from '@playwright/test'
import { axeOn } from './support/axe'
import { signIn } from './support/people'

test('without JavaScript a ROPS adds a service, renames and retires a national one, ends it and brings it back', async ({
  browser,
}) => {
  const desk = await browser.newContext({ javaScriptEnabled: false })
  const page = await desk.newPage()
  await signIn(page, 'koordynator.rops@demo.example')
  await page.goto('/uslugi')
  await page.getByRole('link', { name: 'Katalog województwa' }).click()
  await expect(page.getByRole('link', { name: 'Mobilny animator podwórkowy' })).toBeVisible()
  await page.getByLabel('Nazwa w województwie').fill('Autobus z dietetykiem')
  await page
    .getByLabel('Liczy się w sprawozdaniach jako')
    .selectOption({ label: 'Profilaktyka zdrowotna, szczepienia, bilanse' })
  await page.getByRole('button', { name: 'Dodaj usługę' }).click()
  await expect(page.getByText('Proszę wypełnić to pole.').first()).toBeVisible()
  await page.getByLabel('Dlaczego').fill('Rusza program wojewódzki.')
  await page.getByRole('button', { name: 'Dodaj usługę' }).click()
  await expect(page.getByText('Wpis jest w katalogu województwa.')).toBeVisible()

  await page.goto('/uslugi/dotacja_dzialalnosc')
  await page.getByText('Nadaj inną nazwę').click()
  const rename = page.getByRole('form', { name: 'Nadaj inną nazwę' })
  await rename.getByLabel('Nazwa w województwie').fill('Pieniądze na własną firmę')
  await rename.getByLabel('Dlaczego').fill('Tak mówią rodziny.')
  await rename.getByRole('button', { name: 'Zapisz nazwę' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pieniądze na własną firmę' })).toBeVisible()

  await page.goto('/uslugi/turnus_rehabilitacyjny')
  await page.getByText('Wycofaj w województwie').first().click()
  const retire = page.getByRole('form', { name: 'Wycofaj w województwie' })
  await retire.getByLabel('Dlaczego').fill('Prowadzi to PFRON.')
  await retire.getByRole('button', { name: 'Wycofaj usługę' }).click()
  await page.getByText('Zakończ wpis').first().click()
  const end = page.getByRole('form', { name: 'Zakończ wpis' })
  await end.getByLabel('Dlaczego').fill('Pomyłka.')
  await end.getByRole('button', { name: 'Zakończ wpis' }).click()
  await expect(page.getByText('Wpis został zakończony.')).toBeVisible()
  const restore = page.getByRole('form', { name: 'Przywróć wpis' })
  await restore.getByLabel('Dlaczego').fill('Jednak nie pomyłka.')
  await restore.getByRole('button', { name: 'Przywróć wpis' }).click()
  await expect(page.getByText('Jednak nie pomyłka.').first()).toBeVisible()
  await desk.close()

  // who builds baskets here reads these names; in another voivodeship nobody does
  const worker = await (await browser.newContext()).newPage()
  await signIn(worker, 'koordynatorka.rodziny@demo.example')
  await worker.goto('/uslugi?q=dietetykiem')
  await expect(worker.getByRole('link', { name: 'Autobus z dietetykiem' })).toBeVisible()
  await worker.goto('/uslugi?q=turnus')
  await expect(worker.getByText('wycofana w tym województwie')).toBeVisible()
  expect((await axeOn(worker)).violations).toEqual([])
})
