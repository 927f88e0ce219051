import { z } from 'zod'
import { readTeamFigures, type Shown, shareOf } from '@/lib/dashboards/figures'
import { anySubject, defineQuery } from '@/lib/policy/usecase'

export type TeamReport = {
  readonly id: string
  readonly name: string
  readonly institutions: number
  readonly families: Shown
  readonly finished: Shown
  readonly successShare: number | null
}

const zero: Shown = { kind: 'count', value: 0 }

/** The figures of every team of which the own institution is a part, each by the one suppression. */
export const teamsFigures = defineQuery({
  name: 'figures.teams',
  input: z.strictObject({}),
  subject: anySubject,
  run: async ({ tx }): Promise<TeamReport[]> => {
    const teams = await tx.team.findMany({
      where: { status: { in: ['active', 'suspended'] } },
      select: {
        id: true,
        name: true,
        members: { where: { leftOn: null, signedOn: { not: null } }, select: { id: true } },
      },
      orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
      take: 100,
    })
    const reports: TeamReport[] = []
    for (const team of teams) {
      const stages = await readTeamFigures(tx, 'stages', team.id)
      const outcomes = await readTeamFigures(tx, 'outcomes', team.id)
      const finished = outcomes.get('all') ?? zero
      reports.push({
        id: team.id,
        name: team.name,
        institutions: team.members.length,
        families: stages.get('all') ?? zero,
        finished,
        successShare: shareOf(outcomes.get('achieved') ?? zero, finished),
      })
    }
    return reports
  },
  audit: 'notPersonal',
})
