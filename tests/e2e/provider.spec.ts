import { expect, type Page, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { signIn } from './support/people'

const phone = { width: 360, height: 740 }
const questions = (page: Page) =>
  page.getByRole('region', { name: 'Czekają na odpowiedź' }).getByRole('article')

test('with JavaScript off, on a phone: accept, decline with a reason, note a delivery', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await signIn(page, 'dyrektor.szkoly@demo.example')
  await page.goto('/moje-uslugi')
  const waiting = await questions(page).count()
  expect(waiting).toBeGreaterThanOrEqual(2)

  await questions(page).first().getByRole('button', { name: 'Przyjmuję' }).click()
  await expect(page.getByText('Usługa przyjęta. Koordynator rodziny już to widzi.')).toBeVisible()
  await expect(questions(page)).toHaveCount(waiting - 1)

  const card = questions(page).first()
  await card.getByText('Nie mogę przyjąć').click()
  await card.getByRole('button', { name: 'Wyślij odmowę' }).click()
  await expect(page.getByText('Proszę wybrać z listy.').first()).toBeVisible()
  const again = questions(page).first()
  const form = again.getByRole('form', { name: /^Nie mogę przyjąć/u })
  if (!(await form.isVisible())) await again.getByText('Nie mogę przyjąć').click()
  await form.getByRole('radio').first().check()
  await form.getByRole('button', { name: 'Wyślij odmowę' }).click()
  await expect(page.getByText('Odmowa wysłana. Koordynator rodziny poszuka kogoś innego.')).toBeVisible()

  const running = page.getByRole('region', { name: 'Prowadzone' }).getByRole('article')
  const due = running.filter({ hasText: 'Odnotuj' }).first()
  const delivered = due.getByRole('form', { name: /^Odnotuj/u })
  if (!(await delivered.isVisible())) await due.getByText('Odnotuj', { exact: true }).click()
  await delivered.getByRole('button', { name: 'Zapisz' }).click()
  await expect(page.getByText('Odnotowano.')).toBeVisible()
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide).toBeLessThanOrEqual(0)
  await context.close()
})

test('without JavaScript several days of a weekly service are ticked at once, and seen beside the plan', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await signIn(page, 'nauczycielka@demo.example')
  await page.goto(`/moje-uslugi/${idOf('line', 'swilcza-14', 3)}`)
  const plan = page.getByRole('region', { name: 'Plan i co się odbyło', exact: true })
  const open = await plan.getByText('nie zapisano').count()
  expect(open).toBeGreaterThanOrEqual(2)

  await page.getByText(/^Zapisz kilka dni naraz/u).click()
  const form = page.getByRole('form', { name: /^Zapisz kilka dni naraz/u })
  await form.getByRole('button', { name: 'Zapisz zaznaczone dni' }).click()
  await expect(page.getByText('Proszę wybrać z listy.').first()).toBeVisible()
  if (!(await form.isVisible())) await page.getByText(/^Zapisz kilka dni naraz/u).click()
  const days = form.getByRole('checkbox')
  await days.nth(0).check()
  await days.nth(1).check()
  await form.getByRole('button', { name: 'Zapisz zaznaczone dni' }).click()
  await expect(page.getByText('Zapisano zaznaczone dni.')).toBeVisible()
  await expect(plan.getByText('nie zapisano')).toHaveCount(open - 2)
  await context.close()
})
