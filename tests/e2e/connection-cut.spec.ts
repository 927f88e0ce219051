import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { asPerson } from './support/people'

const typed = 'Tekst, którego nie wolno zgubić 🏡'
const said =
  'Nie udało się wysłać: brak połączenia albo serwer nie odpowiada. Tekst jest nadal na tej stronie, proszę spróbować jeszcze raz.'

const offline =
  'Nie ma połączenia z siecią. Proszę nie zamykać tej strony: to, co wpisano, czeka na niej do powrotu sieci.'

/** A server that broke, one that is being restarted behind a proxy, and the sign-in page of a guest network. */
const answers = [
  { status: 500, contentType: 'text/plain', body: 'Internal Server Error' },
  { status: 503, contentType: 'text/html', body: '<h1>Service Unavailable</h1>' },
  { status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>' },
]

type Login = `${string}@demo.example`

const caseAt = (key: string, path: string): string => `/sprawy/${idOf('case', key)}/${path}`
const newNote = caseAt('swilcza-9', 'notatki/nowa')
const newLine = `koszyk/nowa?potrzeba=${idOf('need', 'swilcza-9', 1)}&usluga=pomoc_pp&wykonawca=${idOf('institution', 'sp_swilcza')}`

type Place = { readonly what: string; readonly path: string }

type Places = Readonly<Record<Login, readonly Place[]>>

const withFamilies: Places = {
  'koordynatorka.rodziny@demo.example': [
    { what: 'referral', path: '/zgloszenia/nowe' },
    { what: 'note', path: newNote },
    { what: 'diagnosis as a whole', path: caseAt('swilcza-8', 'diagnoza/calosc') },
    { what: 'needs, voice of the family', path: caseAt('swilcza-8', 'diagnoza') },
    { what: 'goals', path: caseAt('swilcza-9', 'plan') },
    { what: 'change of the plan', path: caseAt('swilcza-14', 'plan') },
    { what: 'new service', path: caseAt('swilcza-9', newLine) },
    { what: 'draft of a service', path: caseAt('swilcza-9', `koszyk/${idOf('line', 'swilcza-9', 3)}/zmien`) },
    { what: 'service', path: caseAt('swilcza-14', `koszyk/${idOf('line', 'swilcza-14', 0)}`) },
    { what: 'answers of the family, legal bases', path: caseAt('swilcza-9', 'zgody') },
    { what: 'monitoring', path: caseAt('swilcza-14', 'zakonczenie') },
    { what: 'evaluation, closing talk', path: caseAt('swilcza-17', 'zakonczenie') },
    { what: 'transfer', path: caseAt('swilcza-14', `przekazanie?zespol=${idOf('team', 'sokoly')}`) },
    { what: 'persons, relations, protection', path: caseAt('swilcza-14', 'rodzina') },
    { what: 'family team', path: caseAt('swilcza-9', 'zespol') },
    { what: 'template', path: caseAt('swilcza-18', 'koszyk/szablony/nowy') },
    { what: 'meeting around the family', path: caseAt('swilcza-14', 'spotkania') },
    { what: 'task of a case', path: caseAt('swilcza-14', 'zadania') },
    { what: 'own task', path: '/zadania' },
  ],
  'koordynatorka.zespolu@demo.example': [
    { what: 'decision on a referral', path: `/zgloszenia/${idOf('referral', 'swilcza-3')}` },
    { what: 'restriction', path: caseAt('swilcza-14', 'zastrzezenie') },
    { what: 'suspension', path: `/sprawy/${idOf('case', 'swilcza-14')}` },
    { what: 'agreement', path: `/zespoly/${idOf('team', 'swilcza')}/porozumienie` },
    { what: 'meeting of the team', path: `/zespoly/${idOf('team', 'swilcza')}/spotkania` },
    { what: 'agenda and decisions', path: `/spotkania/${idOf('meeting', 'swilcza', 'called')}` },
    { what: 'remarks on minutes', path: `/spotkania/${idOf('meeting', 'swilcza', 'minutes')}` },
    { what: 'task of the team', path: `/zespoly/${idOf('team', 'swilcza')}/zadania` },
  ],
}

const elsewhere: Places = {
  'kierowniczka.gops@demo.example': [
    { what: 'template', path: `/szablony/${idOf('template', 'szkola')}` },
    { what: 'signed documents', path: `/zespoly/${idOf('team', 'swilcza')}/dokumenty` },
    { what: 'question to experts', path: '/pytania/nowe' },
    { what: 'offers', path: `/instytucje/${idOf('institution', 'gops_swilcza')}/uslugi/praca_socjalna` },
    {
      what: 'person of the institution',
      path: `/instytucje/${idOf('institution', 'gops_swilcza')}/osoby/nowa`,
    },
    {
      what: 'phone, absence, signed authorisation',
      path: `/instytucje/${idOf('institution', 'gops_swilcza')}/osoby/${idOf('user', 'koordynatorka.rodziny@demo.example')}`,
    },
    { what: 'information clause', path: `/instytucje/${idOf('institution', 'gops_swilcza')}/klauzula` },
  ],
  'nauczycielka@demo.example': [
    { what: 'own services', path: '/moje-uslugi' },
    { what: 'own service', path: `/moje-uslugi/${idOf('line', 'swilcza-14', 3)}` },
  ],
  'koordynator.rops@demo.example': [
    { what: 'overlay', path: `/uslugi/wojewodztwo/${idOf('overlay', 'animator')}` },
    { what: 'new service of the voivodeship', path: '/uslugi/wojewodztwo' },
    { what: 'institution', path: '/instytucje/nowa' },
    { what: 'import from a file', path: '/instytucje/import' },
    { what: 'library', path: '/biblioteka/nowa' },
    { what: 'event of the school', path: '/szkola/nowe' },
    { what: 'visit to a gmina', path: '/program/1816102' },
    { what: 'consultation of the model', path: '/konsultacje-modelu/nowa' },
    { what: 'template of a document', path: '/zespoly/wzory/regulamin' },
    { what: 'letter to leaders', path: '/program/pisma/nowe' },
  ],
  'ekspertka@demo.example': [{ what: 'opinion', path: `/konsultacje/${idOf('consultation', 'swilcza-14')}` }],
}

/** Every kind of form in which people write, and who writes there. Nothing is sent, so no family is used up. */
const places: Places = { ...withFamilies, ...elsewhere }

/** Fields in which people write, in the forms of this page that are sent to the server. */
const fields =
  'main form:not([method="get"]) :is(textarea, input:not([type]), input[type="text"], input[type="tel"], input[type="email"]):not([role="combobox"])'

const attached = 'main form:not([method="get"]) input[type="file"]'

/** Writes in every such field, chooses a file where one is asked for, and sends every such form; gives how many. */
const writeAndSend = (page: Page): Promise<number> =>
  page.evaluate(
    ({ text, selector, files }) => {
      for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '')
      const written = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(selector)]
      for (const field of written) {
        const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
        Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
      const choosing = [...document.querySelectorAll<HTMLInputElement>(files)]
      for (const field of choosing) {
        const chosen = new DataTransfer()
        chosen.items.add(new File(['%PDF-1.4'], 'skan.pdf', { type: 'application/pdf' }))
        field.files = chosen.files
        field.dispatchEvent(new Event('change', { bubbles: true }))
      }
      const forms = new Set([...written, ...choosing].flatMap(({ form }) => form ?? []))
      for (const form of forms)
        form.requestSubmit(form.querySelector<HTMLButtonElement>('button[type="submit"]'))
      return forms.size
    },
    { text: typed, selector: fields, files: attached },
  )

