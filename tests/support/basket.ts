import { randomUUID } from 'node:crypto'
import type { LineStatus } from '@/lib/baskets'
import { asOwner } from '@/tests/support/database'
import { insert } from '@/tests/support/world'

type Case = { caseId: string; teamId: string; owner: string }

type LineSpec = {
  provider: string
  createdBy: string
  service?: string
  category?: string
  status?: LineStatus
  responsible?: string
  persons?: string[]
  startsOn?: string
  endsOn?: string
  answerDueOn?: string
  frequency?: string
  quantity?: string
}

/** A line of the basket, sent unless it is a draft; by default tutoring at school, asked today. */
export const makeLine = async (made: Case, spec: LineSpec): Promise<string> => {
  const id = randomUUID()
  const status = spec.status ?? 'proposed'
  await insert('basket_line', {
    id,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    service_key: spec.service ?? 'korepetycje',
    category: spec.category ?? 'EDUKACJA',
    provider_institution_id: spec.provider,
    responsible_user_id: spec.responsible ?? null,
    starts_on: spec.startsOn ?? '2026-12-01',
    ends_on: spec.endsOn ?? '2027-04-30',
    frequency: spec.frequency ?? 'weekly',
    quantity: spec.quantity ?? '1.00',
    status,
    status_since: '2026-11-20',
    sent_at: status === 'draft' ? null : '2026-11-20T10:00:00Z',
    answer_due_on: spec.answerDueOn ?? '2026-11-27',
    created_by_id: spec.createdBy,
  })
  for (const person of spec.persons ?? [])
    await insert('line_beneficiary', {
      line_id: id,
      person_id: person,
      case_id: made.caseId,
      team_id: made.teamId,
    })
  return id
}

/** A plan version that holds these lines. */
export const makePlan = async (made: Case, lines: string[], status = 'inForce', versionNo = 1) => {
  const id = randomUUID()
  await insert('plan', {
    id,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    version_no: versionNo,
    status,
    starts_on: '2026-11-01',
    ends_on: '2027-10-31',
  })
  for (const line of lines)
    await insert('plan_line', { plan_id: id, line_id: line, case_id: made.caseId, team_id: made.teamId })
  return id
}

export const lineRow = async (id: string): Promise<Record<string, unknown>> => {
  const { rows } = await asOwner().query(
    'select l.*, h.place, h.weekday, h.at_time, h.last_delivery_on from basket_line l join line_schedule h on h.line_id = l.id where id = $1',
    [id],
  )
  return rows[0] as Record<string, unknown>
}

/** Day, hour and place of a line. */
export const setSchedule = (
  id: string,
  {
    weekday = null,
    atTime = null,
    place = null,
  }: { weekday?: number | null; atTime?: string | null; place?: string | null },
) =>
  asOwner().query('update line_schedule set weekday = $2, at_time = $3, place = $4 where line_id = $1', [
    id,
    weekday,
    atTime,
    place,
  ])
