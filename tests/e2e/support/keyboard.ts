import { type Locator, type Page, test } from '@playwright/test'

/** What a person without a mouse would have to do with this element. */
type Way = { readonly how: 'enter' | 'space' | 'option' | 'none'; readonly tag: string }

/** Moves the focus to the control of this element, if Tab can ever get there, and says which key acts on it. */
const focusOn = (target: Locator): Promise<Way> =>
  target.evaluate((element): { how: 'enter' | 'space' | 'option' | 'none'; tag: string } => {
    if (element.closest('[role=option]')) return { how: 'option', tag: 'option' }
    const label = element.closest('label')
    const control =
      (label?.control as HTMLElement | null | undefined) ??
      element.closest<HTMLElement>('a[href], button, summary, input, select, textarea, [tabindex]')
    if (!control) return { how: 'none', tag: element.tagName }
    const disabled = 'disabled' in control && control.disabled === true
    const hidden = control.getClientRects().length === 0 || getComputedStyle(control).visibility === 'hidden'
    if (control.tabIndex < 0 || disabled || hidden) return { how: 'none', tag: control.tagName }
    control.focus()
    if (document.activeElement !== control) return { how: 'none', tag: control.tagName }
    const box = control instanceof HTMLInputElement && /^(checkbox|radio)$/u.test(control.type)
    return { how: box ? 'space' : 'enter', tag: control.tagName }
  })

const stopUnreachable = (target: Locator, way: Way): void => {
  if (way.how === 'none') throw new Error(`the keyboard never reaches ${target} (${way.tag})`)
}

/** Arrows down to the option and takes it; the field of the combobox has the focus. */
const takeOption = async (page: Page, target: Locator): Promise<void> => {
  const id = await target.evaluate((element) => element.closest('[role=option]')?.id ?? '')
  for (let presses = 0; presses < 60; presses += 1) {
    const active = await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant'))
    if (id !== '' && active === id) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows never reach ${target}`)
}

const act = async (target: Locator): Promise<void> => {
  await target.waitFor({ state: 'visible' })
  const way = await focusOn(target)
  stopUnreachable(target, way)
  if (way.how === 'option') return takeOption(target.page(), target)
  await target.page().keyboard.press(way.how === 'space' ? 'Space' : 'Enter')
}

const type = async (target: Locator, text: string): Promise<void> => {
  await target.waitFor({ state: 'visible' })
  stopUnreachable(target, await focusOn(target))
  const { keyboard } = target.page()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.press('Delete')
  await keyboard.type(text)
}

const choose = async (
  target: Locator,
  { label, index }: { label?: string; index?: number },
): Promise<void> => {
  await target.waitFor({ state: 'visible' })
  stopUnreachable(target, await focusOn(target))
  const labels = await target.locator('option').allTextContents()
  const wanted = index ?? labels.findIndex((text) => text.trim() === label)
  if (wanted < 0) throw new Error(`no option ${label} among: ${labels.join(' | ')}`)
  const { keyboard } = target.page()
  await keyboard.press('Home')
  for (let presses = 0; presses < wanted; presses += 1) await keyboard.press('ArrowDown')
}

type Hands = Pick<Locator, 'click' | 'check' | 'fill' | 'selectOption'>

/**
 * From now on `click`, `check`, `fill` and `selectOption` of every locator are done with keys alone, and fail where
 * Tab cannot get. Gives what takes it back.
 */
const withoutMouse = (page: Page): (() => void) => {
  const hands = Object.getPrototypeOf(page.locator('body')) as Hands
  const { click, check, fill, selectOption } = hands
  Object.assign(hands, {
    click(this: Locator) {
      return act(this)
    },
    async check(this: Locator) {
      if (!(await this.isChecked())) await act(this)
    },
    fill(this: Locator, text: string) {
      return type(this, text)
    },
    async selectOption(this: Locator, option: { label?: string; index?: number }) {
      await choose(this, option)
      return []
    },
  })
  return () => {
    Object.assign(hands, { click, check, fill, selectOption })
  }
}

/** The tests of this file have no mouse. */
export const keyboardAlone = (): void => {
  let takeMouseBack: () => void = () => undefined
  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext()
    takeMouseBack = withoutMouse(await context.newPage())
    await context.close()
  })
  test.afterAll(() => takeMouseBack())
}