const standing = (page: Page): Promise<string[]> =>
  page
    .locator(fields)
    .evaluateAll((all) => [
      ...new Set(all.map((one) => (one as HTMLInputElement | HTMLTextAreaElement).value)),
    ])

/** Names of the files that are still chosen, one for each field that asks for a file. */
const stillChosen = (page: Page): Promise<string[]> =>
  page
    .locator(attached)
    .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).files?.[0]?.name ?? ''))])

const told = (page: Page) => page.getByRole('alert').filter({ hasText: said })

// first: what the others type into the note is kept, rightly, as a draft of this family
test('no link, search or look takes the page away while there is no connection; then the same text is sent', async ({
  browser,
}) => {
  const context = await asPerson(browser, 'koordynatorka.rodziny@demo.example')
  const page = await context.newPage()
  await page.goto(newNote)
  const text = page.getByLabel('Co się działo, co ustalono?')
  await text.fill(typed)
  await context.setOffline(true)
  await expect(page.getByText(offline)).toBeVisible()
  await page.getByRole('link', { name: 'Przegląd' }).click()
  await page.getByRole('searchbox').fill('Kamil')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('button', { name: 'ciemny' }).click()
  await expect(page).toHaveURL(newNote)
  await expect(text).toHaveValue(typed)
  await context.setOffline(false)
  await expect(page.getByText(offline)).toHaveCount(0)

  for (const answer of answers) {
    await page.route(newNote, (route) =>
      route.request().method() === 'POST' ? route.fulfill(answer) : route.continue(),
    )
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    const outcome = page.locator('.outcome').filter({ has: told(page) })
    await expect(outcome, `${answer.status}`).toBeFocused()
    await expect(text).toHaveValue(typed)
    await text.focus()
    await page.unroute(newNote)
  }
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== newNote)
  await expect(page.getByText(typed).first()).toBeVisible()
  await context.close()
})

for (const [person, theirs] of Object.entries(places))
  test(`the connection is cut in the middle of a form: nothing typed is lost (${person})`, async ({
    browser,
  }) => {
    const context = await asPerson(browser, person as Login)
    const page = await context.newPage()
    for (const { what, path } of theirs)
      await test.step(what, async () => {
        await page.goto(path)
        await context.setOffline(true)
        await expect(page.getByText(offline)).toBeVisible()
        const sent = await writeAndSend(page)
        expect(sent, what).toBeGreaterThan(0)
        await expect(told(page), what).toHaveCount(sent)
        expect(
          (await standing(page)).filter((value) => value !== typed),
          what,
        ).toEqual([])
        expect(
          (await stillChosen(page)).filter((name) => name !== 'skan.pdf'),
          what,
        ).toEqual([])
        await context.setOffline(false)
      })
    await context.close()
  })
