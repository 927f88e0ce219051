import { beforeAll, describe, expect, it } from 'vitest'
import { accessLog, caseLooks } from '@/lib/audit'
import { flagBlueCard, readCase, screenCase } from '@/lib/cases'
import { readFamily } from '@/lib/families'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  actorOf,
  giveRole,
  insert,
  makeActor,
  makeCase,
  makeInstitution,
  makeTeam,
  makeUser,
} from '@/tests/support/world'

useDatabase()

let ops: string
let caseId: string
let auditor: Actor

beforeAll(async () => {
  ops = await makeInstitution()
  const teamId = await makeTeam({ lead: ops })
  const made = await makeCase({ teamId, owner: ops, status: 'submitted' })
  caseId = made.caseId
  auditor = await makeActor(ops, { role: 'audytor', endsOn: '2099-12-31' })
})

const reads = { kind: 'read' as const, number: '', who: '', from: '', to: '', cursor: '' }

describe('a control', () => {
  it('reads cases, families and the log of the audited unit, and every look is itself in the log', async () => {
    expect((await readCase.execute(auditor, { caseId })).status).toBe('submitted')
    expect(await refusal(readFamily.execute(auditor, { caseId }))).toBe('allowed')
    const { rows: looks } = await caseLooks.execute(auditor, { caseId, cursor: '' })
    expect(looks.map((l) => l.action)).toContain('family.read')
    const log = await accessLog.execute(auditor, reads)
    expect(log.rows.filter((l) => l.caseId === caseId).map((l) => l.action)).toContain('audit.case')
  })

  it('changes nothing, not even with the mark of the Blue Card', async () => {
    expect(await refusal(screenCase.execute(auditor, { caseId, version: 1 }))).toBe('forbidden forbidden')
    await insert('nk_mark', {
      user_id: auditor.userId,
      institution_id: ops,
      appointment_number: '1/2026',
      starts_on: '2026-01-01',
      granted_by_id: auditor.userId,
    })
    expect(await refusal(flagBlueCard.execute(auditor, { caseId, inProgress: 'yes' }))).toBe(
      'forbidden forbidden',
    )
  })

  it('ends on its last day, and never reaches another unit', async () => {
    const userId = await makeUser(ops)
    await giveRole(userId, ops, { role: 'audytor', endsOn: '2025-12-31' })
    expect(await refusal(readCase.execute(await actorOf(userId, ops), { caseId }))).toBe('notFound notFound')
    const other = await makeActor(await makeInstitution(), { role: 'audytor', endsOn: '2099-12-31' })
    expect(await refusal(readCase.execute(other, { caseId }))).toBe('notFound notFound')
    expect((await accessLog.execute(other, reads)).rows).toEqual([])
  })
})
