import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { lists } from './support/lists'
import { asPerson, emailOf } from './support/people'

/** Of the roles that may open a page, the one that meets it first in its work. */
const preferred = [
  'koordynator_rodziny',
  'koordynator_zespolu',
  'wykonawca',
  'lider_gminny',
  'rops_koordynator',
  'animator',
  'ministerstwo',
  'admin_lokalny',
  'operator',
  'iod',
]

const roleFor = (path: string, who: string | string[]): string | null =>
  who === 'public'
    ? null
    : typeof who === 'string'
      ? 'koordynator_rodziny'
      : path.startsWith('/moje-uslugi')
        ? 'wykonawca'
        : (preferred.find((role) => who.includes(role)) ?? who[0] ?? null)

type Look = { readonly theme: 'light' | 'dark' | 'contrast'; readonly width: 360 | 768 | 1366 }

const everyLook = (['light', 'dark', 'contrast'] as const).flatMap((theme) =>
  ([360, 768, 1366] as const).map((width): Look => ({ theme, width })),
)
/** `npm test` looks at two, `npm run check:a11y` at all nine. */
const looks: readonly Look[] =
  process.env.E2E_LOOKS === 'all'
    ? everyLook
    : [
        { theme: 'light', width: 1366 },
        { theme: 'dark', width: 360 },
      ]

const heightOf = (width: Look['width']): number => (width === 360 ? 740 : 768)

/** The page as this look has it: the theme is one attribute, and the layout follows the window. */
const wear = async (page: Page, { theme, width }: Look): Promise<void> => {
  await page.setViewportSize({ width, height: heightOf(width) })
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)
}

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(' | ')}`),
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
  ]
}

for (const route of lists.routes.filter(({ kind, example }) => kind === 'page' && example))
  test(`${route.path} opens and axe finds nothing`, async ({ browser }) => {
    const [first = { theme: 'light', width: 1366 }, ...others] = looks
    const role = roleFor(route.path, route.who)
    const viewport = { width: first.width, height: heightOf(first.width) }
    const context: BrowserContext = role
      ? await asPerson(browser, emailOf(role), { viewport })
      : await browser.newContext({ viewport })
    const baseURL = test.info().project.use.baseURL ?? ''
    await context.addCookies([{ name: 'theme', value: first.theme, url: baseURL }])
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const response = await page.goto(route.example ?? '')
    expect(response?.status(), 'status').toBe(200)
    await expect(page.locator('h1').first()).toBeVisible()
    expect(await faultsOf(page), `${first.theme}, ${first.width}`).toEqual([])
    for (const look of others) {
      await wear(page, look)
      expect(await faultsOf(page), `${look.theme}, ${look.width}`).toEqual([])
    }
    expect(faults).toEqual([])
    await context.close()
  })
