import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { axeOn } from './support/axe'
import { asPerson } from './support/people'

const [ends, stays] = [idOf('team', 'kobylin'), idOf('team', 'sokoly')]
const [old, remaining] = [`/zespoly/${ends}`, `/zespoly/${stays}`]
const party = 'Stowarzyszenie „Mazowsze Wysokie” w Szepietowie'

test('two teams become one: proposed by the powiat, agreed to by the gmina, told by both folders', async ({
  browser,
}) => {
  const powiat = await asPerson(browser, 'dyrektor.pcpr.wm@demo.example')
  const page = await powiat.newPage()
  await page.goto(`${old}/polaczenie`)
  await page.getByRole('button', { name: 'Wycofaj propozycję' }).click()
  await page.getByLabel('Zespół, który zostaje').selectOption(stays)
  await page.getByRole('button', { name: 'Pokaż, co się stanie' }).click()
  await expect(page.getByText(`${party}: z przedstawicielami i zastępcami`)).toBeVisible()
  expect((await axeOn(page)).violations).toEqual([])

  const signer = page.getByLabel(`Za ${party} podpisuje`)
  await signer.fill('')
  await page.getByLabel('Powód').fill('Jeden ośrodek prowadzi oba zespoły.')
  await page.getByLabel('Sprawozdanie końcowe').fill('Poznaliśmy usługi wszystkich stron.')
  await page.getByRole('button', { name: 'Zaproponuj połączenie' }).click()
  await expect(signer).toHaveAccessibleDescription(/./u)
  await expect(page.getByLabel('Powód')).toHaveValue('Jeden ośrodek prowadzi oba zespoły.')
  expect((await axeOn(page)).violations).toEqual([])
  await signer.fill('Ewa Prezes')
  await page.getByRole('button', { name: 'Zaproponuj połączenie' }).click()
  await expect(page.getByRole('button', { name: 'Wycofaj propozycję' })).toBeVisible()
  await powiat.close()

  const gmina = await asPerson(browser, 'kierowniczka.sokoly@demo.example')
  const leader = await gmina.newPage()
  await leader.goto(remaining)
  await leader.getByRole('link', { name: 'Zobacz propozycję' }).click()
  await expect(leader.getByText('Jeden ośrodek prowadzi oba zespoły.')).toBeVisible()
  expect((await axeOn(leader)).violations).toEqual([])
  await leader.getByRole('button', { name: 'Zgadzam się na połączenie' }).click()
  await leader.waitForURL(`**${remaining}`)
  await expect(leader.getByRole('link', { name: party })).toBeVisible()
  const history = leader.getByRole('region', { name: 'Co się działo' })
  await expect(history.getByText(/Zespół przejął pracę: .*Kobylin-Borzymy/u)).toBeVisible()
  await expect(history.getByText(/Ewa Prezes/u)).toBeVisible()

  await leader.goto(old)
  await expect(leader.getByText(/Pracę przejął: .*Sokoły/u)).toBeVisible()
  await expect(leader.getByText('Poznaliśmy usługi wszystkich stron.')).toBeVisible()
  expect((await axeOn(leader)).violations).toEqual([])
  await gmina.close()
})
