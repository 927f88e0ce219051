import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { insert, type makeCase } from '@/tests/support/world'

const id = () => crypto.randomUUID()
type Made = Awaited<ReturnType<typeof makeCase>>

const fillBasket = async (made: Made, mother: string, child: string): Promise<void> => {
  const of = { case_id: made.caseId, team_id: made.teamId }
  const [line, hidden] = [id(), id()]
  const row = {
    ...of,
    owner_institution_id: made.owner,
    provider_institution_id: made.owner,
    created_by_id: mother,
    starts_on: '2026-10-01',
    status: 'accepted',
    status_since: '2026-10-01',
    title: 'SEKRET',
  }
  await insert('basket_line', {
    ...row,
    id: line,
    service_key: 'swietlica',
    category: 'EDUKACJA',
    frequency: 'twiceWeekly',
  })
  await insert('basket_line', { ...row, id: hidden, service_key: 'rehabilitacja', category: 'ZDROWIE' })
  await insert('line_beneficiary', { ...of, line_id: line, person_id: child })
  await insert('line_beneficiary', { ...of, line_id: hidden, person_id: mother })
}

const strength = (owned: object) => ({
  ...owned,
  area_key: 'edukacja',
  category: 'EDUKACJA',
  body: 'SEKRET',
  noted_on: '2026-10-01',
})

/** Codes in every table of the case, each row with a text, which the expert must never meet. */
export const fillCase = async (made: Made, mother: string, child: string): Promise<void> => {
  const of = { case_id: made.caseId, team_id: made.teamId }
  const owned = { ...of, owner_institution_id: made.owner }
  const [need, sick, goal, diagnosis] = [id(), id(), id(), id()]
  const by = { created_by_id: mother }
  await insert('need', {
    id: need,
    ...owned,
    ...by,
    person_id: child,
    need_key: 'szkola',
    category: 'EDUKACJA',
    severity: 3,
    description: 'SEKRET',
  })
  await insert('need', {
    id: sick,
    ...owned,
    ...by,
    person_id: mother,
    need_key: 'zdrowie',
    category: 'ZDROWIE',
    description: 'SEKRET',
  })
  await insert('diagnosis', { id: diagnosis, ...of, version_no: 1, kind: 'start', started_on: '2026-10-01' })
  for (const [area, category] of [
    ['edukacja', 'EDUKACJA'],
    ['zdrowie', 'ZDROWIE'],
  ])
    await insert('diagnosis_area', {
      ...owned,
      diagnosis_id: diagnosis,
      area_key: area,
      category,
      score: 1,
      family_score: 2,
      causes: 'SEKRET',
    })
  await insert('strength', strength(owned))
  await insert('goal', {
    id: goal,
    ...owned,
    ...by,
    category: 'EDUKACJA',
    title: 'SEKRET',
    attainment: 'partly',
    attainment_note: 'SEKRET',
    family_words: 'SEKRET',
    unit: 'SEKRET',
  })
  for (const need_id of [need, sick]) await insert('goal_need', { ...of, goal_id: goal, need_id })
  const plan = id()
  await insert('plan', { id: plan, ...owned, version_no: 2, status: 'inForce' })
  await insert('plan_reason', { plan_id: plan, ...owned, change_reason: 'SEKRET' })
  await fillBasket(made, mother, child)
}

/** Rows of the case that row-level security shows to this person, table by table. */
export const rowsSeen = (actor: Actor) =>
  asActor(actor, async (tx) => ({
    case: await tx.familyCase.count(),
    family: await tx.family.count(),
    person: await tx.person.count(),
    identity: await tx.personIdentity.count(),
    casePerson: await tx.casePerson.count(),
    need: await tx.need.count(),
    area: await tx.diagnosisArea.count(),
    goal: await tx.goal.count(),
    plan: await tx.plan.count(),
    line: await tx.basketLine.count(),
    consent: await tx.consent.count(),
    grant: await tx.caseGrant.count(),
  }))
export const nothing = {
  case: 0,
  family: 0,
  person: 0,
  identity: 0,
  casePerson: 0,
  need: 0,
  area: 0,
  goal: 0,
  plan: 0,
  line: 0,
  consent: 0,
  grant: 0,
}
