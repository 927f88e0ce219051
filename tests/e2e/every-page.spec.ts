import { type Browser, expect, type Page, test } from '@playwright/test'
import { axeOn } from './support/axe'
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
/** `npm test` looks at two, the second for colours and room alone; `npm run check:a11y` at all nine, wholly. */
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

/** What another theme and width can spoil; names and structure were looked at in the first look. */
const ofLooks =
  process.env.E2E_LOOKS === 'all'
    ? undefined
    : ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']

const faultsOf = async (page: Page, rules?: string[]): Promise<string[]> => {
  const { violations } = await axeOn(page, rules)
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(' | ')}`),
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
  ]
}

const [first = { theme: 'light', width: 1366 }, ...others] = looks

/** One window a role, as a person has: a new one for each page costs as much as the page. */
const windows = new Map<string | null, Page>()
const windowOf = async (browser: Browser, role: string | null): Promise<Page> => {
  const known = windows.get(role)
  if (known) return known
  const context = role ? await asPerson(browser, emailOf(role)) : await browser.newContext()
  await context.addCookies([
    { name: 'theme', value: first.theme, url: test.info().project.use.baseURL ?? '' },
  ])
  const page = await context.newPage()
  windows.set(role, page)
  return page
}

for (const route of lists.routes.filter(({ kind, example }) => kind === 'page' && example))
  test(`${route.path} opens and axe finds nothing`, async ({ browser }) => {
    const page = await windowOf(browser, roleFor(route.path, route.who))
    await page.setViewportSize({ width: first.width, height: heightOf(first.width) })
    const faults: string[] = []
    const note = (error: Error) => faults.push(error.message)
    page.on('pageerror', note)
    const response = await page.goto(route.example ?? '')
    expect(response?.status(), 'status').toBe(200)
    await expect(page.locator('h1').first()).toBeVisible()
    expect(await faultsOf(page), `${first.theme}, ${first.width}`).toEqual([])
    for (const look of others) {
      await wear(page, look)
      expect(await faultsOf(page, ofLooks), `${look.theme}, ${look.width}`).toEqual([])
    }
    page.off('pageerror', note)
    expect(faults).toEqual([])
  })
