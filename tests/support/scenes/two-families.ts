import { joinCase, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

/** Two families of one unit, each with its coordinator; of the first a school takes part, and an assistant works with it. */
export const twoFamilies = async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const schoolId = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  const team = await makeTeam({ lead: ops, members: [schoolId] })
  const made = await makeCase({ teamId: team, owner: ops, status: 'diagnosis' })
  const other = await makeCase({ teamId: team, owner: ops, status: 'diagnosis', label: 'Rodzina Dawna' })
  await joinCase(made, schoolId)
  return {
    ops,
    schoolId,
    team,
    made,
    other,
    coordinator: await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId }),
    colleague: await makeActor(ops, { role: 'koordynator_rodziny', caseId: other.caseId }),
    assistant: await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId }),
    school: await makeActor(schoolId, { role: 'specjalista', caseId: made.caseId }),
  }
}
