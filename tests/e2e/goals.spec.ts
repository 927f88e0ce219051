import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson, signIn } from './support/people'

const coordinator = 'koordynatorka.rodziny@demo.example'
/** A family with whom a plan is being made, and one whose work is evaluated: three rounds of diagnosis. */
const planned = `/sprawy/${idOf('case', 'swilcza-10')}`
const evaluated = `/sprawy/${idOf('case', 'swilcza-17')}`

const noFault = async (page: Page): Promise<void> => {
  const { violations } = await axeOn(page)
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
}

test('a strength is named, a goal leans on it, and what the goal still lacks is said', async ({ page }) => {
  await signIn(page, 'koordynatorka.rodziny2@demo.example')
  await page.goto(`${planned}/diagnoza`)
  const add = page.getByRole('form', { name: 'Dodaj mocną stronę' })
  await add.getByLabel('W którym obszarze').selectOption('Edukacja i rozwój dzieci')
  await add.getByLabel('Mocna strona').fill('Najstarszy syn naprawia rowery kolegom.')
  await add.getByText('mówi o niej rodzina').click()
  await add.getByRole('button', { name: 'Dodaj mocną stronę' }).click()
  await expect(page.getByText('Mocna strona zapisana.')).toBeVisible()
  const strengths = page.getByRole('region', { name: 'Mocne strony', exact: true })
  await expect(strengths.getByText('Najstarszy syn naprawia rowery kolegom.')).toBeVisible()
  await noFault(page)

  await page.goto(`${planned}/plan`)
  await expect(page.getByRole('heading', { name: 'Tu rodzina widzi inaczej niż zespół' })).toBeVisible()
  const form = page.getByRole('form', { name: 'Dodaj cel' })
  await form.getByLabel('Cel').fill('Syn prowadzi warsztat rowerowy w świetlicy')
  await form.getByText('Trudności w nauce', { exact: false }).first().click()
  await form.getByLabel('Jak mówi o tym rodzina').fill('Chcę robić coś, na czym się znam.')
  await form.getByText('Miernik, stan obecny i termin').click()
  await form.getByLabel('Po czym poznamy').fill('warsztaty w miesiącu')
  await form.getByLabel('Jak jest teraz').fill('2')
  await form.getByLabel('Jak ma być').fill('2')
  await form.getByText('Najstarszy syn naprawia rowery kolegom.').click()
  await form.getByRole('button', { name: 'Dodaj cel' }).click()
  await expect(
    page.getByText('Stan docelowy jest taki sam jak obecny. Co ma się zmienić?').first(),
  ).toBeVisible()
  await form.getByLabel('Jak jest teraz').fill('0')
  await form.getByRole('button', { name: 'Dodaj cel' }).click()

  const goal = page.getByRole('article', { name: 'Syn prowadzi warsztat rowerowy w świetlicy' })
  await expect(goal.getByText('„Chcę robić coś, na czym się znam.”')).toBeVisible()
  await expect(goal.getByText('0 → 2')).toBeVisible()
  await expect(goal.getByText('Najstarszy syn naprawia rowery kolegom.').first()).toBeVisible()
  await expect(goal.getByText('Do uzupełnienia: do kiedy.')).toBeVisible()
  await noFault(page)
  await goal.getByText('Zrezygnuj z celu', { exact: true }).first().click()
  await goal.getByLabel('Dlaczego').fill('Syn woli zacząć po feriach.')
  await goal.getByRole('button', { name: 'Zrezygnuj z celu' }).click()
  await expect(goal).toHaveCount(0)
})

