import { z } from 'zod'
import { readTeamFigures, readTeamHelp, readTeamMoney, readTeamWait } from '@/lib/dashboards/figures'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { hasRole } from '@/lib/policy/actor'
import { defineQuery } from '@/lib/policy/usecase'

/** Figures of one team for its councillors, leaders and coordinators: no name, no number of a case. */
export const teamFigures = defineQuery({
  name: 'figures.team',
  input: z.strictObject({ teamId: uuid() }),
  subject: async ({ tx, actor }, { teamId }) => {
    const team = await tx.team.findUnique({
      where: { id: teamId },
      select: {
        id: true,
        wojewodztwoCode: true,
        leadInstitutionId: true,
        members: { where: { leftOn: null }, select: { institutionId: true } },
      },
    })
    if (!team) throw notFound()
    return {
      teamId: team.id,
      wojewodztwoCode: team.wojewodztwoCode,
      memberOfTeam:
        team.leadInstitutionId === actor.institutionId ||
        team.members.some((member) => member.institutionId === actor.institutionId),
    }
  },
  run: async ({ tx, actor }, { teamId }) => {
    const team = await tx.team.findUniqueOrThrow({
      where: { id: teamId },
      select: {
        id: true,
        name: true,
        status: true,
        members: { where: { leftOn: null, signedOn: { not: null } }, select: { id: true } },
      },
    })
    return {
      id: team.id,
      name: team.name,
      institutions: team.members.length,
      /** Who watches the region reads the gmina's line of the region: app.team_figures says why. */
      ofGmina: hasRole(actor, 'rops_koordynator', 'animator'),
      stages: await readTeamFigures(tx, 'stages', teamId),
      outcomes: await readTeamFigures(tx, 'outcomes', teamId),
      services: await readTeamFigures(tx, 'services', teamId),
      unmet: await readTeamFigures(tx, 'unmet', teamId),
      returns: await readTeamFigures(tx, 'returns', teamId),
      wait: await readTeamWait(tx, teamId),
      help: await readTeamHelp(tx, teamId),
      money: await readTeamMoney(tx, teamId),
    }
  },
  audit: 'notPersonal',
})
