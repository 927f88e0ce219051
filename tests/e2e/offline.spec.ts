import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { asPerson, signIn } from './support/people'

const coordinator = 'koordynatorka.rodziny@demo.example'
const form = `/sprawy/${idOf('case', 'swilcza-8')}/notatki/nowa`
const here = 'Bez połączenia. Treść jest w tym telefonie i zapisze się, gdy wróci sieć.'
const saved = /^Szkic zapisany \d+:\d\d$/u

/** Every record of every database of this browser, each byte as a letter; null where there is no database. */
const inBrowser = (page: Page): Promise<string[] | null> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const [database] = await indexedDB.databases()
    if (!database?.name) return null
    const db = await done(indexedDB.open(database.name))
    const store = db.transaction('typed').objectStore('typed')
    const records: { id: string; iv: Uint8Array; text: ArrayBuffer }[] = await done(store.getAll())
    db.close()
    const letters = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
    return records.map(({ id, iv, text }) => `${id} ${letters(iv)} ${letters(new Uint8Array(text))}`)
  })

test('what is typed without a connection is sealed in the phone, saved when the network returns, and gone after sign-out', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const words = page.getByLabel('Co się działo, co ustalono?')
  await signIn(page, coordinator)
  const given = page.waitForResponse('**/api/session/key')
  await page.goto(form)
  expect(await (await given).body()).toHaveLength(32)

  await context.setOffline(true)
  await words.fill('Klatka schodowa bez zasięgu')
  await page.getByText('telefon', { exact: true }).click()
  await expect(page.getByText(here)).toBeVisible()
  const kept = await inBrowser(page)
  expect(kept).toHaveLength(1)
  expect(kept?.[0]).toMatch(/^[0-9a-f-]{36} /u)
  expect(kept?.[0]).not.toMatch(/Klatka|body|phone|sprawy/u)
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)

  await context.setOffline(false)
  await expect(page.getByText(saved)).toBeVisible()
  await expect.poll(() => inBrowser(page)).toEqual([])

  // the page is thrown away without a connection: what it kept comes back in the same session
  await context.setOffline(true)
  await words.fill('Klatka schodowa bez zasięgu, drugie piętro')
  await expect(page.getByText(here)).toBeVisible()
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(form)
  await expect(words).toHaveValue('Klatka schodowa bez zasięgu, drugie piętro')
  await expect(page.getByText(saved)).toBeVisible()
  await expect.poll(() => inBrowser(page)).toEqual([])
  await page.goto(form)
  await expect(words).toHaveValue('Klatka schodowa bez zasięgu, drugie piętro')
  await page.getByRole('button', { name: 'Usuń szkic' }).click()
  await expect(page.getByText('Szkic usunięty.')).toBeVisible()

  const typeUnheard = async () => {
    await page.goto(form)
    await page.route(`**${form}`, (route) => route.abort())
    await words.fill('Nie dla innych oczu')
    await expect(page.getByText(here)).toBeVisible()
    expect(await inBrowser(page)).toHaveLength(1)
    await page.unroute(`**${form}`)
    await page.goto('/konto')
  }

  // another session on the same browser reads nothing of it
  await typeUnheard()
  const own = await context.cookies()
  const other = await asPerson(browser, coordinator)
  await context.addCookies(await other.cookies())
  await other.close()
  await page.goto(form)
  await expect.poll(() => inBrowser(page)).toEqual([])
  await expect(words).toHaveValue('')

  // and who signs out leaves nothing behind
  await context.addCookies(own)
  await typeUnheard()
  expect((await page.request.post('/api/session/key')).status(), 'asked from elsewhere').toBe(403)
  await page.getByRole('main').getByRole('button', { name: 'Wyloguj się', exact: true }).click()
  await page.waitForURL(/\/logowanie/u)
  await expect.poll(() => inBrowser(page)).toBe(null)
  const headers = { origin: new URL(page.url()).origin }
  expect((await page.request.post('/api/session/key', { headers })).status()).toBe(401)
  await context.close()
})
