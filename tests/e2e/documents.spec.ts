import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { makeDocx, openDocx, openPdf } from '../support/papers'
import { asPerson, emailOf } from './support/people'

const svilcza = '/zespoly/d149ae0d-043e-4c9c-9ed7-0d070e689392'

test('a leader takes the filled-in agreement and attaches a signed scan beside the ones before', async ({
  browser,
}) => {
  const context = await asPerson(browser, emailOf('lider_gminny'))
  const page = await context.newPage()
  await page.goto(`${svilcza}/dokumenty`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'PDF: Porozumienie o współpracy' }).click()
  const pdf = await openPdf(await readFile(await (await download).path()))
  expect(pdf.text).toContain('Partnerski Zespół Kooperacji w gminie Świlcza')
  const row = page.getByRole('listitem').filter({ hasText: 'Regulamin pracy zespołu' })
  await row.getByText('Dołącz podpisany skan').click()
  await row.getByLabel('Plik').setInputFiles({
    name: 'skan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ to nie jest skan'),
  })
  await row.getByRole('button', { name: 'Dołącz skan' }).click()
  await expect(row.getByText(/Rozpoznajemy go po zawartości/u).first()).toBeVisible()
  await row.getByLabel('Plik').setInputFiles({
    name: 'skan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n(podpis)\n%%EOF\n'),
  })
  await row.getByRole('button', { name: 'Dołącz skan' }).click()
  await expect(row.getByRole('link', { name: /^wersja 1 .*Regulamin/u })).toBeVisible()
  await context.close()
})

test('a ROPS puts its own template: a wrong name is told, the right one counts after a preview', async ({
  browser,
}) => {
  const context = await asPerson(browser, emailOf('rops_koordynator'))
  const page = await context.newPage()
  await page.goto('/zespoly/wzory/zarzadzenie')
  const put = async (text: string) => {
    await page.getByLabel('Plik wzoru').setInputFiles({
      name: 'wzor.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: await makeDocx([text]),
    })
    await page.getByRole('button', { name: 'Sprawdź i dołącz wzór' }).click()
  }
  await put('Powołuję {nazwa}')
  await expect(page.getByText(/nieznane pole \{nazwa\}/u).first()).toBeVisible()
  await put('Powołuję {zespol}')
  await page
    .getByLabel('Podgląd z danymi zespołu')
    .selectOption({ label: 'Partnerski Zespół Kooperacji w gminie Świlcza' })
  await page.getByRole('button', { name: 'Pokaż podgląd' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'DOCX' }).click()
  expect(openDocx(await readFile(await (await download).path())).text).toBe(
    'Powołuję Partnerski Zespół Kooperacji w gminie Świlcza',
  )
  await page.getByRole('button', { name: 'Zacznij używać tej wersji' }).click()
  await expect(page.getByText('obowiązuje', { exact: true })).toBeVisible()
  await context.close()
})
