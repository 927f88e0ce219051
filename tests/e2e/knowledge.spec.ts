import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { todayInWarsaw } from '@/lib/format/dates'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

const axe = async (page: Page) => expect((await axeOn(page)).violations).toEqual([])

test('an event with one place: the second waits, and gets the place that the first gives back', async ({
  browser,
}) => {
  const centre = await asPerson(browser, 'koordynator.rops@demo.example')
  const desk = await centre.newPage()
  await desk.goto('/szkola/nowe')
  await desk.getByLabel('Nazwa', { exact: true }).fill('Dzień otwarty zespołów')
  await desk.getByLabel('Dzień', { exact: true }).fill('15.03.2099')
  await desk.getByLabel('Miejsce', { exact: false }).first().fill('Rzeszów')
  await desk.getByLabel('Liczba miejsc').fill('1')
  await desk.getByLabel('Program').fill('Rozmowy przy stolikach')
  await desk.getByRole('button', { name: 'Dodaj wydarzenie' }).click()
  await expect(desk.getByText('Wydarzenie jest dodane.')).toBeVisible()
  const place = new URL(desk.url()).pathname

  const school = await asPerson(browser, 'nauczycielka@demo.example')
  const first = await school.newPage()
  await first.goto(place)
  await first.getByRole('button', { name: 'Zapisz się' }).click()
  await expect(first.getByText('Ma Pani/Pan miejsce.')).toBeVisible()

  const office = await asPerson(browser, 'kierowniczka.gops@demo.example')
  const second = await office.newPage()
  await second.goto(place)
  await second.getByRole('button', { name: 'Zapisz się na listę oczekujących' }).click()
  await expect(second.getByText('Jest Pani/Pan na liście oczekujących, miejsce 1.')).toBeVisible()

  await first.getByRole('button', { name: 'Wypisz się' }).click()
  await expect(first.getByText('Zapis jest cofnięty.')).toBeVisible()
  await second.goto('/powiadomienia')
  await second.getByRole('link', { name: 'Zwolniło się miejsce' }).first().click()
  await expect(second).toHaveURL(place)
  await expect(second.getByText('Ma Pani/Pan miejsce.')).toBeVisible()
  await axe(second)
  for (const context of [centre, school, office]) await context.close()
})

