import { type MeetingAction, type MeetingStatus, stepFrom } from '@/lib/meetings/state'
import { conflict, notFound } from '@/lib/platform/errors'
import type { TeamMeeting } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'
import { type TeamFacts, teamFacts } from '@/lib/teams'

export type MeetingFacts = TeamFacts & { readonly row: TeamMeeting }

/** A meeting of a team through row-level security; hidden and absent are notFound alike. */
export const meetingFacts = async (
  ctx: Context,
  { meetingId }: { meetingId: string },
): Promise<MeetingFacts> => {
  const row = await ctx.tx.teamMeeting.findUnique({ where: { id: meetingId } })
  if (!row) throw notFound()
  return { ...(await teamFacts(ctx, row.teamId)), row }
}

export const ofMeeting = ({ row }: MeetingFacts) => ({
  subjectKind: 'meeting',
  subjectIds: [row.id],
  teamId: row.teamId,
})
export const aboutMeeting = (_r: unknown, _i: unknown, facts: MeetingFacts) => ofMeeting(facts)

/** Refuses what the table of stages does not have here; gives the stage that follows. */
export const demandStage = (status: string, action: MeetingAction): MeetingStatus => {
  const next = stepFrom(status as MeetingStatus, action)
  if (!next) throw conflict('wrongState')
  return next
}

/** A change of the version that was seen, and the stage that the action leads to. */
export const moveMeeting = async (
  { tx }: Context,
  { row }: MeetingFacts,
  seen: number,
  action: MeetingAction,
  data: object,
): Promise<{ meetingId: string; teamId: string }> => {
  const status = demandStage(row.status, action)
  const { count } = await tx.teamMeeting.updateMany({
    where: { id: row.id, version: seen, status: row.status },
    data: { ...data, status, version: { increment: 1 } },
  })
  if (count !== 1) throw conflict('stale')
  return { meetingId: row.id, teamId: row.teamId }
}
