import { beforeAll, beforeEach } from 'vitest'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { makeLine } from '@/tests/support/basket'
import { useDatabase } from '@/tests/support/database'
import {
  consent,
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
export let other: string
export let team: string
export let made: Made
export let child: string
export let consentId: string
export let coordinator: Actor
export let teacher: Actor
export let head: Actor
export let stranger: Actor
export const asked = (status?: 'proposed' | 'accepted' | 'scheduled' | 'waitingList', service?: string) =>
  makeLine(made, {
    provider: school,
    createdBy: coordinator.userId,
    responsible: teacher.userId,
    persons: [child],
    ...(status ? { status } : {}),
    ...(service ? { service } : {}),
  })

/** Fills the names above before each test (they are live bindings). */
export const useScene = (): void => {
  useDatabase()
  beforeAll(async () => {
    freeze('2026-11-23T09:00:00Z')
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
    other = await makeInstitution({ name: 'SP Bratkowice', kind: 'szkola_podstawowa' })
    team = await makeTeam({ lead: ops, members: [school, other] })
    teacher = await makeActor(school, { role: 'wykonawca' }, { givenName: 'Ewa', familyName: 'Modrzew' })
    head = await makeActor(school, { role: 'decydent' })
    stranger = await makeActor(other, { role: 'decydent' })
  })
  beforeEach(async () => {
    made = await makeCase({ teamId: team, owner: ops, status: 'inProgress', label: 'Rodzina Wrzosków' })
    child = await makePerson(made, { givenName: 'Staś', familyName: 'Wrzosek', bornOn: '2020-05-02' })
    await joinCase(made, school)
    consentId = await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA'])
    coordinator = await makeActor(
      ops,
      { role: 'koordynator_rodziny', caseId: made.caseId },
      { givenName: 'Anna', familyName: 'Leśniak' },
    )
  })
}
