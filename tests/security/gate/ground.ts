import type { ActorRef } from '@/lib/platform/db'
import type { Spot } from '@/tests/security/gate/generated'
import { type Viewer, viewers } from '@/tests/security/gate/oracle'
import { giveRole, makeActor, makeInstitution, makeTeam, makeUser } from '@/tests/support/world'

export type Ground = {
  team: string
  /** of the other gmina */
  nextTeam: string
  institutions: Record<Spot, string>
  users: Record<string, string>
  /** the team's coordinator of the owner, and who leads and coordinates in the other gmina */
  mover: ActorRef
  next: ActorRef[]
}

/** By what a viewer's account is found. */
export const keyOf = (v: Viewer): string => `${v.place} ${v.role}`

/** Institutions and people stay; each generated family gets its own case, to which specialists are assigned anew. */
export const makeGround = async (): Promise<Ground> => {
  const ops = await makeInstitution()
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const clinic = await makeInstitution({ kind: 'poz' })
  const next = await makeInstitution()
  const institutions = { ops, school, clinic, next }
  const team = await makeTeam({ lead: ops, members: [school, clinic] })
  const nextTeam = await makeTeam({ lead: next, gmina: '1816012' })
  const users: Record<string, string> = {}
  for (const v of viewers) users[keyOf(v)] = await makeUser(institutions[v.place])
  const wide = {
    powiat: 'lider_powiatowy',
    head: 'decydent',
    worker: 'wykonawca',
    leader: 'lider_gminny',
  } as const
  for (const v of viewers)
    if (v.role in wide)
      await giveRole(users[keyOf(v)] ?? '', institutions[v.place], {
        role: wide[v.role as keyof typeof wide],
      })
  return {
    team,
    nextTeam,
    institutions,
    users,
    mover: await makeActor(ops, { role: 'koordynator_zespolu', teamId: team }),
    next: [
      await makeActor(next, { role: 'lider_gminny' }),
      await makeActor(next, { role: 'koordynator_zespolu', teamId: nextTeam }),
    ],
  }
}
