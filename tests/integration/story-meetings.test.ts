import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { readHistory, type StoryEvent, type StoryPart } from '@/lib/story'
import { makeLine } from '@/tests/support/basket'
import { refusal } from '@/tests/support/refusal'
import { scene, useNotesScene } from '@/tests/support/scenes/notes'
import { storyOf } from '@/tests/support/story'
import { insert, withdraw } from '@/tests/support/world'

useNotesScene()

const line = ({ at, what, words }: StoryEvent): string =>
  [at.toISOString().slice(0, 10), what.kind, words].filter(Boolean).join(' ')
const of = (actor: Actor, part: StoryPart) =>
  readHistory.execute(actor, storyOf(scene.made.caseId, part)).then(({ events }) => events.map(line))

const meet = async (category: string, day: number, meeting: object = {}) => {
  const id = crypto.randomUUID()
  const { caseId, teamId } = scene.made
  const whose = { case_id: caseId, team_id: teamId, owner_institution_id: scene.ops, category }
  await insert('case_meeting', {
    ...whose,
    id,
    status: 'held',
    held_on: `2026-11-${day}`,
    starts_at: '09:00',
    place: 'GOPS',
    invited_ids: [scene.school],
    called_at: `2026-11-0${day - 10}T10:00:00Z`,
    summary: `skrót ${category}`,
    created_by_id: scene.coordinator.userId,
    ...meeting,
  })
  await insert('case_meeting_agenda', { ...whose, meeting_id: id, body: `porządek ${category}` })
  await insert('case_decision', {
    ...whose,
    case_meeting_id: id,
    body: `ustalenie ${category}`,
    becomes: 'line',
    created_by_id: scene.coordinator.userId,
    created_at: `2026-11-${day}T09:30:00Z`,
  })
  return { ...whose, meeting_id: id }
}

const approve = (minutes: object) =>
  insert('case_meeting_minutes', {
    ...minutes,
    body: 'przebieg',
    sent_at: '2026-11-20T10:00:00Z',
    approved_at: '2026-11-21T10:00:00Z',
    approved_by_id: scene.leader.userId,
    content: 'protokół',
    content_hash: 'x',
  })

beforeEach(async () => {
  const { caseId, teamId } = scene.made
  await approve(await meet('EDUKACJA', 12))
  await approve(await meet('ZDROWIE', 13))
  await meet('EDUKACJA', 18, {
    status: 'cancelled',
    cancel_reason: 'choroba',
    summary: null,
    updated_at: '2026-11-17T10:00:00Z',
  })
  await insert('case_meeting', {
    case_id: caseId,
    team_id: teamId,
    owner_institution_id: scene.ops,
    category: 'EDUKACJA',
    held_on: '2026-12-18',
    starts_at: '09:00',
    place: 'GOPS',
    created_by_id: scene.coordinator.userId,
  })
  await insert('plan', {
    case_id: caseId,
    team_id: teamId,
    owner_institution_id: scene.ops,
    version_no: 1,
    status: 'inForce',
    in_force_on: '2026-11-02',
    created_at: '2026-10-21T10:00:00Z',
  })
  await insert('consent_scan', {
    consent_id: scene.schoolConsents[0],
    case_id: caseId,
    team_id: teamId,
    owner_institution_id: scene.ops,
    version_no: 1,
    media_type: 'application/pdf',
    size_bytes: 10,
    sha256: 'x',
    body_sealed: 'x',
    recorded_by_id: scene.coordinator.userId,
    created_at: '2026-09-11T10:00:00Z',
  })
  const lineId = await makeLine(scene.made, {
    provider: scene.school,
    responsible: scene.provider.userId,
    createdBy: scene.coordinator.userId,
    persons: [scene.daughter],
    status: 'inProgress',
    category: 'EDUKACJA',
  })
  await insert('service_delivery', {
    line_id: lineId,
    case_id: caseId,
    team_id: teamId,
    delivered_on: '2026-11-18',
    quantity: 1,
    recorded_by_id: scene.provider.userId,
    institution_id: scene.school,
  })
})

const school = [
  '2026-11-21 meetingApproved',
  '2026-11-18 decision ustalenie EDUKACJA',
  '2026-11-17 meetingCancelled choroba',
  '2026-11-12 meetingHeld skrót EDUKACJA',
  '2026-11-12 decision ustalenie EDUKACJA',
  '2026-11-08 meetingCalled porządek EDUKACJA',
  '2026-11-02 meetingCalled porządek EDUKACJA',
]

describe('meetings around the family in its story', () => {
  test('stand there called, held, cancelled, approved and decided; one that is only planned does not', async () => {
    const told = await of(scene.coordinator, 'meetings')
    expect(told.filter((l) => !l.includes('ZDROWIE')).sort()).toEqual(
      [...school, '2026-11-21 meetingApproved'].sort(),
    )
    expect(told.filter((l) => l.includes('ZDROWIE'))).toEqual([
      '2026-11-13 meetingHeld skrót ZDROWIE',
      '2026-11-13 decision ustalenie ZDROWIE',
      '2026-11-03 meetingCalled porządek ZDROWIE',
    ])
  })

  test('another institution reads ordinary content whole, and of health the summary alone', async () => {
    const told = await of(scene.teacher, 'meetings')
    expect(told.filter((l) => !l.includes('ZDROWIE') && l !== '2026-11-03 meetingCalled').sort()).toEqual(
      [...school].sort(),
    )
    expect(told.filter((l) => l.includes('ZDROWIE'))).toEqual(['2026-11-13 meetingHeld skrót ZDROWIE'])
    expect(told).toContain('2026-11-03 meetingCalled')
  })

  test('without consent to the category, and to who only delivers a service, there is none', async () => {
    expect(await of(scene.director, 'meetings')).toEqual([])
    expect(await of(scene.provider, 'meetings')).toEqual([])
    expect(await of(scene.provider, 'documents')).toEqual([])
    const { choices } = await readHistory.execute(scene.provider, storyOf(scene.made.caseId))
    expect(choices.parts).toEqual(['services'])
  })

  test('after the withdrawal the school reads nothing of them', async () => {
    for (const id of scene.schoolConsents) await withdraw(id)
    expect(await refusal(of(scene.teacher, 'meetings'))).toBe('notFound notFound')
  })
})

describe('documents in the story', () => {
  test('are the signed plan, approved minutes and scans of signed cards', async () => {
    expect(await of(scene.coordinator, 'documents')).toEqual([
      '2026-11-21 meetingApproved',
      '2026-11-21 meetingApproved',
      '2026-11-02 planInForce',
      '2026-09-11 scan',
    ])
  })

  test('the scan stays with the house that took the signature, the plan is there for who sees the plan', async () => {
    expect(await of(scene.teacher, 'documents')).toEqual([
      '2026-11-21 meetingApproved',
      '2026-11-02 planInForce',
    ])
    expect(await of(scene.director, 'documents')).toEqual(['2026-11-02 planInForce'])
  })
})
