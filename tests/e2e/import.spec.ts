import { expect, test } from '@playwright/test'
import { asPerson } from './support/people'

test('a ROPS brings institutions in from a file, sees what was wrong with a row, and takes the file back', async ({
  browser,
}) => {
  const page = await (await asPerson(browser, 'koordynator.rops@demo.example')).newPage()
  await page.goto('/instytucje/import')
  await page.getByLabel('Plik CSV albo XLSX').setInputFiles({
    name: 'kluby.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Nazwa;Rodzaj;TERYT siedziby\r\nStowarzyszenie Jaskółka w Lubeni;ngo;1816102\r\nStowarzyszenie Sowa;ngo;9999999\r\n',
    ),
  })
  await page.getByRole('button', { name: 'Sprawdź plik' }).click()
  await expect(page.getByRole('heading', { name: 'Można dodać 1 wiersz' })).toBeVisible()
  await expect(page.getByText('Nie ma takiej gminy ani powiatu w Państwa województwie.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Pobierz wszystkie wiersze z błędem (CSV)' }).click()
  expect((await download).suggestedFilename()).toBe('wiersze-z-bledem.csv')
  await page.getByRole('button', { name: 'Dodaj do rejestru' }).click()
  await expect(page.getByText('Import zakończony. Dodano 1 wiersz.')).toBeVisible()
  await page.getByText('Cofnij ten import').click()
  await page.getByRole('button', { name: 'Cofnij import' }).click()
  await expect(page.getByText('Import cofnięty.')).toBeVisible()
  await page.context().close()
})
