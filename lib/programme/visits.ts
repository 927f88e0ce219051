import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { impersonal } from '@/lib/knowledge'
import { tell } from '@/lib/notifications'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import type { ProgrammeVisit } from '@/lib/platform/generated/prisma/client'
import { date, flag, line, optional, uuid, version } from '@/lib/platform/input'
import type { Facts } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { knownOf, planFacts } from '@/lib/programme/facts'
import { type VisitView, viewOf, visitKinds } from '@/lib/programme/read'
import { teamFacts } from '@/lib/teams'

const about = (visitId: string, teamId: string | null = null) => ({
  subjectKind: 'programmeVisit',
  subjectIds: [visitId],
  teamId,
})

const words = {
  kind: z.enum(visitKinds, { error: 'choose' }),
  heldOn: date(),
  whomWith: line(200),
  body: optional(impersonal(4000)),
  shared: flag(),
}

type Words = { heldOn: IsoDate; body: string | null; shared: boolean }

/** A day ahead is a plan, which has no note yet; only what was told is shared. */
const demandTold = ({ today }: Context, { heldOn, body, shared }: Words): void => {
  if (heldOn > today && body !== null) throw invalid({ body: 'programme.ahead' })
  if (shared && body === null) throw invalid({ shared: 'programme.nothingToShare' })
}

/** Whom a shared note is for: the team of the gmina; refused where there is none yet. */
const teamToShare = async (ctx: Context, region: string, gmina: string, shared: boolean) => {
  if (!shared) return null
  const { teamId } = (await knownOf(ctx.tx, region))(gmina)
  if (!teamId) throw invalid({ shared: 'programme.noTeamYet' })
  return teamId
}

const leading = ['lider_gminny', 'lider_powiatowy', 'koordynator_zespolu'] as const

const tellLeaders = async (ctx: Context, teamId: string): Promise<void> => {
  const people = await ctx.tx.roleAssignment.findMany({
    where: { teamId, role: { in: [...leading] }, endedAt: null },
    select: { userId: true, institutionId: true },
  })
  await tell(ctx, people, { kind: 'programme.noteShared', teamId })
}

/** A visit, coaching or supervision: planned for a day ahead, or told. */
export const noteVisit = defineCommand({
  name: 'programme.note',
  input: z.strictObject({ planId: uuid(), ...words }),
  subject: planFacts,
  run: async (ctx, { planId, kind, whomWith, ...told }, { plan, gmina }) => {
    const { tx, actor, today } = ctx
    demandTold(ctx, told)
    const teamId = await teamToShare(ctx, plan.wojewodztwoCode, plan.gminaCode, told.shared)
    const id = crypto.randomUUID()
    await tx.programmeVisit.createMany({
      data: [
        {
          id,
          planId,
          gminaCode: plan.gminaCode,
          wojewodztwoCode: plan.wojewodztwoCode,
          kind,
          heldOn: toDbDate(told.heldOn),
          whomWith,
          body: told.body,
          sharedOn: teamId ? toDbDate(today) : null,
          teamId,
          authorId: actor.userId,
          authorName: `${actor.givenName} ${actor.familyName}`,
          institutionId: actor.institutionId,
        },
      ],
    })
    if (teamId) await tellLeaders(ctx, teamId)
    return { visitId: id, gmina: gmina.code }
  },
  audit: ({ visitId }) => about(visitId),
})

type VisitFacts = Facts & { readonly visit: ProgrammeVisit }

const visitFacts = async ({ tx }: Context, { visitId }: { visitId: string }): Promise<VisitFacts> => {
  const visit = await tx.programmeVisit.findUnique({ where: { id: visitId } })
  if (!visit || visit.cancelledOn) throw notFound()
  return {
    visit,
    wojewodztwoCode: visit.wojewodztwoCode,
    authorId: visit.authorId,
    authorInstitutionId: visit.institutionId,
  }
}

/** The author corrects the own note; whose it is and that it was corrected stays to be seen. */
export const correctVisit = defineCommand({
  name: 'programme.correctNote',
  input: z.strictObject({ visitId: uuid(), version: version(), ...words }),
  subject: visitFacts,
  run: async (ctx, { visitId, version: seen, kind, whomWith, ...told }, { visit }) => {
    const { tx, today, now } = ctx
    demandTold(ctx, told)
    if (visit.version !== seen)
      throw staleWith({ body: visit.body ?? '', whomWith: visit.whomWith, version: String(visit.version) })
    const keeps = told.shared ? visit.teamId : null
    const teamId = keeps ?? (await teamToShare(ctx, visit.wojewodztwoCode, visit.gminaCode, told.shared))
    const changed = await tx.programmeVisit.updateMany({
      where: { id: visitId, version: seen },
      data: {
        kind,
        heldOn: toDbDate(told.heldOn),
        whomWith,
        body: told.body,
        sharedOn: teamId ? (visit.sharedOn ?? toDbDate(today)) : null,
        teamId,
        // the first telling of what was planned is no correction
        correctedAt: visit.body === null ? visit.correctedAt : now,
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) throw conflict('stale')
    if (teamId && !visit.teamId) await tellLeaders(ctx, teamId)
    return { gmina: visit.gminaCode }
  },
  audit: (_result, { visitId }, { visit }) => about(visitId, visit.teamId),
})

/** A planned visit that will not take place. What was told is corrected, never taken away. */
export const cancelVisit = defineCommand({
  name: 'programme.cancelNote',
  input: z.strictObject({ visitId: uuid(), version: version() }),
  subject: visitFacts,
  run: async ({ tx, today }, { visitId, version: seen }, { visit }) => {
    if (visit.body !== null) throw conflict('wrongState')
    const changed = await tx.programmeVisit.updateMany({
      where: { id: visitId, version: seen },
      data: { cancelledOn: toDbDate(today), version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { gmina: visit.gminaCode, heldOn: fromDbDate(visit.heldOn) }
  },
  audit: (_result, { visitId }) => about(visitId),
})

/** What the animator shared with the leaders of a team. */
export const sharedVisits = defineQuery({
  name: 'programme.shared',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async ({ tx, actor }, { teamId }): Promise<VisitView[]> => {
    const rows = await tx.programmeVisit.findMany({
      where: { teamId, sharedOn: { not: null }, cancelledOn: null },
      orderBy: [{ heldOn: 'desc' }, { createdAt: 'desc' }],
      take: 100,
    })
    return rows.map((row) => viewOf(row, actor.userId))
  },
  audit: 'notPersonal',
})
