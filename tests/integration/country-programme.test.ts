import { expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import * as programme from '@/lib/programme'
import { useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

const plan = (gmina: string, institutionId: string, days: object) =>
  insert('gmina_plan', {
    gmina_code: gmina,
    powiat_code: gmina.slice(0, 4),
    wojewodztwo_code: gmina.slice(0, 2),
    institution_id: institutionId,
    created_by_id: crypto.randomUUID(),
    ...days,
  })

it('sums the plans and refusals of each voivodeship for the ministry alone', async () => {
  const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  const ops = await makeInstitution()
  const planner = await makeActor(rops, { role: 'rops_koordynator' })
  const ministry = await makeActor(await makeInstitution({ kind: 'ministerstwo', level: 'kraj' }), {
    role: 'ministerstwo',
  })
  expect((await programme.countryProgramme.execute(ministry, {})).regions).toEqual([])
  const teamId = await makeTeam({ lead: ops })
  await makeCase({ teamId, owner: ops, status: 'inProgress' })
  // signed: a talk that nobody entered is not late any more
  await plan('1816122', rops, { talk_planned_on: '2026-01-10', family_planned_on: '2027-02-01' })
  await plan('1816063', rops, { talk_done_on: '2026-10-01', presentation_planned_on: '2026-11-01' })
  await plan('1816072', rops, { talk_planned_on: '2027-01-10' })
  await plan('1816092', rops, { dropped_on: '2026-11-01', dropped_reason: 'łączą się gminy' })
  await plan('2061011', rops, { presentation_done_on: '2026-11-02' })
  const invited = (institutionId: string, more: object) =>
    insert('recruitment', {
      gmina_code: '1816122',
      powiat_code: '1816',
      wojewodztwo_code: '18',
      institution_id: institutionId,
      kind_key: 'ops',
      invited_on: '2026-10-05',
      invited_by_id: planner.userId,
      invited_by_name: 'Anna Obca',
      by_institution_id: rops,
      ...more,
    })
  await invited(ops, { status: 'agreed', answered_on: '2026-10-10' })
  await invited(await makeInstitution({ kind: 'szkola_podstawowa' }), {
    status: 'declined',
    answered_on: '2026-10-10',
    reason: 'financial',
  })
  const { regions, total } = await programme.countryProgramme.execute(ministry, {})
  expect(regions).toEqual([
    {
      code: '18',
      name: 'podkarpackie',
      planned: 3,
      reached: { talk: 2, presentation: 1, agreement: 1, family: 0, steady: 0 },
      late: 1,
      invited: 2,
      agreed: 1,
      barriers: { legal: 0, financial: 1, competence: 0, logistics: 0, other: 0 },
    },
    {
      code: '20',
      name: 'podlaskie',
      planned: 1,
      reached: { talk: 1, presentation: 1, agreement: 0, family: 0, steady: 0 },
      late: 0,
      invited: 0,
      agreed: 0,
      barriers: { legal: 0, financial: 0, competence: 0, logistics: 0, other: 0 },
    },
  ])
  expect([total.planned, total.late, total.invited]).toEqual([4, 1, 2])
  const list = await programme.listProgramme.execute(planner, {})
  expect([list.counts.plan, list.counts.spoznione]).toEqual([3, 1])
  expect(await refusal(programme.countryProgramme.execute(planner, {}))).toBe('forbidden forbidden')
  for (const table of ['gminaPlan', 'recruitment'] as const)
    expect(await asActor(ministry, (tx) => (tx[table] as typeof tx.gminaPlan).count())).toBe(0)
  expect(await asActor(planner, (tx) => tx.$queryRaw`select * from app.country_programme()`)).toEqual([])
})
