import { type Browser, expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { addLine } from './main-job/delivery'
import { referFamily } from './main-job/entry'
import { Hands } from './support/hands'
import { asPerson } from './support/people'

/**
 * One family of six from a conflict of guardians to its return: Marta and Damian Bielak, Amelia, Kuba, Patryk, Pola. Its
 * second plan is in force when the story begins.
 */
test.describe.configure({ mode: 'serial' })

const family = `/sprawy/${idOf('case', 'swilcza-15')}`
const coordinator = 'koordynatorka.rodziny2@demo.example'
const gops = 'Gminny Ośrodek Pomocy Społecznej w Świlczy'
const school = 'Szkoła Podstawowa w Świlczy'
const pcpr = 'Powiatowe Centrum Pomocy Rodzinie w Rzeszowie'
const learning = 'Trudności w nauce, absencja, ryzyko wypadnięcia z edukacji'
const club = 'Świetlica szkolna'
const clinic = 'Poradnia Psychologiczno-Pedagogiczna Powiatu Rzeszowskiego'
const advice = 'Doradztwo edukacyjno-zawodowe dla ucznia'
const work = 'Praca socjalna z osobą i rodziną'

const pageOf = async (browser: Browser, email: Parameters<typeof asPerson>[1]): Promise<Page> =>
  (await asPerson(browser, email)).newPage()

let here: Page
let head: Page
let team: Page
let teacher: Page
let centre: Page
let psychologist: Page
let there: Page
/** Marta's birth date: who comes back is recognised by name and birth date. */
let bornOn = ''

test.beforeAll(async ({ browser }) => {
  here = await pageOf(browser, coordinator)
  head = await pageOf(browser, 'kierowniczka.gops@demo.example')
  team = await pageOf(browser, 'koordynatorka.zespolu@demo.example')
  teacher = await pageOf(browser, 'dyrektor.szkoly@demo.example')
  centre = await pageOf(browser, 'dyrektor.pcpr@demo.example')
  psychologist = await pageOf(browser, 'psycholozka@demo.example')
  there = await pageOf(browser, 'kierowniczka.sokoly@demo.example')
})

test.afterAll(async () => {
  for (const page of [here, head, team, teacher, centre, psychologist, there]) await page.context().close()
})

/** Everybody who is asked agrees to what is proposed. */
const everybodyAgrees = async (answers: number): Promise<void> => {
  const groups = here.getByRole('group', { name: /^Odpowiedź: /u })
  await expect(groups).toHaveCount(answers)
  for (const group of await groups.all()) await group.getByText('Zgoda na proponowany zakres').click()
  await here.getByRole('button', { name: 'Zapisz odpowiedzi rodziny' }).click()
  await here.waitForURL(/zapisano=zgody/u)
}

test('two guardians in conflict: one signature is too few from that moment on, and both settle it', async () => {
  await here.goto(`${family}/zespol`)
  await here.getByText('Zaproś instytucje').first().click()
  await here.getByLabel(pcpr).check()
  await here.getByRole('button', { name: 'Zaproś instytucje' }).click()
  await centre.goto('/moje-uslugi')
  const invited = centre.locator('form[aria-label^="Weźmiemy udział: 1816122/2026/22"]')
  await centre.locator('details').filter({ has: invited }).locator('summary').click()
  await invited.getByLabel('Kto weźmie udział').selectOption({ label: 'Monika Baryła' })
  await invited.getByRole('button', { name: 'Weźmiemy udział' }).click()
  await expect(centre.getByText('Odpowiedź zapisana. Koordynator został powiadomiony.')).toBeVisible()

  await here.goto(`${family}/rodzina`)
  bornOn = await here.locator('input[name="bornOn"]').first().inputValue()
  await here.getByText('Popraw dane i miejsce w rodzinie', { exact: true }).nth(3).click()
  const kuba = here.getByRole('form', { name: 'Popraw dane i miejsce w rodzinie: Kuba Bielak' })
  await kuba.getByLabel('Damian Bielak').check()
  await kuba.getByLabel('Opiekunowie są w konflikcie').check()
  await kuba.getByRole('button', { name: 'Zapisz zmiany' }).click()
  await expect(here.getByText('potrzebne podpisy obojga albo orzeczenie sądu')).toBeVisible()

  await here.goto(`${family}/zgody`)
  await expect(here.getByText('Do diagnozy brakuje zgody 1 osoby')).toBeVisible()
  await expect(
    here.getByText(
      'Kuba Bielak: opiekunowie są w konflikcie, brakuje drugiego podpisu; podpisuje Damian Bielak',
    ),
  ).toBeVisible()
  const social = here
    .getByRole('table', { name: 'Zakres, o który prosimy' })
    .getByRole('checkbox', { name: `relacje : ${pcpr}` })
  await social.check()
  await everybodyAgrees(7)
  await expect(here.getByText('Zgody są kompletne: podpisali wszyscy, którzy biorą udział.')).toBeVisible()
})

/** An institution says no to this service of the family, for a reason of the list. */
const decline = async (page: Page, service: string, reason: string): Promise<void> => {
  await page.goto('/moje-uslugi')
  const card = page
    .getByRole('region', { name: 'Czekają na odpowiedź' })
    .getByRole('article')
    .filter({ hasText: service })
    .filter({ hasText: 'Bielak' })
  await card.getByText('Nie mogę przyjąć').click()
  const form = card.getByRole('form', { name: /^Nie mogę przyjąć/u })
  await form.getByRole('radio', { name: reason }).check()
  await form.getByRole('button', { name: 'Wyślij odmowę' }).click()
  await expect(page.getByText('Odmowa wysłana. Koordynator rodziny poszuka kogoś innego.')).toBeVisible()
}

const accept = async (page: Page, service: string): Promise<void> => {
  await page.goto('/moje-uslugi')
  const card = page.getByRole('article').filter({ hasText: service }).filter({ hasText: 'Bielak' })
  await card.getByRole('button', { name: 'Przyjmuję' }).click()
  await expect(page.getByText('Usługa przyjęta. Koordynator rodziny już to widzi.')).toBeVisible()
}

/** The coordinator reads why, and asks another instead; what was agreed is filled in already. */
const askInstead = async (
  { before, service, why }: { before: string; service: string; why: string },
  now: { institution: string; person?: string },
): Promise<void> => {
  await here.goto(`${family}/koszyk`)
  const row = here.getByRole('row').filter({ hasText: service }).filter({ hasText: before })
  await row.getByRole('link', { name: service }).first().click()
  await expect(here.getByRole('heading', { name: 'Instytucja odmówiła: kogo zapytać teraz?' })).toBeVisible()
  await expect(here.getByText(why, { exact: true }).first()).toBeVisible()
  await here.getByRole('link', { name: `Zapytaj zamiast : ${service}, ${now.institution}` }).click()
  await expect(here.getByText(`Zamiast pozycji, o którą pytano: ${before}.`)).toBeVisible()
  if (now.person) {
    await here.getByText('Więcej: ile, kiedy, gdzie, kto').click()
    await here.getByLabel('Osoba w instytucji').selectOption({ label: now.person })
  }
  await here.getByRole('button', { name: 'Zapytaj instytucję' }).click()
  await here.waitForURL(/\/koszyk(\?|$)/u)
}

test('the plan changes: two institutions decline, others are asked instead, the third version says what and why', async () => {
  await here.goto(`${family}/plan`)
  await here.getByText('Zmień plan').click()
  await here
    .getByLabel('Dlaczego plan się zmienia')
    .fill('Rodzice są w konflikcie, Kuba zostaje po lekcjach sam.')
  await here.getByRole('button', { name: 'Rozpocznij nową wersję' }).click()
  await expect(here.getByText('Nowa wersja planu w przygotowaniu.')).toBeVisible()

  const hands = new Hands(here)
  await addLine(hands, family, { need: learning, service: advice, provider: school })
  await addLine(hands, family, { need: learning, service: club, provider: school })
  await addLine(hands, family, { need: 'Ubóstwo', service: work, provider: pcpr })
  await decline(teacher, advice, 'Brak wolnych miejsc')
  await accept(teacher, club)
  await decline(centre, work, 'Usługa nie należy do zadań instytucji')
  const full = { before: school, service: advice, why: 'Brak wolnych miejsc' }
  await askInstead(full, { institution: clinic, person: 'Agata Rączka' })
  const notTheirs = { before: pcpr, service: work, why: 'Usługa nie należy do zadań instytucji' }
  await askInstead(notTheirs, { institution: gops })
  await accept(psychologist, advice)
  await accept(head, work)

  await here.goto(`${family}/plan`)
  await here.getByRole('button', { name: 'Przekaż do akceptacji' }).click()
  await expect(here.getByText('Plan czeka na akceptację. Instytucje dostały pytania.')).toBeVisible()
  await here.getByLabel('Kto podpisał').fill('Marta Bielak, Damian Bielak')
  await here.getByRole('button', { name: 'Zapisz podpis' }).click()
  await expect(here.getByText('Podpis zapisany.')).toBeVisible()
  await team.goto(`${family}/plan`)
  await team.getByRole('button', { name: 'Zatwierdź plan' }).click()
  await expect(team.getByText('Plan obowiązuje.')).toBeVisible()
  await here.goto(`${family}/plan`)
  await expect(here.getByRole('heading', { name: 'Obowiązuje wersja 3' })).toBeVisible()
  const changes = here.getByRole('region', { name: 'Co się zmieniło' })
  await expect(changes.getByText('Wersja 3 w porównaniu z wersją 2: to, co podpisano.')).toBeVisible()
  await expect(
    changes.getByText('Wersja 3: Rodzice są w konflikcie, Kuba zostaje po lekcjach sam.'),
  ).toBeVisible()
  for (const added of [`${club}; ${school}; Kuba Bielak`, `${advice}; ${clinic}; Kuba Bielak`])
    await expect(changes.getByText(added)).toBeVisible()
})

test('one adult withdraws: the school had the name and the service, and has nothing of either from then on', async () => {
  await teacher.goto('/moje-uslugi')
  const card = teacher.getByRole('article').filter({ hasText: 'Kuba Bielak' })
  await expect(card.filter({ hasText: club })).toHaveCount(1)
  const own =
    (await card.filter({ hasText: club }).locator('a[href^="/moje-uslugi/"]').first().getAttribute('href')) ??
    ''
  expect((await teacher.goto(own))?.status()).toBe(200)
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText(club)
  await expect(teacher.getByText('Kuba Bielak').first()).toBeVisible()
  await teacher.goto('/szukaj?q=kuba+bielak')
  await expect(teacher.getByRole('link', { name: 'Rodzina Bielaków' })).toBeVisible()

  await here.goto(`${family}/zgody`)
  const entry = here
    .getByRole('listitem')
    .filter({ hasText: 'Kuba Bielak: zgoda' })
    .filter({ hasText: 'podpis: Damian Bielak' })
  await entry.getByText('Wycofaj', { exact: true }).click()
  await entry.getByRole('button', { name: 'Wycofaj zgodę' }).click()
  await expect(here).toHaveURL(/powiadomienia/u)
  await expect(
    here.getByRole('row', { name: new RegExp(`^${school} .*Kuba Bielak`, 'u') }).first(),
  ).toBeVisible()

  expect((await teacher.goto(own))?.status()).toBe(404)
  await expect(teacher.getByText('Kuba Bielak')).toHaveCount(0)
  await teacher.goto('/moje-uslugi')
  await expect(teacher.getByText('Kuba Bielak')).toHaveCount(0)
  await teacher.goto('/szukaj?q=kuba+bielak')
  await expect(teacher.getByRole('heading', { name: 'Szukaj' })).toBeVisible()
  await expect(teacher.getByText('Bielak')).toHaveCount(0)
})

test('the family moves: the other team says yes before it knows a name', async () => {
  await here.goto(`${family}/przekazanie`)
  await here.getByLabel('Szukaj gminy albo zespołu').fill('sokoly')
  await here.getByLabel('Szukaj gminy albo zespołu').press('Enter')
  await here.getByRole('radio', { name: /Sokoły/u }).check()
  await here.getByLabel('Dlaczego przekazujemy').fill('Dziadkowie oddali im mieszkanie.')
  await here.getByRole('button', { name: 'Zapytaj zespół' }).click()
  await expect(here.getByText('Zapytano tamten zespół.')).toBeVisible()

  await there.goto('/przekazania')
  await expect(there.getByText('6 osób, w tym 4 dzieci')).toBeVisible()
  await expect(there.getByText('Bielak')).toHaveCount(0)
  await there
    .getByRole('radio', { name: /Przyjmujemy/u })
    .first()
    .check()
  await there.getByRole('button', { name: 'Odpowiedz' }).click()
  await expect(there.getByText('Przyjęto.')).toBeVisible()
  expect((await there.goto(family))?.status()).toBe(404)
})

test('once all six are agreed to, the other team has the family, and the first team a case that ended', async () => {
  await here.goto(`${family}/zgody`)
  await everybodyAgrees(7)
  await team.goto(`${family}/przekazanie`)
  const handedOn = team.getByRole('form', { name: 'Przekaż sprawę' }).getByRole('checkbox')
  await expect(handedOn).toHaveCount(6)
  for (const service of await handedOn.all()) await service.check()
  await team.getByLabel('Dlaczego bez rozmowy końcowej').selectOption('Inny powód')
  await team.getByRole('button', { name: 'Przekaż sprawę' }).click()
  await expect(team.getByText('Sprawa przekazana.')).toBeVisible()

  await there.goto('/przekazania')
  await there.getByRole('link', { name: 'Otwórz sprawę' }).first().click()
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Rodzina Bielaków')
  await there.getByRole('link', { name: 'Rodzina', exact: true }).click()
  for (const name of ['Marta', 'Damian', 'Amelia', 'Kuba', 'Patryk', 'Pola'])
    await expect(there.getByRole('heading', { name: `${name} Bielak` })).toBeVisible()
  await team.goto(family)
  await expect(team.getByText('Sprawa jest zamknięta')).toBeVisible()
})

test('the mother comes back before a year has passed: the first team is told whose case it continues', async () => {
  await referFamily(new Hands(here), {
    label: 'Pani Marta wraca',
    surname: 'Bielak',
    members: [{ givenName: 'Marta', bornOn }],
    reasons: ['Ubóstwo'],
  })
  await team.goto('/sprawy')
  await team.getByRole('link', { name: 'Pani Marta wraca' }).first().click()
  const back = team.getByRole('region', { name: 'Ta rodzina wraca' })
  await expect(back.getByText(/^Sprawa 1816122\/2026\/22, zakończona /u)).toBeVisible()
  await expect(back.getByText('Rozpoznano: Marta Bielak')).toBeVisible()
  await back.getByRole('button', { name: 'Połącz: to ciąg dalszy tej sprawy' }).click()
  await expect(back.getByText('połączona', { exact: true })).toBeVisible()
})
