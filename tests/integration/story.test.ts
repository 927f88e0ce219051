import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { readHistory, type StoryEvent } from '@/lib/story'
import { makeLine } from '@/tests/support/basket'
import { refusal } from '@/tests/support/refusal'
import { scene, useNotesScene, write } from '@/tests/support/scenes/notes'
import { storyOf } from '@/tests/support/story'
import { insert, withdraw } from '@/tests/support/world'

useNotesScene()

const { caseId: _none, ...anything } = storyOf('')
const read = (actor: Actor, more: Partial<typeof anything> = {}) =>
  readHistory.execute(actor, { ...anything, caseId: scene.made.caseId, ...more })

/** The day, what it was, and its words: as one line a person could read. */
const line = ({ at, what, words }: StoryEvent): string => {
  const told = what.kind === 'note' ? (what.note.body ?? what.note.summary ?? what.note.level) : words
  return [at.toISOString().slice(0, 10), what.kind, told].filter(Boolean).join(' ')
}
const lines = async (actor: Actor, more: Partial<typeof anything> = {}) =>
  (await read(actor, more)).events.map(line)

const deliver = async (lineId: string, by: Actor, on: string, note: string) => {
  const { caseId, teamId } = scene.made
  await insert('service_delivery', {
    line_id: lineId,
    case_id: caseId,
    team_id: teamId,
    delivered_on: on,
    quantity: 1,
    note,
    recorded_by_id: by.userId,
    institution_id: by.institutionId,
  })
}

beforeEach(async () => {
  const { caseId, teamId } = scene.made
  const of = { case_id: caseId, team_id: teamId }
  const owned = { ...of, owner_institution_id: scene.ops }
  const common = {
    createdBy: scene.coordinator.userId,
    persons: [scene.daughter],
    status: 'inProgress' as const,
  }
  const tutoring = await makeLine(scene.made, {
    ...common,
    provider: scene.school,
    responsible: scene.provider.userId,
    category: 'EDUKACJA',
  })
  const therapy = await makeLine(scene.made, { ...common, provider: scene.clinic, category: 'ZDROWIE' })
  await deliver(tutoring, scene.provider, '2026-11-18', 'matematyka')
  await deliver(therapy, scene.psychologist, '2026-11-19', 'sesja')
  await insert('diagnosis', {
    ...of,
    version_no: 1,
    kind: 'start',
    started_on: '2026-10-01',
    completed_on: '2026-10-20',
  })
  await insert('plan', {
    ...owned,
    version_no: 1,
    status: 'inForce',
    in_force_on: '2026-11-02',
    created_at: '2026-10-21T10:00:00Z',
  })
  await insert('monitoring_card', {
    ...owned,
    category: 'RELACJE',
    held_on: '2026-11-16',
    summary: 'idzie dobrze',
    recorded_by_id: scene.coordinator.userId,
  })
  await insert('case_transition', {
    ...of,
    from_status: 'diagnosis',
    to_status: 'inProgress',
    actor_id: scene.coordinator.userId,
    institution_id: scene.ops,
    at: '2026-11-02T12:00:00Z',
  })
  await write(scene.coordinator, { category: 'EDUKACJA', body: 'o szkole', heldOn: '20.11.2026' })
  await write(scene.coordinator, {
    category: 'ZDROWIE',
    body: 'o zdrowiu',
    summary: 'krótko',
    heldOn: '21.11.2026',
  })
  await write(scene.coordinator, { category: 'BYT', body: 'o domu', heldOn: '22.11.2026' })
})

const shared = [
  '2026-11-02 step',
  '2026-11-02 planInForce',
  '2026-10-21 planMade',
  '2026-10-20 diagnosisCompleted',
  '2026-10-01 diagnosisBegun',
]