test('a consultation of the model: opened, remarked on inside and outside, answered, closed with a summary', async ({
  browser,
}) => {
  const title = 'Rytm spotkań zespołu'
  const centre = await asPerson(browser, 'koordynator.rops@demo.example')
  const desk = await centre.newPage()
  await desk.goto('/konsultacje-modelu/nowa')
  await desk.getByLabel('Czego dotyczą').fill(title)
  await desk.getByLabel('Tekst albo pytanie').fill('Czy raz na kwartał wystarczy?')
  await desk.getByLabel('Ostatni dzień na uwagi').fill(todayInWarsaw(new Date()))
  await desk.getByLabel('Po zamknięciu zaproszone osoby zobaczą').check()
  await desk.getByLabel('Lider gminny').check()
  await desk.getByRole('button', { name: 'Otwórz konsultacje' }).click()
  await expect(desk.getByText('Konsultacje są otwarte.')).toBeVisible()
  const place = new URL(desk.url()).pathname
  await desk.getByLabel('Adresy e-mail').fill('rada@seniorzy.example')
  await desk.getByRole('button', { name: 'Wyślij zaproszenia' }).click()
  await expect(desk.getByText('rada@seniorzy.example')).toBeVisible()

  const office = await asPerson(browser, 'kierowniczka.gops@demo.example')
  const leader = await office.newPage()
  await leader.goto(place)
  await leader.getByLabel('Temat').selectOption({ label: 'Liderstwo' })
  await leader.getByRole('textbox', { name: 'Uwaga' }).fill('Raz na dwa miesiące, a w wakacje rzadziej.')
  await leader.getByRole('button', { name: 'Wyślij uwagę' }).click()
  await expect(leader.getByText('Uwaga jest zapisana.')).toBeVisible()

  // the link of the demo leads to its own consultation: somebody outside remarks without an account
  const outside = await (await browser.newContext()).newPage()
  await outside.goto('/opinia/pokaz-opinie-o-modelu')
  await outside.getByLabel('Temat').selectOption({ label: 'Pieniądze' })
  await outside.getByRole('textbox', { name: 'Uwaga' }).fill('Kto płaci za salę?')
  await outside.getByLabel('Imię i nazwisko').fill('Jolanta Wierzbicka')
  await outside.getByLabel('Funkcja i instytucja').fill('prezes Fundacji Most')
  await outside.getByRole('button', { name: 'Wyślij uwagę' }).click()
  await expect(outside.getByText('Uwaga jest zapisana. Można dodać następną.')).toBeVisible()
  await axe(outside)

  await desk.goto(place)
  await expect(desk.getByText('Zostało: 1.')).toBeVisible()
  await desk.getByText('Co z tą uwagą').click()
  await desk.getByLabel('Decyzja').selectOption({ label: 'przyjęta w części' })
  await desk.getByLabel('Uzasadnienie').fill('Dwa miesiące tak, wakacje każdy zespół ustala sam.')
  await desk.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await desk.getByRole('textbox', { name: 'Podsumowanie' }).fill('Wpisujemy rytm dwóch miesięcy.')
  await desk.getByRole('button', { name: 'Zamknij i ogłoś podsumowanie' }).click()
  await expect(desk.getByText('Konsultacje są zamknięte.')).toBeVisible()
  const file = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'Pobierz DOCX' }).click()
  expect((await file).suggestedFilename()).toBe('konsultacje-modelu.docx')

  await leader.goto(place)
  await expect(leader.getByText('Wpisujemy rytm dwóch miesięcy.')).toBeVisible()
  await expect(leader.getByText('przyjęta w części')).toBeVisible()
  await axe(leader)
  for (const context of [centre, office]) await context.close()
})

test('a film goes in by the form and plays from where one wants to see it', async ({ browser }) => {
  const centre = await asPerson(browser, 'koordynator.rops@demo.example')
  const desk = await centre.newPage()
  await desk.goto(`/biblioteka/${idOf('library-item', 'film')}/film`)
  await expect(desk.getByText('Ten film nie ma jeszcze opisu tekstowego.')).toBeVisible()
  await desk.goto(`/biblioteka/${idOf('library-item', 'film-plik')}/film`)
  const { webm } = JSON.parse(readFileSync('prisma/seed/demo/film.json', 'utf8')) as { webm: string[] }
  const buffer = Buffer.from(webm.join(''), 'base64')
  await desk.getByLabel('Plik filmu').setInputFiles({ name: 'koszyk.webm', mimeType: 'video/webm', buffer })
  const asked = desk.waitForResponse((one) => one.request().resourceType() === 'media')
  await desk.getByRole('button', { name: 'Wyślij film' }).click()
  await expect(desk.getByText('Film jest w bibliotece.')).toBeVisible()
  await expect(desk.getByRole('link', { name: 'wersja 2 (WEBM' })).toBeVisible()

  const answer = await asked
  expect([answer.request().headers().range, answer.status()]).toEqual(['bytes=0-', 206])
  const player = desk.locator('video')
  await expect.poll(() => player.evaluate((one: HTMLVideoElement) => one.readyState)).toBeGreaterThan(0)
  const shown = await player.evaluate(async (one: HTMLVideoElement) => {
    const there = new Promise((resolve) => one.addEventListener('seeked', resolve, { once: true }))
    one.currentTime = 2
    await there
    return [one.currentTime, one.videoWidth > 0]
  })
  expect(shown).toEqual([2, true])
  const middle = await centre.request.get(answer.url(), { headers: { range: 'bytes=1000-1999' } })
  expect([middle.status(), (await middle.body()).equals(buffer.subarray(1000, 2000))]).toEqual([206, true])
  await centre.close()
})
