import { type BrowserContext, expect, test } from '@playwright/test'
import { budget, Hands } from '../support/hands'
import { asPerson } from '../support/people'
import { referFamily } from './entry'
import { acceptInvitation } from './letters'

/** Today and so many days on, as people write it. */
const polish = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('pl-PL', { timeZone: 'Europe/Warsaw' })

/** The main job of the product from an empty gmina to a closed case, as the people who do it. */
test.describe.configure({ mode: 'serial' })

const stamp = Date.now().toString(36)
const mailOf = (who: string) => `${who}.${stamp}@hyzne.example`

let team = ''
let coordinated = 0
const people: Record<string, BrowserContext> = {}

test('an animator sets up a team of ten institutions in a gmina that has none', async ({ browser }) => {
  const context = await asPerson(browser, 'animatorka@demo.example')
  const page = await context.newPage()
  const hands = new Hands(page)
  await page.goto('/zespoly')
  await hands.click(page.getByRole('link', { name: 'Nowy zespół' }))
  await hands.search('Gmina', 'hyzne', /Hyżne/u)
  await page.waitForURL(/gmina=1816072/u)
  await expect(page.getByText('Podpowiadamy wariant I, bo Hyżne to gmina wiejska.')).toBeVisible()
  await hands.fill(page.getByLabel(/^Ośrodek pomocy społecznej/u), 'Gminny Ośrodek Pomocy Społecznej w Hyżnem')
  await hands.click(page.getByText(/których rejestr tu nie zna/u))
  await hands.fill(page.getByLabel('Szkoła podstawowa'), 'Szkoła Podstawowa w Hyżnem')
  await hands.go('Utwórz zespół i przygotuj porozumienie', /\/zespoly\/[0-9a-f-]{36}/u)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zespół Hyżne')
  await expect(page.getByText('10 instytucji, rdzeń jest w komplecie.')).toBeVisible()
  team = new URL(page.url()).pathname

  await page.goto(`${team}/sklad`)
  const seat = (institution: string) => page.getByRole('group', { name: institution, exact: true })
  const person = async (institution: string, field: 'representative' | 'deputy', name: string, who: string) => {
    const [givenName = '', familyName = ''] = name.split(' ')
    const box = (part: string) => seat(institution).locator(`input[name$="${field}.${part}"]`)
    await hands.fill(box('givenName'), givenName)
    await hands.fill(box('familyName'), familyName)
    await hands.fill(box('email'), mailOf(who))
  }
  const ops = 'Gminny Ośrodek Pomocy Społecznej w Hyżnem'
  await person(ops, 'representative', 'Teresa Hyży', 'kierowniczka')
  await hands.click(seat(ops).getByText('Dodaj zastępcę'))
  await person(ops, 'deputy', 'Kamil Bąk', 'koordynator')
  await person('Szkoła Podstawowa w Hyżnem', 'representative', 'Anna Wilk', 'szkola')
  await hands.select(
    seat('Powiatowe Centrum Pomocy Rodzinie w Rzeszowie').getByLabel('Przedstawiciel').first(),
    /Robert Haligowski/u,
  )
  await hands.click(page.getByRole('button', { name: 'Zapisz i wyślij zaproszenia' }))
  await expect(page.getByText('Teresa Hyży').first()).toBeVisible()
  await hands.select(page.getByLabel('Lider gminny'), /Teresa Hyży/u)
  await hands.select(page.getByLabel('Lider powiatowy'), /Robert Haligowski/u)
  await hands.select(page.getByLabel('Koordynator zespołu'), /Kamil Bąk/u)
  await hands.click(page.getByRole('button', { name: 'Powołaj' }))
  await expect(page.getByText('Zapisano, kto prowadzi zespół.')).toBeVisible()
  budget('Team of ten institutions', hands.take(), 60)
})

test('the agreement is sent, signed by every party, and the team starts', async ({ browser }) => {
  const context = await asPerson(browser, 'animatorka@demo.example')
  const page = await context.newPage()
  await page.goto(`${team}/porozumienie`)
  await expect(page.getByText('Brakuje dat, od kiedy do kiedy porozumienie obowiązuje.')).toBeVisible()
  await page.getByLabel('Obowiązuje od').fill(polish(0))
  await page.getByLabel('Obowiązuje do').fill(polish(700))
  await page.getByRole('button', { name: 'Zapisz projekt' }).click()
  await page.getByRole('button', { name: 'Wyślij porozumienie do podpisu' }).click()
  await expect(page.getByText('Podpisy stron: jest 0 z 10.')).toBeVisible()
  const signatures = page.getByRole('form', { name: 'Podpisy stron' })
  for (const box of await signatures.getByRole('checkbox').all()) await box.check()
  for (const name of await signatures.getByLabel(/^Kto podpisał/u).all())
    if ((await name.inputValue()) === '') await name.fill('Dyrekcja')
  await signatures.getByRole('button').click()
  await expect(page.getByText('Zespół nie przyjął jeszcze regulaminu.')).toBeVisible()
  await page.getByLabel('Przyjęty dnia').fill(polish(0))
  await page.getByRole('form', { name: 'Regulamin' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Uruchom zespół' }).click()
  await expect(page.getByText('Aktywny', { exact: true })).toBeVisible()
})

test('the people of the gmina come in by their letters', async ({ browser }) => {
  for (const who of ['kierowniczka', 'koordynator', 'szkola'])
    people[who] = await acceptInvitation(browser, mailOf(who))
  const page = await (people.koordynator as BrowserContext).newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zespoły')
})

test('the coordinator logs a family of four with three needs', async () => {
  const page = await (people.koordynator as BrowserContext).newPage()
  const hands = new Hands(page)
  await referFamily(hands, {
    label: 'Rodzina Bieli',
    surname: 'Biel',
    members: [
      { givenName: 'Irena', bornOn: '12.03.1988' },
      { givenName: 'Marek', bornOn: '4.07.1986', relation: 'Małżonek lub partner' },
      { givenName: 'Zosia', bornOn: '1.09.2014' },
      { givenName: 'Antek', bornOn: '9.01.2018' },
    ],
    reasons: ['Ubóstwo', 'Bezrobocie', 'Trudności w nauce, absencja, ryzyko wypadnięcia z edukacji'],
  })
  coordinated += hands.take()
})
