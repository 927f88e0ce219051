import { type Browser, type BrowserContext, expect, test } from '@playwright/test'
import { budget, Hands } from '../support/hands'
import { keyboardAlone } from '../support/keyboard'
import { asPerson } from '../support/people'
import { addLine, finishService, noteDelivery, planService } from './delivery'
import { referFamily } from './entry'
import { agreeGoal, goals } from './goals'
import { acceptInvitation } from './letters'
import { acceptInvitationToWork, seeNobody } from './others'
import { lines, ops, polish, school } from './services'
import { setUpTeam } from './team'

/** The main job of the product from an empty gmina to a closed case, as the people who do it, by keyboard alone. */
test.describe.configure({ mode: 'serial' })

keyboardAlone()

const stamp = Date.now().toString(36)
const mailOf = (who: string) => `${who}.${stamp}@hyzne.example`

let team = ''
let family = ''
let coordinated = 0
const people: Record<string, BrowserContext> = {}

test('an animator sets up a team of ten institutions in a gmina that has none', async ({ browser }) => {
  const context = await asPerson(browser, 'animatorka@demo.example')
  const page = await context.newPage()
  const hands = new Hands(page)
  team = await setUpTeam(hands, mailOf)
  expect(budget('Team of ten institutions', hands.take(), 60)).toBeLessThan(60)
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
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zespół Hyżne')
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

test('duplicates are checked, the coordinator proposes, the leader publishes the clause and decides', async () => {
  const page = await (people.koordynator as BrowserContext).newPage()
  await page.goto('/sprawy')
  await page.getByRole('link', { name: 'Rodzina Bieli' }).first().click()
  await page.getByRole('button', { name: 'Sprawdź' }).click()
  await expect(page.getByText('Żadna inna sprawa w systemie nie dotyczy tych osób.').first()).toBeVisible()
  family = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Rozpocznij kwalifikację' }).click()
  const proposal = page.getByRole('form', { name: 'Propozycja decyzji' })
  await proposal.getByText('Zakwalifikować').click()
  await proposal
    .getByLabel('Uzasadnienie')
    .fill('Cztery instytucje pracują osobno, sytuacja dzieci się pogarsza.')
  await proposal.getByRole('button').click()
  await expect(page.getByText('Ten krok należy do: lider gminny', { exact: false })).toBeVisible()

  const head = await (people.kierowniczka as BrowserContext).newPage()
  await head.goto(team)
  await head.getByRole('link', { name: 'Gminny Ośrodek Pomocy Społecznej w Hyżnem' }).first().click()
  await head.getByRole('link', { name: 'Klauzula informacyjna' }).click()
  await head
    .getByLabel('Treść')
    .fill('Administratorem danych jest GOPS w Hyżnem. Dane służą pracy z rodziną.')
  await head.getByRole('button', { name: 'Opublikuj' }).click()
  await expect(head.getByRole('heading', { name: /^Wersja 1, od/u })).toBeVisible()
  await head.goto('/sprawy')
  await head.getByRole('link', { name: 'Rodzina Bieli' }).first().click()
  await head.getByText('Zgadzam się').click()
  await head.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(head.getByText('Zakwalifikowana', { exact: true }).first()).toBeVisible()
})

test('the coordinator invites three institutions and takes the consents', async ({ browser }) => {
  const page = await (people.koordynator as BrowserContext).newPage()
  const hands = new Hands(page)
  await page.goto(family)
  await hands.click(page.getByRole('link', { name: 'Zmień skład' }))
  await hands.click(page.getByText('Zaproś instytucje').first())
  for (const name of [
    'Powiatowe Centrum Pomocy Rodzinie w Rzeszowie',
    'Szkoła Podstawowa w Hyżnem',
    'Powiatowy Urząd Pracy w Rzeszowie',
  ])
    await hands.click(page.getByLabel(name))
  await hands.click(page.getByRole('button', { name: 'Zaproś instytucje' }))
  await expect(page.getByRole('button', { name: 'Zakończ udział' })).toHaveCount(3)
  coordinated += hands.take()

  // PCPR says who comes; she sees the family as soon as it agrees, and not before
  await acceptInvitationToWork(await asPerson(browser, 'dyrektor.pcpr@demo.example'), 'Monika Baryła')

  await page.getByText('Wskaż osobę', { exact: true }).click()
  const assign = page.getByRole('form', { name: 'Wskaż osobę' })
  await assign
    .getByLabel('Osoba')
    .selectOption({ label: 'Kamil Bąk, Gminny Ośrodek Pomocy Społecznej w Hyżnem' })
  await assign.getByLabel('W jakiej roli').selectOption({ label: 'Koordynator rodziny' })
  await assign.getByRole('button').click()
  await expect(page.getByRole('row').filter({ hasText: 'Kamil Bąk' })).toBeVisible()

  await page.goto(`${family}/zgody`)
  await page.getByRole('button', { name: 'Zapisz przekazanie' }).click()
  await expect(page.getByText('Zapisano przekazanie klauzuli informacyjnej.')).toBeVisible()
  await page.goto(family)
  await page.getByRole('button', { name: 'Poproś rodzinę o zgodę' }).click()
  await page.getByRole('link', { name: 'Otwórz zgody' }).click()
  // the centre is to do social work with the family, which the referral could not know
  await page
    .getByRole('table', { name: 'Zakres, o który prosimy' })
    .getByRole('checkbox', { name: 'relacje : Powiatowe Centrum Pomocy Rodzinie w Rzeszowie' })
    .check()
  const answers = page.getByRole('group', { name: /^Odpowiedź: /u })
  await expect(answers).toHaveCount(4)
  for (const group of await answers.all()) await group.getByText('Zgoda na proponowany zakres').click()
  await page.getByRole('button', { name: 'Zapisz odpowiedzi rodziny' }).click()
  await expect(page.getByText('Zgody są kompletne: podpisali wszyscy, którzy biorą udział.')).toBeVisible()
  await page.goto(family)
  await page.getByRole('button', { name: 'Rozpocznij diagnozę' }).click()
  await expect(page.getByText('Diagnoza', { exact: true }).first()).toBeVisible()
})

test('the family and the coordinator score eleven areas, and agree three goals', async () => {
  const page = await (people.koordynator as BrowserContext).newPage()
  const hands = new Hands(page)
  await page.goto(`${family}/diagnoza/calosc`)
  const areas = page.getByRole('table', { name: /^Skala od 0 do 4/u })
  await expect(areas).toHaveCount(11)
  for (const area of await areas.all()) {
    await hands.click(area.getByRole('radio', { name: 'Zespół: 2' }))
    await hands.click(area.getByRole('radio', { name: 'Rodzina: 2' }))
  }
  for (const name of ['Dochody i zadłużenie', 'Praca', 'Edukacja i rozwój dzieci']) {
    await hands.click(page.getByText(`Opisz: ${name}`))
    const described = page.getByRole('region', { name, exact: true })
    await hands.fill(
      described.getByLabel('Mocne strony'),
      'Rodzice trzymają się razem, babcia pomaga przy dzieciach.',
    )
  }
  await hands.click(page.getByRole('button', { name: 'Zapisz całość' }))
  await expect(page.getByText('Zapisano wszystkie obszary.')).toBeVisible()
  await page.goto(`${family}/diagnoza`)
  await hands.fill(
    page.getByLabel('Co powiedziała rodzina'),
    'Chcemy stanąć na nogi i żeby Zosia zdała do następnej klasy.',
  )
  await hands.click(page.getByRole('button', { name: 'Zapisz głos rodziny' }))
  await hands.click(page.getByRole('button', { name: 'Zakończ diagnozę i przejdź do planu' }))
  await page.waitForURL(/\/plan/u)
  expect(budget('Diagnosis: 11 areas, 3 described', hands.take(), 45)).toBeLessThan(45)

  for (const goal of goals) await agreeGoal(page, goal)
})

test('the coordinator builds a basket of five services and sends the plan for approval', async () => {
  const page = await (people.koordynator as BrowserContext).newPage()
  const hands = new Hands(page)
  for (const line of lines) await addLine(hands, family, line)
  coordinated += hands.take()
  const job = 'Coordinator: family of 4, 3 needs, 3 institutions, 5 services'
  expect(budget(job, coordinated, 60)).toBeLessThan(60)
  await page.goto(`${family}/plan`)
  await page.getByRole('button', { name: 'Przekaż do akceptacji' }).click()
  await expect(page.getByText('Plan czeka na akceptację. Instytucje dostały pytania.')).toBeVisible()
})

const providerOf = async (browser: Browser, institution: string): Promise<BrowserContext> =>
  institution === school
    ? (people.szkola as BrowserContext)
    : institution === ops
      ? (people.kierowniczka as BrowserContext)
      : asPerson(browser, 'dyrektor.pcpr@demo.example')

test('each provider accepts in one tap; the family signs; the plan is in force', async ({ browser }) => {
  const asked = await (people.szkola as BrowserContext).newPage()
  await asked.goto('/powiadomienia')
  await asked.getByRole('link', { name: 'Pytanie o usługę czeka na odpowiedź' }).click()
  await expect(asked.getByRole('button', { name: 'Przyjmuję' })).toBeVisible()
  await asked.goBack()
  await asked.getByRole('button', { name: 'Oznacz wszystkie jako przeczytane' }).click()
  await expect(asked.getByText('Wszystko przeczytane.')).toBeVisible()
  for (const { service, provider } of lines) {
    const page = await (await providerOf(browser, provider)).newPage()
    const hands = new Hands(page)
    await page.goto('/moje-uslugi')
    const card = page.getByRole('article').filter({ hasText: service }).filter({ hasText: 'Biel' })
    await hands.click(card.getByRole('button', { name: 'Przyjmuję' }))
    await expect(page.getByText('Usługa przyjęta. Koordynator rodziny już to widzi.')).toBeVisible()
    expect(budget(`Accepting "${service}"`, hands.take(), 6)).toBeLessThan(6)
    await page.close()
  }
  const page = await (people.koordynator as BrowserContext).newPage()
  await page.goto(`${family}/plan`)
  await page.getByLabel('Kto podpisał').fill('Irena Biel, Marek Biel')
  await page.getByRole('button', { name: 'Zapisz podpis' }).click()
  await page.getByRole('button', { name: 'Zatwierdź plan' }).click()
  await expect(page.getByText('Plan obowiązuje.')).toBeVisible()
})

test('the services are delivered, and noted in seconds', async ({ browser }) => {
  for (const { service, provider } of lines) {
    const page = await (await providerOf(browser, provider)).newPage()
    await planService(page, service)
    const hands = new Hands(page)
    await noteDelivery(hands, service)
    expect(budget(`Noting "${service}"`, hands.take(), 6)).toBeLessThan(6)
    await finishService(page, service)
    await page.close()
  }
})

test('monitored, evaluated with the family, closed', async () => {
  const page = await (people.koordynator as BrowserContext).newPage()
  const hands = new Hands(page)
  await page.goto(`${family}/zakonczenie`)
  await hands.click(page.locator('summary', { hasText: 'Zapisz kartę monitoringu' }))
  await hands.fill(page.getByLabel('Co ustalono'), 'Wszystkie usługi odbyły się zgodnie z planem.')
  await hands.click(page.getByRole('button', { name: 'Zapisz kartę monitoringu' }))
  await expect(page.getByText('Karta monitoringu zapisana.')).toBeVisible()
  await hands.click(page.getByRole('button', { name: 'Rozpocznij ewaluację' }))
  await expect(page.getByText('Ewaluacja rozpoczęta.')).toBeVisible()
  for (const result of ['dała efekt', 'osiągnięty'])
    for (const answer of await page.getByText(result, { exact: true }).all()) await hands.click(answer)
  await hands.select(page.getByLabel('Wynik współpracy'), 'Cel osiągnięty')
  await hands.fill(
    page.getByLabel('Podsumowanie'),
    'Rodzina ma stały dochód, Zosia zdała do następnej klasy.',
  )
  await hands.fill(page.getByLabel('Co mówi rodzina'), 'Pierwszy raz wszyscy mówili to samo.')
  await hands.click(page.getByRole('button', { name: 'Zapisz kartę ewaluacji' }))
  await expect(page.getByText('Karta ewaluacji zapisana.')).toBeVisible()
  const present = page.getByRole('group', { name: 'Kto z rodziny brał udział' })
  await hands.click(present.getByRole('checkbox').first())
  await hands.fill(page.getByLabel('Co pomogło, słowami rodziny'), 'Że wszyscy dzwonili do siebie.')
  const rating = page.getByRole('group', { name: /^Jak rodzina ocenia współpracę/u })
  await hands.click(rating.getByText('5', { exact: true }))
  await hands.click(page.getByRole('button', { name: 'Zapisz rozmowę' }))
  await expect(page.getByText('Rozmowa zapisana.')).toBeVisible()
  const job = 'Ending: monitoring, evaluation of 5 services and 3 goals, talk'
  expect(budget(job, hands.take(), 30)).toBeLessThan(30)

  const head = new Hands(await (people.kierowniczka as BrowserContext).newPage())
  await head.page.goto(`${family}/zakonczenie`)
  await head.click(head.page.getByRole('button', { name: 'Zamknij sprawę' }))
  await expect(head.page.getByText('Sprawa zamknięta.')).toBeVisible()
  expect(budget('Closing a case', head.take(), 6)).toBeLessThan(6)
  await head.page.goto(family)
  await expect(head.page.getByText('Sprawa jest zamknięta')).toBeVisible()
})

test('who watches sees a team at work, and no family', async ({ browser }) => {
  await seeNobody(
    await asPerson(browser, 'koordynator.rops@demo.example'),
    '/region?kod=1816',
    'Rodzina Bieli',
  )
  await seeNobody(await asPerson(browser, 'ministerstwo@demo.example'), '/kraj', 'Rodzina Bieli')
})
