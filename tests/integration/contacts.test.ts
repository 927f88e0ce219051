import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { listWorkers } from '@/lib/story'
import { makeLine } from '@/tests/support/basket'
import { refusal } from '@/tests/support/refusal'
import { scene, useNotesScene, write } from '@/tests/support/scenes/notes'
import { insert, withdraw } from '@/tests/support/world'

useNotesScene()

const workers = async (actor: Actor) =>
  (await listWorkers.execute(actor, { caseId: scene.made.caseId })).map(
    ({ name, role, services, institution, lastOn, nextOn, late }) =>
      [
        name === null ? 'nobody' : (role ?? 'provider'),
        institution,
        services.join('+'),
        lastOn,
        nextOn,
        late && 'late',
      ]
        .filter(Boolean)
        .join(' '),
  )

const tutoring = (more: { responsible?: string; status?: 'inProgress' | 'proposed' | 'scheduled' } = {}) =>
  makeLine(scene.made, {
    provider: scene.school,
    createdBy: scene.coordinator.userId,
    persons: [scene.daughter],
    status: 'inProgress',
    startsOn: '2026-11-02',
    ...more,
  })

const deliver = (lineId: string, on: string) =>
  insert('service_delivery', {
    line_id: lineId,
    case_id: scene.made.caseId,
    team_id: scene.made.teamId,
    delivered_on: on,
    quantity: 1,
    recorded_by_id: scene.coordinator.userId,
    institution_id: scene.ops,
  })

const assigned = [
  'koordynator_rodziny GOPS Próbny',
  'asystent_rodziny GOPS Próbny',
  'specjalista Szkoła Próbna',
  'specjalista CZP Próbne',
]

describe('who works with the family', () => {
  test('is everybody assigned, also before the first contact', async () => {
    expect((await workers(scene.coordinator)).sort()).toEqual(assigned.toSorted())
  })

  test('tells when each was last in contact and when next; not at home is no contact', async () => {
    await write(scene.coordinator, { kind: 'visit', heldOn: '18.11.2026', nextOn: '20.11.2026' })
    await write(scene.coordinator, { kind: 'phone', heldOn: '20.11.2026', nextOn: '1.12.2026' })
    await write(scene.assistant, { kind: 'visit', heldOn: '10.11.2026', nextOn: '17.11.2026' })
    await write(scene.teacher, { kind: 'attempt', heldOn: '21.11.2026', body: '' })
    expect((await workers(scene.coordinator)).sort()).toEqual([
      'asystent_rodziny GOPS Próbny 2026-11-10 2026-11-17 late',
      'koordynator_rodziny GOPS Próbny 2026-11-20 2026-12-01',
      'specjalista CZP Próbne',
      'specjalista Szkoła Próbna',
    ])
  })

  test('counts who delivers a service, by the delivery whoever noted it, and the rhythm that was agreed', async () => {
    const lineId = await tutoring({ responsible: scene.provider.userId })
    await deliver(lineId, '2026-11-19')
    await tutoring({ status: 'scheduled' })
    await tutoring({ status: 'proposed' })
    expect((await workers(scene.coordinator)).slice(-2).sort()).toEqual([
      'nobody Szkoła Próbna Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie) 2026-11-02 late',
      'provider Szkoła Próbna Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie) 2026-11-19 2026-11-26',
    ])
  })

  test('is told as far as the reader is shown the contacts themselves', async () => {
    await write(scene.coordinator, { category: 'BYT', heldOn: '22.11.2026' })
    await write(scene.coordinator, { category: 'EDUKACJA', heldOn: '20.11.2026' })
    const first = async (actor: Actor) =>
      (await workers(actor)).find((line) => line.startsWith('koordynator_rodziny'))
    expect(await first(scene.coordinator)).toBe('koordynator_rodziny GOPS Próbny 2026-11-22')
    expect(await first(scene.teacher)).toBe('koordynator_rodziny GOPS Próbny 2026-11-20')
    await withdraw(scene.schoolConsents[0] ?? '')
    expect(await first(scene.teacher)).toBe('koordynator_rodziny GOPS Próbny')
  })

  test('is not for a provider and not for a stranger', async () => {
    await tutoring({ responsible: scene.provider.userId })
    expect(await refusal(listWorkers.execute(scene.provider, { caseId: scene.made.caseId }))).toBe(
      'forbidden forbidden',
    )
    expect(await refusal(listWorkers.execute(scene.stranger, { caseId: scene.made.caseId }))).toBe(
      'notFound notFound',
    )
  })
})
