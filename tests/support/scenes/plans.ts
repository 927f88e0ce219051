import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach } from 'vitest'
import { answerLine, createLine } from '@/lib/baskets'
import { addGoal, putInForce, recordTalk, signPlan, submitPlan } from '@/lib/plans'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

export type Made = Awaited<ReturnType<typeof makeCase>>
export let ops: string
export let school: string
export let team: string
export let made: Made
export let child: string
export let need: string
export let coordinator: Actor
export let teamCoordinator: Actor
export let leader: Actor
export let head: Actor
export const caseRow = async () => {
  const { rows } = await asOwner().query<{ status: string; version: number; closed_on: string | null }>(
    'select status, version, closed_on::text, plan_in_force_on::text, due_on::text, outcome_key from family_case where id = $1',
    [made.caseId],
  )
  const row = rows[0]
  if (!row) throw new Error('the case is gone')
  return row
}
export const now = async () => ({ caseId: made.caseId, version: (await caseRow()).version })
export const goal = (fields: object = {}) => ({
  title: 'Staś czyta ze zrozumieniem',
  familyWords: '',
  personId: '',
  indicator: 'ocena z polskiego',
  baseline: '2',
  target: '3',
  unit: '',
  dueOn: '30.06.2027',
  needIds: need,
  strengthIds: '' as unknown,
  ...fields,
})
export const setGoal = () => addGoal.execute(coordinator, { caseId: made.caseId, ...goal() })
export const line = async (fields: object = {}) => {
  const { lineId } = await createLine.execute(coordinator, {
    caseId: made.caseId,
    send: '',
    needIds: need,
    goalIds: '',
    serviceKey: 'korepetycje',
    providerId: school,
    personIds: child,
    startsOn: '1.12.2026',
    endsOn: '30.06.2027',
    frequency: 'weekly',
    quantity: '1',
    title: '',
    scope: '',
    weekday: '',
    atTime: '',
    coProviderIds: '',
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
    ...fields,
  })
  return lineId
}
export const submit = async (fields: object = {}) =>
  submitPlan.execute(coordinator, {
    ...(await now()),
    startsOn: '1.12.2026',
    endsOn: '30.11.2027',
    beyond: '',
    ...fields,
  })
export const sign = () =>
  signPlan.execute(coordinator, { caseId: made.caseId, signedOn: '23.11.2026', signedBy: 'Maria Próbna' })
export const accept = (lineId: string, version = 2) =>
  answerLine.execute(head, { lineId, version, answer: 'accept' })
export const approve = async () => putInForce.execute(teamCoordinator, await now())
export const planRows = async () => {
  const { rows } = await asOwner().query(
    `select version_no, status, content_hash, in_force_on::text, ended_on::text from plan where case_id = $1 order by version_no`,
    [made.caseId],
  )
  return rows as { version_no: number; status: string; content_hash: string | null }[]
}
/** A plan in force with one accepted line. */
export const inForce = async () => {
  await setGoal()
  const lineId = await line()
  await submit()
  await accept(lineId)
  await sign()
  await approve()
  return lineId
}

/** The last talk with the family, as its coordinator records it. */
export const talk = (fields: object = {}, who: Actor = coordinator) =>
  recordTalk.execute(who, {
    caseId: made.caseId,
    version: 0,
    heldOn: '23.11.2026',
    personIds: child,
    others: 'wychowawczyni',
    category: 'EDUKACJA',
    helped: 'Że ktoś dzwonił, zanim zrobiło się źle.',
    result: 'Staś chodzi do szkoły.',
    satisfaction: '5',
    stays: 'Świetlica.',
    callWhom: 'GOPS Świlcza, 600 100 200',
    ...fields,
  })

/** Fills the names above before each test (they are live bindings). */
export const useScene = (): void => {
  useDatabase()
  beforeAll(async () => {
    freeze('2026-11-23T09:00:00Z')
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
    team = await makeTeam({ lead: ops, members: [school] })
    head = await makeActor(school, { role: 'decydent' })
    leader = await makeActor(ops, { role: 'lider_gminny' })
    teamCoordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
  })
  beforeEach(async () => {
    made = await makeCase({ teamId: team, owner: ops, status: 'planning' })
    child = await makePerson(made)
    await joinCase(made, school)
    await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA'])
    coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    need = randomUUID()
    await insert('need', {
      id: need,
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: ops,
      person_id: child,
      need_key: 'nauka_absencja',
      category: 'EDUKACJA',
      created_by_id: coordinator.userId,
    })
  })
}
