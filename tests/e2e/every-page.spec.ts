import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, test } from '@playwright/test'
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

for (const route of lists.routes.filter(({ kind, example }) => kind === 'page' && example)) {
  for (const look of looks) {
    test(`${route.path} opens and axe finds nothing (${look.theme}, ${look.width})`, async ({ browser }) => {
      const role = roleFor(route.path, route.who)
      const viewport = { width: look.width, height: look.width === 360 ? 740 : 768 }
      const context: BrowserContext = role
        ? await asPerson(browser, emailOf(role), { viewport })
        : await browser.newContext({ viewport })
      await context.addCookies([
        { name: 'theme', value: look.theme, url: test.info().project.use.baseURL ?? '' },
      ])
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      const response = await page.goto(route.example ?? '')
      expect(response?.status(), 'status').toBe(200)
      await expect(page.locator('h1').first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(' | ')}`,
      )
      expect(found).toEqual([])
      expect(faults).toEqual([])
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, 'no sideways scrolling').toBeLessThanOrEqual(0)
      await context.close()
    })
  }
}
