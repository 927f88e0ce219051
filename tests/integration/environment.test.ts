import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { answerLine, createLine, listMyServices } from '@/lib/baskets'
import {
  assignToCase,
  checkDuplicates,
  inviteInstitution,
  proposeDecision,
  readCase,
  requestConsent,
  screenCase,
  startDiagnosis,
} from '@/lib/cases'
import { recordBasis } from '@/lib/consents'
import { finishDiagnosis, needsOf, saveAllAreas, saveFamilyVoice } from '@/lib/diagnosis'
import { readFamily } from '@/lib/families'
import { addGoal, putInForce, signPlan, submitPlan } from '@/lib/plans'
import { now, today } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { createReferral } from '@/lib/referrals'
import { asOwner, useDatabase } from '@/tests/support/database'
import { actorOf, giveRole, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let school: string
let teamId: string
let both: Actor
let worker: Actor
let teacher: Actor
let head: Actor
let caseId: string

const at = async () => {
  const { rows } = await asOwner().query<{ version: number }>(
    'select version from family_case where id = $1',
    [caseId],
  )
  return { caseId, version: rows[0]?.version ?? 0 }
}
const stage = async () => (await readCase.execute(both, { caseId })).status

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  teamId = await makeTeam({ lead: ops, members: [school] })
  const coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  await giveRole(coordinator.userId, ops, { role: 'lider_gminny' })
  both = await actorOf(coordinator.userId, ops)
  teacher = await makeActor(school, { role: 'specjalista' })
  head = await makeActor(school, { role: 'decydent' })
})

test('a local environment is referred without persons and gets a number and a name', async () => {
  const sent = await createReferral.execute(teacher, {
    id: randomUUID(),
    teamId,
    subject: 'environment',
    familyLabel: 'Młodzież przy świetlicy',
    reasonKeys: ['nauka_absencja'],
    situation: '',
    exhaustedMeans: 'Zajęcia w szkole',
    legalBasis: 'UPS100',
    preConsentOn: '',
    violence: 'no',
    people: [],
    submit: 'on',
  } as never)
  caseId = sent.caseId ?? ''
  const view = await readCase.execute(both, { caseId })
  expect([view.subject, view.label, view.status]).toEqual([
    'environment',
    'Młodzież przy świetlicy',
    'submitted',
  ])
  expect((await readFamily.execute(both, { caseId })).members).toEqual([])
})

test('it is qualified, and needs no consent: two institutions are enough for the diagnosis', async () => {
  await checkDuplicates.execute(both, { caseId, reason: 'Nowe zgłoszenie' })
  await screenCase.execute(both, await at())
  await proposeDecision.execute(both, { ...(await at()), kind: 'qualify', reasonKey: '', note: 'Tak' })
  const user = await makeActor(ops, { role: 'koordynator_rodziny' })
  await assignToCase.execute(both, {
    caseId,
    userId: user.userId,
    institutionId: ops,
    role: 'koordynator_rodziny',
  })
  worker = await actorOf(user.userId, ops)
  await requestConsent.execute(both, await at())
  expect((await readCase.execute(worker, { caseId })).next.missing).toEqual(['institutions'])
  await inviteInstitution.execute(worker, { caseId, institutionIds: [school], purpose: '' })
  await startDiagnosis.execute(worker, await at())
  expect(await stage()).toBe('diagnosis')
})

test('its institutions see it by a legal basis for the whole environment', async () => {
  await recordBasis.execute(worker, {
    caseId,
    personId: '',
    institutionId: school,
    categories: ['PODSTAWOWE', 'EDUKACJA'],
    basis: 'UPS100',
    note: 'Środowisko lokalne',
    startsOn: '24.11.2026',
    endsOn: '',
  } as never)
  const { rows } = await asOwner().query<{ open: boolean }>(
    `select app.granted($1, $2, null, 'EDUKACJA') as open`,
    [school, caseId],
  )
  expect(rows).toEqual([{ open: true }])
})

test('the plan is for the whole environment and comes into force', async () => {
  const area = {
    version: 0,
    score: '2',
    familyScore: '2',
    strengths: '',
    causes: '',
    deficits: '',
    needs: '',
    expectations: '',
  }
  await saveAllAreas.execute(worker, { caseId, areas: { bezpieczenstwo: area, edukacja: area } } as never)
  await saveFamilyVoice.execute(worker, { caseId, version: 0, body: 'Młodzi mówią o nudzie.' } as never)
  await finishDiagnosis.execute(worker, await at())
  expect(await stage()).toBe('planning')
  const needs = await asActor(worker, (tx) =>
    needsOf({ tx, actor: worker, now: now(), today: today() }, caseId),
  )
  const needId = needs[0]?.id ?? ''
  const { goalId } = (await addGoal.execute(worker, {
    caseId,
    title: 'Zajęcia po szkole',
    indicator: 'uczestnicy',
    baseline: '0',
    target: '20',
    dueOn: '30.06.2027',
    needIds: needId,
  } as never)) as { goalId: string }
  const { lineId } = await createLine.execute(worker, {
    caseId,
    send: '',
    needIds: needId,
    goalIds: goalId ?? '',
    serviceKey: 'korepetycje',
    providerId: school,
    personIds: '',
    startsOn: '1.12.2026',
    endsOn: '30.06.2027',
    frequency: 'weekly',
    quantity: '1',
    title: '',
    scope: '',
    place: '',
    responsibleUserId: '',
    priority: '',
    dependsOnId: '',
    costPlanned: '',
    coPayment: '',
    fundingKey: '',
    legalBasis: '',
    outsideAgreementReason: '',
    duplicateReason: '',
  } as never)
  await submitPlan.execute(worker, { ...(await at()), startsOn: '1.12.2026', endsOn: '30.11.2027' } as never)
  expect(JSON.stringify(await listMyServices.execute(head, {} as never))).toContain(lineId)
  await answerLine.execute(head, { lineId, version: 2, answer: 'accept' } as never)
  await signPlan.execute(worker, { caseId, signedOn: '24.11.2026', signedBy: 'Rada rodziców' } as never)
  await putInForce.execute(both, await at())
  expect(await stage()).toBe('inProgress')
  const { rows } = await asOwner().query(
    `select status::text, whole_environment, (select count(*)::int from line_beneficiary where line_id = l.id) as people
     from basket_line l where case_id = $1`,
    [caseId],
  )
  expect(rows).toEqual([{ status: 'accepted', whole_environment: true, people: 0 }])
})
