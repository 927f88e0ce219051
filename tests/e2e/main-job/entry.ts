import { expect } from '@playwright/test'
import type { Hands } from '../support/hands'

type Member = { givenName: string; bornOn: string; relation?: string }

/** The sheet of a referral: everything that the next step needs, for a family of these members. */
export const referFamily = async (
  hands: Hands,
  family: { label: string; surname: string; members: readonly Member[]; reasons: readonly string[] },
): Promise<void> => {
  const { page } = hands
  await page.goto('/zgloszenia')
  await hands.click(page.getByRole('link', { name: 'Zgłoś rodzinę' }).first())
  await hands.click(page.getByText('Nie ma takiego podejrzenia'))
  await hands.fill(page.getByLabel('Krótka nazwa'), family.label)
  for (const [index, { givenName, bornOn, relation }] of family.members.entries()) {
    if (index === 2) await hands.click(page.getByText('Więcej osób'))
    const row = page.getByRole('group', { name: `Osoba ${index + 1}`, exact: true })
    await hands.fill(row.getByLabel('Imię'), givenName)
    await hands.fill(row.getByLabel('Nazwisko'), family.surname)
    await hands.fill(row.getByLabel(/^Data urodzenia/u), bornOn)
    if (relation) await hands.select(row.getByLabel('Kim jest w rodzinie'), relation)
  }
  for (const reason of family.reasons) await hands.click(page.getByLabel(reason, { exact: true }))
  await hands.fill(
    page.getByLabel(/^Co już zrobiono/u),
    'Zasiłki i trzy rozmowy. Szkoła i ośrodek nie znały się nawzajem.',
  )
  await hands.select(page.getByLabel(/^Podstawa przekazania danych/u), /UPS art. 100/u)
  await hands.go('Wyślij zgłoszenie', /\/zgloszenia$/u)
  await expect(page.getByText(family.label).first()).toBeVisible()
}
