import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach } from 'vitest'
import { createLine, listLines } from '@/lib/baskets'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
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
export let clinic: string
export let outsider: string
export let team: string
export let made: Made
export let child: string
export let need: string
export let coordinator: Actor
export let leader: Actor
export let head: Actor
export const short = (fields: object = {}) => ({
  caseId: made.caseId,
  send: '',
  needIds: need,
  goalIds: '',
  serviceKey: 'korepetycje',
  providerId: school,
  personIds: child,
  startsOn: '1.12.2026',
  endsOn: '',
  frequency: 'weekly',
  quantity: '',
  weekday: '',
  atTime: '',
  coProviderIds: '',
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
  ...fields,
})
export const create = (fields: object = {}) => createLine.execute(coordinator, short(fields))
export const basket = () => listLines.execute(coordinator, { caseId: made.caseId })

/** Fills the names above before each test (they are live bindings). */
export const useScene = (): void => {
  useDatabase()
  beforeAll(async () => {
    freeze('2026-11-23T09:00:00Z')
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
    clinic = await makeInstitution({ name: 'Poradnia PP', kind: 'ppp', level: 'powiat' })
    outsider = await makeInstitution({ name: 'Fundacja Słowo', kind: 'ngo' })
    for (const id of [clinic, outsider])
      await insert('institution_service', {
        institution_id: id,
        service_key: 'korepetycje',
        waiting_days: 30,
      })
    team = await makeTeam({ lead: ops, members: [school, clinic] })
    head = await makeActor(school, { role: 'decydent' })
    leader = await makeActor(ops, { role: 'lider_gminny' })
  })
  beforeEach(async () => {
    made = await makeCase({ teamId: team, owner: ops, status: 'planning' })
    child = await makePerson(made, { givenName: 'Staś', familyName: 'Wrzosek' })
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
