import { beforeEach } from 'vitest'
import type { CaseStatus } from '@/lib/platform/generated/prisma/enums'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

export let ops: string
export let teamId: string
export let coordinator: Actor
export let leader: Actor

/** A leading institution with a team, its coordinator and its leader, anew for each test. */
export const useStages = (): void => {
  useDatabase()
  beforeEach(async () => {
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    teamId = await makeTeam({ lead: ops })
    coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
    leader = await makeActor(ops, { role: 'lider_gminny' })
  })
}

export const caseAt = (status: CaseStatus) => makeCase({ teamId, owner: ops, status })
export const workerOf = (caseId: string) => makeActor(ops, { role: 'koordynator_rodziny', caseId })
export const statusOf = async (caseId: string) =>
  (await asOwner().query<{ status: string }>('select status from family_case where id = $1', [caseId]))
    .rows[0]?.status
