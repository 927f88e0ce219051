import { type Locator, type Page, test } from '@playwright/test'

/**
 * What a person does with a page, counted as experience counts it: a click or tap, a field filled whatever its
 * length, a key that acts (Enter, Escape, an arrow; not Tab).
 */
export class Hands {
  readonly page: Page
  #count = 0
  constructor(page: Page) {
    this.page = page
  }

  async click(target: Locator): Promise<void> {
    this.#count += 1
    await target.click()
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.#count += 1
    await target.fill(text)
  }

  async select(target: Locator, label: string | RegExp): Promise<void> {
    this.#count += 1
    const options = await target.locator('option').allTextContents()
    const chosen = options.find((o) => (typeof label === 'string' ? o === label : label.test(o)))
    if (!chosen) throw new Error(`no option ${label} among: ${options.join(' | ')}`)
    await target.selectOption({ label: chosen })
  }

  /** Types into a search field and takes the option: two interactions. */
  async search(name: string | RegExp, text: string, option: string | RegExp): Promise<void> {
    await this.fill(this.page.getByRole('combobox', { name }), text)
    await this.click(this.page.getByRole('option', { name: option }).first())
  }

  async press(target: Locator, key: string): Promise<void> {
    this.#count += 1
    await target.press(key)
  }

  /** Presses a button that leads on, and waits until the page has answered. */
  async go(button: string | RegExp, next: RegExp): Promise<void> {
    await this.click(this.page.getByRole('button', { name: button }))
    await this.page.waitForURL(next)
  }

  get count(): number {
    return this.#count
  }

  /** Counts since the last call. */
  take(): number {
    const count = this.#count
    this.#count = 0
    return count
  }
}

/** Prints a budget of experience beside what was counted; gives the count for the assertion. */
export const budget = (what: string, count: number, limit: number): number => {
  const text = `${what}: ${count} interactions (budget: under ${limit})`
  test.info().annotations.push({ type: 'budget', description: text })
  process.stdout.write(`    ${text}\n`)
  return count
}
