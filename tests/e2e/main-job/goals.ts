import { expect, type Page } from '@playwright/test'
import { polish } from './services'

/** The three goals of the test's family, each with the need that it answers. */
export const goals = [
  { title: 'Stały dochód na jedzenie i opał', need: 'Ubóstwo' },
  { title: 'Pan Marek pracuje', need: 'Bezrobocie' },
  { title: 'Zosia zdaje do następnej klasy', need: 'Trudności w nauce' },
]

/** A goal with everything that it is measured by, on the page of the plan. */
export const agreeGoal = async (page: Page, { title, need }: (typeof goals)[number]): Promise<void> => {
  const form = page.getByRole('form', { name: 'Dodaj cel' })
  await form.getByLabel('Cel').fill(title)
  await form.getByText(need, { exact: false }).first().click()
  await form.getByText('Miernik, stan obecny i termin').click()
  await form.getByLabel('Po czym poznamy').fill('ocena rodziny w skali 0–4')
  await form.getByLabel('Jak jest teraz').fill('1')
  await form.getByLabel('Jak ma być').fill('3')
  await form.getByLabel('Do kiedy').fill(polish(180))
  await form.getByRole('button', { name: 'Dodaj cel' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}
