import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

/** Families that no other file touches. */
const restricted = idOf('case', 'swilcza-6')
const planned = idOf('case', 'swilcza-10')
const diagnosed = idOf('case', 'swilcza-7')
const teamCoordinator = 'koordynatorka.zespolu@demo.example'
const leader = 'kierowniczka.gops@demo.example'
const coordinator = 'koordynatorka.rodziny@demo.example'
const psychologist = 'psycholozka@demo.example'

const clean = async (page: Page): Promise<void> => {
  const { violations } = await axeOn(page)
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(' | ')}`),
  ).toEqual([])
}

test('a restricted case is there for the named people and for nobody else', async ({ browser }) => {
  const named = await asPerson(browser, teamCoordinator)
  const page = await named.newPage()
  await page.goto(`/sprawy/${restricted}`)
  await expect(page.getByText('Zastrzeżona', { exact: true })).toBeVisible()
  await page.goto('/szukaj?q=Kalinowska')
  await expect(page.getByRole('link', { name: /Katarzyna Kalinowska/u })).toBeVisible()
  const other = await asPerson(browser, leader)
  const hers = await other.newPage()
  await hers.goto('/szukaj?q=Kalinowska')
  await expect(hers.getByText(/Katarzyna Kalinowska/u)).toHaveCount(0)
  expect((await hers.goto(`/sprawy/${restricted}`))?.status()).toBe(404)
  await hers.goto('/sprawy?stage=all')
  await expect(hers.getByText(/Katarzyna Kalinowska/u)).toHaveCount(0)
  await named.close()
  await other.close()
})

test('who leads a case restricts it with a reason, the others lose it, and it ends with a reason', async ({
  browser,
}) => {
  const mine = await asPerson(browser, teamCoordinator)
  const page = await mine.newPage()
  await page.goto(`/sprawy/${planned}`)
  await page.getByRole('link', { name: 'Zastrzeż sprawę' }).click()
  await page.waitForURL(/zastrzezenie$/u)
  await clean(page)
  await page.getByLabel('Powód').fill('Sąsiadka kierowniczki jednostki.')
  await page.getByLabel(/Halina Wójtowicz/u).uncheck()
  await page.getByRole('button', { name: 'Zastrzeż sprawę' }).click()
  await expect(page.getByText(/Zastrzeżona od/u)).toBeVisible()
  const other = await asPerson(browser, leader)
  const hers = await other.newPage()
  expect((await hers.goto(`/sprawy/${planned}`))?.status()).toBe(404)
  await page.getByText('Zakończ zastrzeżenie').first().click()
  await page.getByLabel('Dlaczego już nie trzeba').fill('Pomyłka: to inna rodzina.')
  await page.getByRole('button', { name: 'Zakończ zastrzeżenie' }).click()
  await expect(page.getByText('Wcześniejsze zastrzeżenia')).toBeVisible()
  expect((await hers.goto(`/sprawy/${planned}`))?.status()).toBe(200)
  await mine.close()
  await other.close()
})

/** One thing of one person to another: chosen, looked at, sent. Without JavaScript too. */
const handOver = async (page: Page, from: RegExp, to: string): Promise<void> => {
  await page.goto('/przekaz-obowiazki')
  await page.getByRole('link', { name: from }).click()
  await page.waitForURL(/od=/u)
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: /koordynator rodziny, Rodzina Piątków/u }).check()
  await page.getByLabel('Komu').selectOption({ label: to })
  await page.getByRole('button', { name: 'Sprawdź przed przekazaniem' }).click()
  await expect(page.getByText('Przejdzie 1 pozycja')).toBeVisible()
  await page.getByLabel('Powód').selectOption('leave')
  await page.getByRole('button', { name: 'Przekaż', exact: true }).click()
  await page.waitForURL(/przekaz-obowiazki\/[0-9a-f-]{36}$/u)
}

test('the work of one person goes to a colleague in one step, and back without JavaScript', async ({
  browser,
}) => {
  const mine = await asPerson(browser, leader)
  const page = await mine.newPage()
  await handOver(page, /Joanna Pyziak/u, 'Ewelina Surowiec')
  await expect(page.getByText('Przeszło: 1 pozycja')).toBeVisible()
  await clean(page)
  await page.goto(`/sprawy/${planned}/historia`)
  await expect(
    page.getByText('Przekazanie pracy (koordynator rodziny): Joanna Pyziak → Ewelina Surowiec'),
  ).toBeVisible()
  await mine.close()
  const plain = await asPerson(browser, leader, { javaScriptEnabled: false })
  await handOver(await plain.newPage(), /Ewelina Surowiec/u, 'Joanna Pyziak')
  await plain.close()
})

test('the own list is narrowed to what is late, kept under a name and dropped, without JavaScript', async ({
  browser,
}) => {
  const mine = await asPerson(browser, coordinator, { javaScriptEnabled: false })
  const page = await mine.newPage()
  await page.goto('/sprawy')
  await page.getByLabel('Kto na kogo czeka').selectOption('late')
  await page.getByRole('button', { name: 'Szukaj' }).click()
  await page.getByText('Zapisz ten wybór jako filtr').click()
  await page.getByLabel('Nazwa filtra').fill('Pilne u mnie')
  await page.getByRole('button', { name: 'Zapisz filtr' }).click()
  await expect(page.getByRole('link', { name: 'Pilne u mnie' })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('link', { name: 'Popraw filtry' }).click()
  await page.getByRole('button', { name: 'Usuń' }).click()
  await expect(page.getByText('Nie ma jeszcze żadnego filtra')).toBeVisible()
  await mine.close()
})

test('two people on one area of the diagnosis know of each other and see both texts', async ({ browser }) => {
  const first = await asPerson(browser, coordinator)
  const second = await asPerson(browser, psychologist)
  const [hers, theirs] = [await first.newPage(), await second.newPage()]
  const area = `/sprawy/${diagnosed}/diagnoza?obszar=edukacja`
  await hers.goto(area)
  await theirs.goto(area)
  await expect(
    theirs.getByText(/Marta K\. \(.*\) także ma otwarty ten formularz, od \d{1,2}:\d{2}/u),
  ).toBeVisible()
  await clean(theirs)
  const causes = (page: Page) => page.getByLabel('Przyczyny trudności').first()
  await causes(hers).fill('Syn nie śpi po nocnych kłótniach.')
  await hers
    .getByRole('button', { name: /^Zapisz/u })
    .first()
    .click()
  await hers.waitForURL(/obszar=|zrobione=/u)
  await causes(theirs).fill('Dojazd do szkoły trwa godzinę.')
  await theirs
    .getByRole('button', { name: /^Zapisz/u })
    .first()
    .click()
  await expect(theirs.getByText('Syn nie śpi po nocnych kłótniach.')).toBeVisible()
  await expect(causes(theirs)).toHaveValue('Dojazd do szkoły trwa godzinę.')
  await first.close()
  await second.close()
})