describe('the story of a family', () => {
  test('is told whole to its coordinator, newest first', async () => {
    expect((await lines(scene.coordinator)).filter((l) => !l.includes('consentAnswered'))).toEqual([
      '2026-11-22 note o domu',
      '2026-11-21 note o zdrowiu',
      '2026-11-20 note o szkole',
      '2026-11-19 delivery sesja',
      '2026-11-18 delivery matematyka',
      '2026-11-16 monitoring idzie dobrze',
      ...shared,
    ])
    expect(await lines(scene.coordinator, { part: 'consents' })).toEqual(
      Array.from({ length: 6 }, () => '2026-09-10 consentAnswered'),
    )
  })

  test('to the school’s specialist as far as each object is open to it', async () => {
    expect(await lines(scene.teacher)).toEqual([
      '2026-11-21 note krótko',
      '2026-11-20 note o szkole',
      '2026-11-19 delivery sesja',
      '2026-11-18 delivery matematyka',
      ...shared,
    ])
  })

  test('to who only delivers a service its own lines alone', async () => {
    expect(await lines(scene.provider)).toEqual(['2026-11-18 delivery matematyka'])
  })

  test('to the powiat’s director with the basic consent alone: that the work goes on, and the consents', async () => {
    expect((await lines(scene.director)).filter((l) => !l.includes('consentAnswered'))).toEqual(shared)
  })

  test('after the daughter’s consent was withdrawn the school reads nothing that is about her', async () => {
    await withdraw(scene.schoolConsents[1] ?? '')
    expect(await lines(scene.teacher)).toEqual(shared)
    expect(await refusal(read(scene.provider))).toBe('notFound notFound')
  })

  test('after all consents were withdrawn nothing at all', async () => {
    for (const id of scene.schoolConsents) await withdraw(id)
    expect(await refusal(read(scene.teacher))).toBe('notFound notFound')
    expect(
      (await lines(scene.coordinator, { part: 'consents' })).filter((l) => l.includes('Withdrawn')).length,
    ).toBe(2)
    expect(await refusal(read(scene.stranger))).toBe('notFound notFound')
  })
})

describe('the filter', () => {
  test('takes one part, institution, category or person', async () => {
    expect(await lines(scene.coordinator, { part: 'diagnosis' })).toEqual(shared.slice(3))
    expect(await lines(scene.coordinator, { institutionId: scene.clinic })).toEqual([
      '2026-11-19 delivery sesja',
    ])
    expect(await lines(scene.coordinator, { category: 'ZDROWIE' })).toEqual([
      '2026-11-21 note o zdrowiu',
      '2026-11-19 delivery sesja',
    ])
    // what is about the whole family is about each of its members too
    expect(await lines(scene.coordinator, { personId: scene.mother, part: 'services' })).toEqual([])
    expect((await lines(scene.coordinator, { personId: scene.mother, part: 'notes' })).length).toBe(3)
    expect((await lines(scene.coordinator, { personId: scene.daughter, part: 'services' })).length).toBe(2)
  })

  test('offers only what stands in the story that the reader sees', async () => {
    const names = async (actor: Actor) => {
      const { choices } = await read(actor)
      return [choices.institutions.map((c) => c.label), choices.categories.map((c) => c.value), choices.parts]
    }
    expect(await names(scene.provider)).toEqual([['Szkoła Próbna'], ['EDUKACJA'], ['services']])
    expect(await names(scene.director)).toEqual([
      ['GOPS Próbny'],
      [],
      ['case', 'plan', 'diagnosis', 'consents', 'documents'],
    ])
  })

  test('that was typed by hand into the address chooses nothing', async () => {
    const odd = { category: 'X', part: 'Y', personId: 'Z', institutionId: '1', cursor: 'W10' }
    expect((await read(scene.provider, odd as never)).events.length).toBe(1)
  })
})

test('pages follow each other and repeat nothing, also within one instant', async () => {
  for (let n = 0; n < 40; n += 1)
    await write(scene.coordinator, { heldOn: `${10 + (n % 3)}.11.2026`, body: `wpis ${n}` })
  const first = await read(scene.coordinator)
  const second = await read(scene.coordinator, { cursor: first.next ?? '' })
  const back = await read(scene.coordinator, { cursor: second.previous ?? '' })
  const whole = await read(scene.coordinator, { whole: true })
  expect([first.events.length, second.events.length, second.next]).toEqual([30, 27, null])
  expect([...first.events, ...second.events].map((e) => e.id)).toEqual(whole.events.map((e) => e.id))
  expect(back.events.map((e) => e.id)).toEqual(first.events.map((e) => e.id))
})
