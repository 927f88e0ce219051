import { randomUUID } from 'node:crypto'
import { makeTemplate } from '@/lib/templates'
import { makeLine, setSchedule } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { child, clinic, coordinator, made, need, ops, school, team } from '@/tests/support/scenes/basket'
import { insert } from '@/tests/support/world'

/** Words of the family, each of which would be found if it stood anywhere else. */
export const secrets = {
  title: 'Ułamki z panią Kowalik',
  scope: 'Zakres z dziennika: rozwód rodziców',
  place: 'ul. Jodłowa 17, Trzciana',
  note: 'Matka płakała na spotkaniu',
  decision: 'OPS.5121.88.2026',
  basis: 'postanowienie III Nsm 412/26',
  goal: 'Staś wraca do klasy piątej',
  need: 'Nie chodzi, bo opiekuje się bratem',
} as const

/** The finished basket of the Wrzosek family: tutoring at school, then a diagnosis; one refused, one still a draft. */
export const finishBasket = async (): Promise<string[]> => {
  const createdBy = coordinator.userId
  const first = await makeLine(made, {
    provider: school,
    createdBy,
    status: 'delivered',
    persons: [child],
    startsOn: '2026-01-12',
    endsOn: '2026-06-26',
  })
  const second = await makeLine(made, {
    provider: clinic,
    createdBy,
    service: 'diagnoza_ppp',
    status: 'partlyDelivered',
    persons: [child],
    startsOn: '2026-02-10',
    endsOn: '2026-02-10',
    frequency: 'once',
    quantity: '2.00',
  })
  const refused = await makeLine(made, {
    provider: clinic,
    createdBy,
    service: 'psychoterapia',
    status: 'declined',
  })
  const at = { case_id: made.caseId, team_id: team }
  const goal = randomUUID()
  await insert('goal', {
    id: goal,
    ...at,
    owner_institution_id: ops,
    category: 'EDUKACJA',
    title: secrets.goal,
    created_by_id: createdBy,
  })
  await insert('goal_need', { goal_id: goal, need_id: need, ...at })
  await insert('line_goal', { line_id: first, goal_id: goal, ...at })
  for (const line_id of [first, second]) await insert('line_need', { line_id, need_id: need, ...at })
  await asOwner().query(`update need set description = $2 where id = $1`, [need, secrets.need])
  await asOwner().query(
    `update basket_line set title = $2, scope = $3, answer_note = $4, end_reason = $4,
       decision_number = $5, decision_on = '2026-01-05', legal_basis = $6, cost_planned = 73911,
       funding_key = 'budzet_gminy', outside_agreement_reason = $4, duplicate_reason = $4 where id = $1`,
    [first, secrets.title, secrets.scope, secrets.note, secrets.decision, secrets.basis],
  )
  await setSchedule(first, { weekday: 3, atTime: '15:15', place: secrets.place })
  await asOwner().query(`update family_case set status = 'closed', closed_on = '2026-07-01' where id = $1`, [
    made.caseId,
  ])
  return [first, second, refused]
}

export const template = (lineIds: string[], fields: object = {}) =>
  makeTemplate.execute(coordinator, {
    caseId: made.caseId,
    name: 'Powrót do szkoły',
    description: 'Po dłuższej nieobecności.',
    needKey: 'nauka_absencja',
    lineIds,
    ...fields,
  })
