import { randomUUID } from 'node:crypto'
import { insertRows, type Row } from '@/prisma/seed/rows'
import { asOwner } from '@/tests/support/database'

const categories = ['BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const

/** A goal of each category, a look at it, and a talk that ended the work. */
const addGoals = async (of: Row, persons: string[]): Promise<void> => {
  const by = { created_by_id: persons[0] }
  const goals = categories.map((category) => ({ id: randomUUID(), ...of, title: category, category, ...by }))
  await insertRows(asOwner(), 'goal', goals)
  await insertRows(
    asOwner(),
    'goal_look',
    goals.map(({ id }) => ({
      ...of,
      goal_id: id,
      looked_on: '2026-11-02',
      level: 0,
      recorded_by_id: persons[0],
    })),
  )
  await insertRows(
    asOwner(),
    'closing_talk',
    categories.map((category, i) => ({
      ...of,
      round: i + 1,
      held_on: '2026-11-03',
      category,
      helped: category,
      recorded_by_id: persons[0],
    })),
  )
}

/** One of everything that stands under a category, for the whole family and for each of its persons. */
export const addContent = async (of: Row, persons: string[]): Promise<void> => {
  const by = { created_by_id: persons[0] }
  const diagnosis = randomUUID()
  const plain = { case_id: of.case_id, team_id: of.team_id }
  await insertRows(asOwner(), 'diagnosis', [
    { id: diagnosis, ...plain, version_no: 1, kind: 'start', started_on: '2026-10-01' },
  ])
  const needs = categories.flatMap((category) =>
    [null, ...persons].map((person) => ({
      id: randomUUID(),
      ...of,
      person_id: person,
      need_key: category,
      category,
      ...by,
    })),
  )
  await insertRows(asOwner(), 'need', needs)
  await insertRows(
    asOwner(),
    'unmet_service',
    needs.map(({ id, person_id, category }) => ({
      ...of,
      need_id: id,
      person_id,
      category,
      service_key: 'swietlica',
      noted_on: '2026-10-05',
      noted_by_id: persons[0],
    })),
  )
  const strengths = categories.flatMap((category) =>
    [null, ...persons].map((person) => ({
      ...of,
      person_id: person,
      area_key: category,
      category,
      body: category,
      noted_on: '2026-10-01',
    })),
  )
  await insertRows(asOwner(), 'strength', strengths)
  await insertRows(
    asOwner(),
    'diagnosis_area',
    categories.map((category) => ({ ...of, diagnosis_id: diagnosis, area_key: category, category })),
  )
  await addGoals(of, persons)
  await insertRows(asOwner(), 'case_transition', [
    { ...plain, to_status: 'inProgress', actor_id: persons[0], institution_id: of.owner_institution_id },
  ])
}
