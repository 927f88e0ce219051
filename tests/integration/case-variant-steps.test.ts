import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { finishLine } from '@/lib/baskets'
import { closeWithoutConsent, readCase, startDiagnosis } from '@/lib/cases'
import { readDiagnosis } from '@/lib/diagnosis'
import { readEnding, readPlan, recordMonitoring, returnPlan, startEvaluation } from '@/lib/plans'
import { lineRow } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  accept,
  approve,
  caseRow,
  coordinator,
  head,
  line,
  made,
  now,
  ops,
  setGoal,
  sign,
  submit,
  team,
  useScene,
} from '@/tests/support/scenes/plans'
import { pinCase, publishVersion, terms } from '@/tests/support/scenes/variants'
import { insert, makeActor, makeCase } from '@/tests/support/world'

useScene()

const meeting = (heldOn: string, status = 'approved', caseId = made.caseId) =>
  insert('case_meeting', {
    id: randomUUID(),
    case_id: caseId,
    team_id: team,
    owner_institution_id: ops,
    status,
    held_on: heldOn,
    starts_at: '10:00',
    place: 'GOPS',
    created_by_id: randomUUID(),
  })

describe('documents that the version asks for', () => {
  it('keep the plan from its approval until minutes of this stage are approved; a plan that comes back keeps them', async () => {
    await pinCase(made.caseId, await publishVersion(team, { documents: { 'case.submitPlan': ['protokol'] } }))
    await asOwner().query(`update family_case set status_since = '2026-11-10' where id = $1`, [made.caseId])
    await insert('case_transition', {
      case_id: made.caseId,
      team_id: team,
      from_status: 'diagnosis',
      to_status: 'planning',
      actor_id: coordinator.userId,
      institution_id: ops,
      at: '2026-11-10T10:00:00Z',
    })
    await setGoal()
    const lineId = await line()
    const state = async () => ({
      plan: (await readPlan.execute(coordinator, { caseId: made.caseId })).missing,
      step: (await readCase.execute(coordinator, { caseId: made.caseId })).next.missing,
    })
    expect(await state()).toEqual({ plan: ['protokol'], step: ['protokol'] })
    await meeting('2026-11-09')
    await meeting('2026-11-16', 'minutes')
    await meeting('2026-11-16', 'approved', (await makeCase({ teamId: team, owner: ops })).caseId)
    expect(await refusal(submit())).toBe('conflict missing.protokol')
    await meeting('2026-11-10')
    expect(await state()).toEqual({ plan: [], step: [] })
    await submit()
    await accept(lineId)
    await returnPlan.execute(coordinator, { ...(await now()), reason: 'Inna godzina zajęć' })
    expect((await state()).plan).toEqual([])
  })

  it('keep the evaluation from beginning until there is a card since the plan in force', async () => {
    const version = await publishVersion(team, {
      documents: { 'case.startEvaluation': ['karta_monitoringu', 'protokol'] },
    })
    await pinCase(made.caseId, version)
    await setGoal()
    const lineId = await line()
    await submit()
    await accept(lineId)
    await sign()
    await approve()
    await asOwner().query(`update basket_line set status = 'inProgress' where id = $1`, [lineId])
    const row = (await lineRow(lineId)) as { version: number }
    await finishLine.execute(head, { lineId, version: row.version, result: 'delivered', note: '' })
    const start = async () => refusal(startEvaluation.execute(coordinator, { ...(await now()), carry: [] }))
    const documents = async () => (await readEnding.execute(coordinator, { caseId: made.caseId })).documents
    expect(await documents()).toEqual(['protokol', 'karta_monitoringu'])
    expect(await start()).toBe('conflict missing.protokol')
    await meeting('2026-11-23')
    const card = { summary: 'Idzie dobrze.', category: 'EDUKACJA' as const, nextOn: '' }
    await insert('monitoring_card', {
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: ops,
      held_on: '2026-11-22',
      summary: 'Jeszcze pod poprzednim planem',
      recorded_by_id: coordinator.userId,
    })
    expect(await start()).toBe('conflict missing.karta_monitoringu')
    await recordMonitoring.execute(coordinator, { caseId: made.caseId, heldOn: '23.11.2026', ...card })
    expect(await documents()).toEqual([])
    expect(await start()).toBe('allowed')
    expect((await caseRow()).status).toBe('evaluation')
  })

  it('are told in the diagnosis and before the closing; the national model asks for none', async () => {
    const version = await publishVersion(team, {
      documents: { 'case.finishDiagnosis': ['protokol'], 'case.close': ['protokol'] },
    })
    const of = async (status: 'diagnosis' | 'evaluation', pinned: boolean) => {
      const { caseId } = await makeCase({ teamId: team, owner: ops, status })
      const worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId })
      if (pinned) await pinCase(caseId, version)
      return status === 'diagnosis'
        ? (await readDiagnosis.execute(worker, { caseId })).missing.documents
        : (await readEnding.execute(worker, { caseId })).missing.filter((key) => key === 'protokol')
    }
    expect(await of('diagnosis', true)).toEqual(['protokol'])
    expect(await of('evaluation', true)).toEqual(['protokol'])
    expect(await of('diagnosis', false)).toEqual([])
    expect(await of('evaluation', false)).toEqual([])
  })
})

