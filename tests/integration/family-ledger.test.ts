import { expect, test } from 'vitest'
import { familyLedger, ledgerPlaces } from '@/lib/audit'
import { listCases, readCase } from '@/lib/cases'
import { listConsents } from '@/lib/consents'
import { readFamily } from '@/lib/families'
import type { Actor } from '@/lib/policy/actor'
import { refusal } from '@/tests/support/refusal'
import {
  coordinator,
  made,
  ops,
  record,
  said,
  school,
  stranger,
  teacher,
  useScene,
} from '@/tests/support/scenes/consents'
import { insert, makeActor, makeCase } from '@/tests/support/world'

useScene()

const ledger = (actor: Actor = coordinator) => familyLedger.execute(actor, { caseId: made.caseId })
const short = (entries: Awaited<ReturnType<typeof ledger>>) =>
  entries.map((e) => [e.institution, e.roles.join(' '), e.action, e.kind, e.times])

test('names every look and change: a page, a list that showed the case, who, from where, in which role', async () => {
  await record([said()])
  await readFamily.execute(teacher, { caseId: made.caseId })
  await readCase.execute(teacher, { caseId: made.caseId })
  await readCase.execute(teacher, { caseId: made.caseId })
  await listCases.execute(teacher, { stage: 'open', order: 'changed' })
  await listConsents.execute(coordinator, { caseId: made.caseId })
  expect(short(await ledger())).toEqual([
    ['GOPS Świlcza', 'koordynator_rodziny', 'consent.list', 'read', 1],
    ['GOPS Świlcza', 'koordynator_rodziny', 'consent.record', 'write', 1],
    ['SP Trzciana', 'specjalista', 'case.list', 'read', 1],
    ['SP Trzciana', 'specjalista', 'case.read', 'read', 2],
    ['SP Trzciana', 'specjalista', 'family.read', 'read', 1],
  ])
  expect(
    ledgerPlaces(await ledger()).map((p) => [
      p.institution,
      p.purposes,
      p.months.map((x) => x.times),
      p.writes,
    ]),
  ).toEqual([
    ['SP Trzciana', ['lead', 'list', 'contact'], [4], 0],
    // the ledger itself was read once meanwhile
    ['GOPS Świlcza', ['consent', 'watch'], [3], 1],
  ])
})

test('groups by the month of Warsaw', async () => {
  for (const at of ['2026-10-31T22:30:00Z', '2026-10-31T23:30:00Z'])
    await insert('audit_event', {
      at,
      actor_id: teacher.userId,
      institution_id: school,
      action: 'case.read',
      kind: 'read',
      subject_kind: 'case',
      subject_ids: [made.caseId],
      case_id: made.caseId,
      owner_institution_id: ops,
    })
  expect((await ledger()).map((e) => e.month)).toEqual(['2026-10-01', '2026-11-01'])
})

test('the Blue Card never stands in it, not even for who holds the mark', async () => {
  const marked = await makeActor(ops, { role: 'lider_gminny' })
  await insert('nk_mark', {
    user_id: marked.userId,
    institution_id: ops,
    appointment_number: '1/2026',
    starts_on: '2026-01-01',
    granted_by_id: marked.userId,
  })
  await insert('audit_event', {
    actor_id: marked.userId,
    institution_id: ops,
    action: 'case.flagNk',
    kind: 'write',
    subject_kind: 'case',
    subject_ids: [made.caseId],
    case_id: made.caseId,
    owner_institution_id: ops,
  })
  expect(await ledger(marked)).toEqual([])
})

test('another family, another institution and a specialist get nothing of it', async () => {
  await record([said()])
  const other = await makeCase({ teamId: made.teamId, owner: ops })
  const leader = await makeActor(ops, { role: 'lider_gminny' })
  expect(await familyLedger.execute(leader, { caseId: other.caseId })).toEqual([])
  expect(await refusal(ledger(teacher))).toBe('forbidden forbidden')
  expect(await refusal(ledger(stranger))).toBe('notFound notFound')
})
