import { beforeAll, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as programme from '@/lib/programme'
import { addMembers } from '@/lib/teams'
import { useDatabase } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

const gmina = '1816122'
let ops: string
let pcpr: string
let school: string
let planner: Actor
let animator: Actor
let farPlanner: Actor
let leader: Actor

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  pcpr = await makeInstitution({ name: 'PCPR Rzeszów', kind: 'pcpr', level: 'powiat' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  planner = await makeActor(rops, { role: 'rops_koordynator' })
  animator = await makeActor(rops, { role: 'animator' })
  const far = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2061011' })
  farPlanner = await makeActor(far, { role: 'rops_koordynator' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
})

const rowOf = async (institutionId: string) => {
  const { rows } = await programme.readRecruitment.execute(planner, { gmina })
  const row = rows.find((one) => one.institutionId === institutionId)
  if (!row) throw new Error('not invited')
  return row
}
const answer = async (actor: Actor, institutionId: string, given: Record<string, string>) => {
  const { id, version } = await rowOf(institutionId)
  return programme.answerInvitation.execute(actor, {
    recruitmentId: id,
    version,
    answeredOn: '20.11.2026',
    reason: '',
    reasonText: '',
    answer: 'agreed',
    ...given,
  })
}

it('is kept by the coordinator and by who animates the gmina, and is hidden from everybody else', async () => {
  const invite = { gmina, invitedOn: '10.11.2026', institutions: [ops, pcpr] }
  expect(await refusal(programme.inviteInstitutions.execute(animator, invite))).toBe('notFound notFound')
  await programme.planGminas.execute(planner, { gminas: [gmina], animatorId: animator.userId })
  await programme.inviteInstitutions.execute(animator, invite)
  await programme.inviteInstitutions.execute(planner, { ...invite, institutions: [school] })
  expect(await refusedFields(programme.inviteInstitutions.execute(animator, invite))).toEqual({
    institutions: 'recruit.known',
  })
  for (const actor of [leader, farPlanner]) {
    expect(await refusal(programme.readRecruitment.execute(actor, { gmina }))).toBe('notFound notFound')
    expect(await asActor(actor, (tx) => tx.recruitment.count())).toBe(0)
  }
  const view = await programme.readRecruitment.execute(animator, { gmina })
  expect(view.rows.map((row) => row.name).sort()).toEqual(['GOPS Świlcza', 'PCPR Rzeszów', 'SP Trzciana'])
  expect(view.uninvited.some((kind) => kind.required)).toBe(false)
  expect(view.uninvited.map((kind) => kind.key)).toContain('kuratorzy')
})

it('a refusal has a reason of the list, "other" in words too, and its day is not before the invitation', async () => {
  expect(await refusedFields(answer(animator, school, { answer: 'declined' }))).toEqual({
    reason: 'recruit.reason',
  })
  expect(await refusedFields(answer(animator, school, { answer: 'declined', reason: 'other' }))).toEqual({
    reasonText: 'recruit.words',
  })
  expect(await refusedFields(answer(animator, school, { answeredOn: '09.11.2026' }))).toEqual({
    answeredOn: 'recruit.beforeInvited',
  })
  await answer(animator, school, { answer: 'declined', reason: 'logistics', reasonText: 'Brak zastępstw.' })
  const list = await programme.listBarriers.execute(planner, {})
  expect([list.all, list.invited, list.agreed]).toEqual([1, 3, 0])
  expect(list.reasons[0]).toEqual({ key: 'logistics', count: 1 })
  expect(list.kinds.map(({ key, count }) => [key, count])).toEqual([['szkola_podstawowa', 1]])
  expect(list.powiats).toEqual([{ key: '1816', name: 'rzeszowski', count: 1 }])
  expect((await programme.listBarriers.execute(planner, { reason: 'legal' })).refusals).toEqual([])
  expect((await programme.listBarriers.execute(planner, { powiat: '1816' })).refusals[0]?.words).toBe(
    'Brak zastępstw.',
  )
  expect((await programme.listBarriers.execute(farPlanner, {})).all).toBe(0)
})

it('who is invited again no longer counts as a barrier; what ended is never rewritten', async () => {
  const before = await rowOf(school)
  await programme.inviteAgain.execute(animator, {
    recruitmentId: before.id,
    version: before.version,
    invitedOn: '23.11.2026',
  })
  expect((await rowOf(school)).status).toBe('invited')
  expect((await programme.listBarriers.execute(planner, {})).all).toBe(0)
  const rewrite = asActor(planner, (tx) =>
    tx.recruitment.updateMany({ where: { id: before.id }, data: { reasonText: 'Inaczej.' } }),
  )
  await expect(rewrite).rejects.toThrow()
  const { id, version } = await rowOf(school)
  await programme.takeBackInvitation.execute(animator, { recruitmentId: id, version })
  expect((await programme.readRecruitment.execute(planner, { gmina })).rows).toHaveLength(2)
})

it('who agreed becomes a party of the team in formation in one step', async () => {
  await answer(animator, ops, {})
  await answer(animator, pcpr, {})
  const team = await makeTeam({ lead: ops, status: 'initiated' })
  const { toJoin } = await programme.readRecruitment.execute(planner, { gmina })
  expect(toJoin?.institutions.map(({ name }) => name)).toEqual(['PCPR Rzeszów'])
  await addMembers.execute(planner, {
    teamId: team,
    version: toJoin?.version ?? 0,
    members: toJoin?.institutions.map(({ id }) => id) ?? [],
    fresh: {},
  })
  expect((await programme.readRecruitment.execute(planner, { gmina })).toJoin).toBe(null)
})

it('the leader of the unit of the gmina learns who agreed and when, and nothing else', async () => {
  const agreed = await programme.listAgreed.execute(leader, { gmina })
  expect(Object.keys(agreed[0] ?? {}).sort()).toEqual(['answeredOn', 'institutionId', 'kind', 'name'])
  expect(agreed.map((one) => [one.institutionId, one.name, one.answeredOn])).toEqual([
    [ops, 'GOPS Świlcza', '2026-11-20'],
    [pcpr, 'PCPR Rzeszów', '2026-11-20'],
  ])
  const far = await makeActor(await makeInstitution({ seat: '2061011' }), { role: 'lider_gminny' })
  expect(await refusal(programme.listAgreed.execute(far, { gmina }))).toBe('forbidden forbidden')
  const worker = await makeActor(ops, { role: 'koordynator_zespolu' })
  expect(await refusal(programme.listAgreed.execute(worker, { gmina }))).toBe('forbidden forbidden')
  for (const actor of [far, worker])
    expect(await asActor(actor, (tx) => tx.$queryRaw`select * from app.agreed_for_gmina(${gmina})`)).toEqual(
      [],
    )
  expect(await asActor(leader, (tx) => tx.recruitment.count())).toBe(0)
})