describe('deadlines of the case', () => {
  const version = () =>
    publishVersion(
      team,
      terms({
        diagnosis: { unit: 'business', count: 5 },
        planLength: { unit: 'month', count: 6 },
        awaitingConsent: { unit: 'calendar', count: 60 },
      }),
    )
  const begun = async (versionId: string | null) => {
    const { caseId } = await makeCase({ teamId: team, owner: ops, status: 'awaitingConsent' })
    await asOwner().query(`update family_case set subject = 'environment' where id = $1`, [caseId])
    for (const institution of [ops, head.institutionId])
      await insert('case_participant', {
        case_id: caseId,
        team_id: team,
        institution_id: institution,
        starts_on: '2026-11-01',
      })
    if (versionId) await pinCase(caseId, versionId)
    const worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId })
    await startDiagnosis.execute(worker, { caseId, version: 1 })
    const { rows } = await asOwner().query<{ due: string }>(
      'select due_on::text as due from family_case where id = $1',
      [caseId],
    )
    return rows[0]?.due
  }

  it('are those of its version; of the national model where none binds it; what the team set for itself wins', async () => {
    const bound = await version()
    // Monday 23 November: five working days; thirty days
    expect(await begun(bound)).toBe('2026-11-30')
    expect(await begun(null)).toBe('2026-12-23')
    await asOwner().query(
      `insert into team_deadline (team_id, key, unit, count) values ($1, 'diagnosis', 'calendar', 3)`,
      [team],
    )
    expect(await begun(bound)).toBe('2026-11-26')
    await asOwner().query('delete from team_deadline where team_id = $1', [team])
  })

  it('hold for the longest plan and for the silence of a family, and the refusal says until when', async () => {
    const bound = await version()
    await pinCase(made.caseId, bound)
    expect((await readPlan.execute(coordinator, { caseId: made.caseId })).longest).toBe(6)
    await setGoal()
    await line()
    await expect(submit()).rejects.toMatchObject({ fields: { endsOn: 'planTooLong:2027-06-01' } })

    const { caseId } = await makeCase({ teamId: team, owner: ops, status: 'awaitingConsent' })
    const worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId })
    await pinCase(caseId, bound)
    const silent = () =>
      closeWithoutConsent.execute(worker, { caseId, version: 1, reasonKey: 'brak_odpowiedzi', note: '' })
    await expect(silent()).rejects.toMatchObject({ fields: { reasonKey: 'silenceUntil:2026-11-30' } })
    await pinCase(caseId, null)
    // since 1 October more than thirty days have passed
    expect(await refusal(silent())).toBe('allowed')
  })
})