test('a level is chosen by its sentence, without JavaScript too, and the difference blames nobody', async ({
  browser,
}) => {
  const context = await asPerson(browser, coordinator, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${evaluated}/diagnoza?obszar=relacje`)
  const scale = page.getByRole('table', { name: /^Skala od 0 do 4 dla obszaru Relacje/u })
  const levels = scale.getByRole('radio')
  await expect(levels.first()).toHaveAccessibleName(/^Zespół: 0\. \S+ \S+/u)
  await scale.getByRole('radio', { name: /^Zespół: 4\. / }).check()
  await scale.getByRole('radio', { name: /^Rodzina: 2\. / }).check()
  await page.getByLabel('Mocne strony, każda w osobnym wierszu').fill('Gotują razem\nMówią sobie dobranoc')
  await page
    .getByRole('button', { name: /^Zapisz/u })
    .first()
    .click()
  await page.waitForURL(/zrobione=obszar/u)
  await page.goto(`${evaluated}/diagnoza?obszar=relacje`)
  await expect(page.getByText(/Rodzina ocenia o 2 niżej niż zespół\. Obie oceny są ważne/u)).toBeVisible()
  await expect(page.getByText('Mówią sobie dobranoc').first()).toBeVisible()
  await context.close()
})

test('rounds stand side by side, with the picture, what came and went, and on paper', async ({ page }) => {
  await signIn(page, coordinator)
  await page.goto(`${evaluated}/diagnoza`)
  await page.getByRole('link', { name: 'Porównaj oceny' }).click()
  await expect(page.getByRole('heading', { name: 'Porównanie ocen' })).toBeVisible()
  const health = page.getByRole('img', { name: /^Zdrowie: zespół \d, potem \d; rodzina \d, potem \d$/u })
  await expect(health).toBeVisible()
  await expect(health.locator('.mark.first')).toHaveCount(2)
  await expect(health.locator('.mark.last')).toHaveCount(2)
  await expect(page.getByRole('row', { name: /^Zdrowie/u }).first()).toContainText(/Zespół \d\. \S+/u)
  await noFault(page)

  await page.getByRole('link', { name: 'Wszystkie oceny obok siebie' }).click()
  const whole = page.getByRole('img', { name: /^Zdrowie: zespół \d, potem \d, potem \d; rodzina/u })
  await expect(whole.locator('.mark.between')).toHaveCount(2)
  await page.getByText('Te same dane w tabeli').click()
  await expect(page.getByRole('table', { name: 'Oceny obszarów w kolejnych ocenach' })).toBeVisible()
  await noFault(page)

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Dwie wybrane oceny' })).toBeHidden()
  await expect(whole).toBeVisible()
})

test('on a phone the coordinator notes how it is with a goal, mends it, and ends the goal', async ({
  browser,
}) => {
  const context = await asPerson(browser, coordinator, { viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${evaluated}/plan`)
  await page
    .getByRole('link', { name: /^Wynik celu: / })
    .first()
    .click()
  await page.waitForURL(/plan\/cel\//u)
  await expect(page.getByRole('heading', { name: 'Wynik', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Co zrobiono' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Droga od stanu początkowego do celu/u })).toBeVisible()
  await noFault(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)

  const form = page.getByRole('form', { name: 'Zapisz, jak jest' })
  await form.getByRole('button', { name: 'Zapisz, jak jest' }).click()
  await expect(page.getByText(/^Proszę wpisać, jak jest, albo/u).first()).toBeVisible()
  await form.getByLabel(/^Jak jest: /u).fill('2,5')
  await form.getByRole('radio', { name: 'Rodzina: Bliżej celu, ale jeszcze nie' }).check()
  await form.getByRole('button', { name: 'Zapisz, jak jest' }).click()
  await expect(page.getByText('Zapisano, jak jest.')).toBeVisible()
  await expect(page.getByText(/^2,5 \(/u)).toBeVisible()
  await expect(page.getByText('zapisuje Marta Kędzior').first()).toBeVisible()

  await page.locator('summary').filter({ hasText: 'Zakończ cel' }).click()
  const end = page.getByRole('form', { name: 'Zakończ cel' })
  await end.getByRole('radio', { name: 'Zespół: Tak, jak uzgodniono: cel osiągnięty' }).check()
  await end.getByRole('button', { name: 'Zakończ cel' }).click()
  await expect(page.getByText('Cel zakończony.')).toBeVisible()
  await expect(page.getByText(/^zakończony .*: osiągnięty$/u)).toBeVisible()
  await page.getByRole('button', { name: 'Wznów cel' }).click()
  await expect(page.getByText('Cel znów jest częścią planu.')).toBeVisible()
  await context.close()
})
