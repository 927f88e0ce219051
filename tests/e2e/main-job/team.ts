import { expect } from '@playwright/test'
import type { Hands } from '../support/hands'

/** Sets up the team of Hyżne: ten institutions, four people by name, three offices. Gives the team's address. */
export const setUpTeam = async (hands: Hands, mailOf: (who: string) => string): Promise<string> => {
  const { page } = hands
  await page.goto('/zespoly')
  await hands.click(page.getByRole('link', { name: 'Nowy zespół' }))
  await hands.search('Gmina', 'hyzne', /Hyżne/u)
  await page.waitForURL(/gmina=1816072/u)
  await expect(page.getByText('Podpowiadamy wariant I, bo Hyżne to gmina wiejska.')).toBeVisible()
  await hands.fill(
    page.getByLabel(/^Ośrodek pomocy społecznej/u),
    'Gminny Ośrodek Pomocy Społecznej w Hyżnem',
  )
  await hands.click(page.getByText(/których rejestr tu nie zna/u))
  await hands.fill(page.getByLabel('Szkoła podstawowa'), 'Szkoła Podstawowa w Hyżnem')
  await hands.go('Utwórz zespół i przygotuj porozumienie', /\/zespoly\/[0-9a-f-]{36}/u)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zespół Hyżne')
  await expect(page.getByText('10 instytucji, rdzeń jest w komplecie.')).toBeVisible()
  const team = new URL(page.url()).pathname

  await page.goto(`${team}/sklad`)
  const seat = (institution: string) => page.getByRole('group', { name: institution, exact: true })
  const person = async (
    institution: string,
    field: 'representative' | 'deputy',
    name: string,
    who: string,
  ) => {
    const [givenName = '', familyName = ''] = name.split(' ')
    const box = (part: string) => seat(institution).locator(`input[name$="${field}.${part}"]`)
    await hands.fill(box('givenName'), givenName)
    await hands.fill(box('familyName'), familyName)
    await hands.fill(box('email'), mailOf(who))
  }
  const ops = 'Gminny Ośrodek Pomocy Społecznej w Hyżnem'
  await person(ops, 'representative', 'Teresa Hyży', 'kierowniczka')
  await hands.click(seat(ops).getByText('Dodaj zastępcę'))
  await person(ops, 'deputy', 'Kamil Bąk', 'koordynator')
  await person('Szkoła Podstawowa w Hyżnem', 'representative', 'Anna Wilk', 'szkola')
  await hands.select(
    seat('Powiatowe Centrum Pomocy Rodzinie w Rzeszowie').getByLabel('Przedstawiciel').first(),
    /Robert Haligowski/u,
  )
  await hands.click(page.getByRole('button', { name: 'Zapisz i wyślij zaproszenia' }))
  await expect(page.getByText('Teresa Hyży').first()).toBeVisible()
  await hands.select(page.getByLabel('Lider gminny'), /Teresa Hyży/u)
  await hands.select(page.getByLabel('Lider powiatowy'), /Robert Haligowski/u)
  await hands.select(page.getByLabel('Koordynator zespołu'), /Kamil Bąk/u)
  await hands.click(page.getByRole('button', { name: 'Powołaj' }))
  await expect(page.getByText('Zapisano, kto prowadzi zespół.')).toBeVisible()
  return team
}
