import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { signIn } from './support/people'

const family = `/sprawy/${idOf('case', 'swilcza-13')}`
const clinic = 'Poradnia Psychologiczno-Pedagogiczna Powiatu Rzeszowskiego'
const specialist = 'Członek zespołu rodziny'
const areas = 'Obszary diagnozy'

/** What the clinic sees in this row of the look through its eyes: the second cell, and the third is what is closed. */
const lookThroughClinic = async (page: Page, row: string) => {
  await page.goto(`${family}/kto-co-widzi`)
  await page.getByLabel('Instytucja', { exact: true }).selectOption(clinic)
  await page.getByLabel('W roli').selectOption(specialist)
  await page.getByRole('button', { name: 'Spójrz jej oczami' }).click()
  await expect(page.getByRole('heading', { name: `${clinic}: ${specialist}` })).toBeVisible()
  const cells = page.getByRole('row', { name: row }).getByRole('cell')
  return { sees: cells.nth(0), closed: cells.nth(1) }
}

test('one adult withdraws: the clinic sees less at once, and the coordinator sees it through its eyes', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  const theirs = await (await browser.newContext()).newPage()
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await signIn(theirs, 'psycholozka@demo.example')

  const before = await lookThroughClinic(page, areas)
  await expect(before.sees).toContainText('relacje')
  await theirs.goto(`${family}/diagnoza`)
  const own = theirs.getByRole('link', { name: /Relacje i kompetencje rodzicielskie/u })
  await expect(own.first()).toBeVisible()

  await page.goto(`${family}/zgody`)
  const form = page.getByRole('form', { name: /^Wycofaj zgodę/u }).first()
  await page.getByText('Wycofaj', { exact: true }).first().click()
  await form.getByLabel('Dla kogo?').selectOption(clinic)
  await form.getByRole('button', { name: 'Wycofaj zgodę' }).click()
  await expect(page).toHaveURL(/powiadomienia/u)
  await expect(page.getByRole('row', { name: clinic }).first()).toBeVisible()

  const after = await lookThroughClinic(page, areas)
  await expect(after.sees).toHaveText('nic')
  await expect(after.closed).toContainText('relacje')
  await theirs.reload()
  await expect(theirs.getByRole('heading', { name: 'Diagnoza' })).toBeVisible()
  await expect(own).toHaveCount(0)
})

test('a scan is known by its content, told its limit before, and comes back as a file', async ({ page }) => {
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(`${family}/zgody`)
  const form = page.getByRole('form', { name: /^Dołącz skan zgody/u }).last()
  await page.getByText('Dołącz skan', { exact: true }).last().click()
  await expect(form.getByText('najwyżej 3 MB')).toBeVisible()
  const scan = form.getByLabel('Skan podpisanej karty')
  const pdf = (text: string) => ({
    name: 'karta.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(text),
  })

  await scan.setInputFiles(pdf('x'.repeat(3 * 1024 * 1024 + 1)))
  await expect(form.getByText('większy niż 3 MB')).toBeVisible()
  await scan.setInputFiles(pdf('MZ'))
  await form.getByRole('button', { name: 'Zapisz skan' }).click()
  await expect(form.getByText('To nie jest plik PDF, JPG ani PNG.').first()).toBeVisible()
  await scan.setInputFiles(pdf('%PDF-1.4\n%%EOF\n'))
  await form.getByRole('button', { name: 'Zapisz skan' }).click()
  await expect(page.getByText('Zapisano skan podpisanej karty.')).toBeVisible()

  const download = page.waitForEvent('download')
  await page
    .getByRole('link', { name: /^skan 1/u })
    .last()
    .click()
  expect((await download).suggestedFilename()).toBe('skan-zgody-1.pdf')
})

test('the ledger for the family is one page', async ({ page }) => {
  await signIn(page, 'koordynatorka.rodziny@demo.example')
  await page.goto(`${family}/zgody`)
  await page.getByRole('link', { name: 'Wydruk dla rodziny: kto zaglądał do danych' }).click()
  await expect(page.getByRole('heading', { name: 'Kto zaglądał do naszych danych' }).last()).toBeVisible()
  await expect(page.getByRole('row', { name: /Gminny Ośrodek Pomocy Społecznej w Świlczy/u })).toContainText(
    'Po co: żeby prowadzić sprawę rodziny',
  )
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
})
