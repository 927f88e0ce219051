import { expect, test } from '@playwright/test'
import { asPerson } from './support/people'

test.describe('the menu', () => {
  test('a leader comes home to the board of the team and reaches every other place', async ({ browser }) => {
    const context = await asPerson(browser, 'kierowniczka.gops@demo.example')
    const page = await context.newPage()
    await page.goto('/')
    await expect(page).toHaveURL(/\/zespoly\/[0-9a-f-]{36}\/sprawy$/u)
    await expect(page.getByRole('heading', { name: 'Sprawy według etapu' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Kto jeszcze nie odpowiedział' })).toBeVisible()
    const menu = page.getByRole('navigation', { name: 'Główne menu' })
    await expect(menu.getByRole('link', { name: 'Zespół' })).toHaveAttribute('aria-current', 'page')
    await expect(menu.getByRole('link', { name: 'Instytucje' })).toBeHidden()
    await menu.getByText('Więcej').click()
    await menu.getByRole('link', { name: 'Instytucje' }).click()
    await expect(page).toHaveURL(/\/instytucje$/u)
    await expect(menu.getByRole('link', { name: 'Katalog usług' })).toBeHidden()
  })

  test('the head of a powiat centre keeps the way to the services that wait for an answer', async ({
    browser,
  }) => {
    const context = await asPerson(browser, 'dyrektor.pcpr@demo.example')
    const page = await context.newPage()
    await page.goto('/')
    await expect(page).toHaveURL(/\/praca$/u)
    const menu = page.getByRole('navigation', { name: 'Główne menu' })
    await expect(menu.getByRole('link', { name: 'Usługi instytucji' })).toBeVisible()
    await page
      .getByRole('navigation', { name: 'Zespoły powiatu' })
      .getByRole('link', { name: /Krasne/u })
      .click()
    await expect(page).toHaveURL(/zespol=/u)
    await page.getByRole('link', { name: /Czeka na nas/u }).click()
    await page.getByRole('link', { name: 'Odpowiedz' }).first().click()
    await expect(page).toHaveURL(/\/moje-uslugi\/[0-9a-f-]{36}$/u)
  })

  for (const email of [
    'dyrektor.pcpr@demo.example',
    'kierowniczka.gops@demo.example',
    'audytor@demo.example',
    'psycholozka@demo.example',
  ] as const)
    test(`at 360 px nothing of the menu of ${email} is cut`, async ({ browser }) => {
      const context = await asPerson(browser, email, { viewport: { width: 360, height: 740 } })
      const page = await context.newPage()
      await page.goto('/')
      const menu = page.getByRole('navigation', { name: 'Główne menu' })
      const boxes = await menu
        .locator(':scope > a:visible, :scope > details:visible > summary')
        .evaluateAll((all) =>
          all.map((one) => ({
            right: one.getBoundingClientRect().right,
            cut: one.scrollWidth > one.clientWidth + 1,
          })),
        )
      expect(boxes.length).toBeGreaterThanOrEqual(3)
      expect(boxes.length).toBeLessThanOrEqual(4)
      for (const { right, cut } of boxes) {
        expect(right).toBeLessThanOrEqual(360)
        expect(cut).toBe(false)
      }
    })

  for (const email of [
    'dyrektor.pcpr@demo.example',
    'koordynatorka.rodziny@demo.example',
    'koordynator.rops@demo.example',
  ] as const)
    test(`from a tablet to an office screen the bar of ${email} stays in the page's grid`, async ({
      browser,
    }) => {
      const context = await asPerson(browser, email)
      const page = await context.newPage()
      await page.goto('/wskazniki')
      for (const width of [768, 1024, 1280, 1366]) {
        await page.setViewportSize({ width, height: 768 })
        const bar = await page.locator('.bar-in').boundingBox()
        const account = await page.getByRole('button', { name: /^Konto/u }).boundingBox()
        expect((account?.x ?? 0) + (account?.width ?? 0), `at ${width}`).toBeLessThanOrEqual(
          (bar?.x ?? 0) + (bar?.width ?? 0) - 23,
        )
      }
    })
})
