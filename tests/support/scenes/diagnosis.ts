import { beforeAll, beforeEach } from 'vitest'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
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

export let ops: string
export let school: string
export let team: string
export let made: Awaited<ReturnType<typeof makeCase>>
export let mother: string
export let coordinator: Actor
export let assistant: Actor
export let specialist: Actor
export let stranger: Actor

/** A case in diagnosis, anew for each test: its coordinator and assistant, a school let in by consent, and its worker who is not. */
export const useDiagnosis = (): void => {
  useDatabase()
  beforeAll(async () => {
    freeze('2026-11-23T09:00:00Z')
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
    team = await makeTeam({ lead: ops, members: [school] })
  })
  beforeEach(async () => {
    made = await makeCase({ teamId: team, owner: ops, status: 'diagnosis' })
    mother = await makePerson(made)
    await joinCase(made, school)
    await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA'])
    coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    stranger = await makeActor(school, { role: 'wykonawca' })
  })
}
