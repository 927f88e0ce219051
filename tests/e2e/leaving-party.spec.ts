import { expect, test } from '@playwright/test'
import { idOf } from '@/prisma/seed/demo/world'
import { asPerson, emailOf } from './support/people'

const team = `/zespoly/${idOf('team', 'swilcza')}`
const leaving = `${team}/odejscie/${idOf('member', 'swilcza', 'npp_rzeszow')}`

test('a party hands its services over, and then leaves by an annex', async ({ browser }) => {
  const desk = await asPerson(browser, emailOf('lider_gminny'))
  const leader = await desk.newPage()
  await leader.goto(leaving)
  await expect(leader.getByText('Aneks będzie można zapisać, gdy nie zostanie')).toBeVisible()

  const office = await asPerson(browser, emailOf('koordynator_zespolu'))
  const coordinator = await office.newPage()
  await coordinator.goto(leaving)
  await coordinator
    .getByLabel('Kto przejmuje')
    .selectOption({ label: 'Gminna Biblioteka Publiczna w Świlczy' })
  await coordinator.getByLabel('Powód').fill('Instytucja kończy działalność w gminie.')
  await coordinator.getByRole('button', { name: 'Przekaż wybrane usługi' }).click()
  await expect(coordinator.getByText(/Przekazano: 2 usługi/u)).toBeVisible()
  await expect(coordinator.getByText('Nic nie zostało do przekazania.')).toBeVisible()
  await office.close()

  await leader.reload()
  await leader.getByLabel('Odchodzi z dniem').fill('25.11.2026')
  await leader.getByLabel('Powód').fill('Koniec działalności w gminie')
  await leader.getByRole('button', { name: 'Zapisz odejście' }).click()
  await leader.waitForURL(`**${team}/sklad`)
  await expect(leader.getByText('25.11.2026: Koniec działalności w gminie')).toBeVisible()
  await desk.close()
})
