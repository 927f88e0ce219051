import type { Browser, BrowserContext, Page } from '@playwright/test'
import { lists } from './lists'

type Login = `${string}@demo.example`
type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** A session ends after 15 idle minutes: one that rested for ten is made anew. */
const freshFor = 10 * 60_000
const sessions = new Map<string, { state: State; usedAt: number }>()

const passwordOf = (email: string): string => {
  const person = lists.people.find((p) => p.email === email)
  if (!person) throw new Error(`no demo person ${email}`)
  return person.password
}

/** Signs in by the form, as a person would. */
export const signIn = async (page: Page, email: Login): Promise<void> => {
  await page.goto('/logowanie')
  await page.getByLabel('Służbowy adres e-mail').fill(email)
  await page.getByLabel('Hasło').fill(passwordOf(email))
  await page.getByRole('button', { name: 'Zaloguj się' }).click()
  await page.waitForURL((url) => url.pathname !== '/logowanie')
}

/** A browser of this person; the session is made once a run and used again. */
export const asPerson = async (
  browser: Browser,
  email: Login,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> => {
  const known = sessions.get(email)
  if (known && Date.now() - known.usedAt < freshFor) {
    known.usedAt = Date.now()
    return browser.newContext({ ...options, storageState: known.state })
  }
  const first = await browser.newContext()
  await signIn(await first.newPage(), email)
  const state = await first.storageState()
  await first.close()
  sessions.set(email, { state, usedAt: Date.now() })
  return browser.newContext({ ...options, storageState: state })
}

/** The demo person who holds this role first. */
export const emailOf = (role: string): Login => {
  const person = lists.people.find((p) => p.role === role)
  if (!person) throw new Error(`no demo person with role ${role}`)
  return person.email as Login
}
