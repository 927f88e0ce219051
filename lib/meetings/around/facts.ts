import { type CaseFacts, caseFacts, ofCase } from '@/lib/cases'
import { demandStage } from '@/lib/meetings/facts'
import type { MeetingAction } from '@/lib/meetings/state'
import { conflict, notFound } from '@/lib/platform/errors'
import type { CaseMeeting } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

export type CaseMeetingFacts = CaseFacts & { readonly row: CaseMeeting }

/** A meeting around a case through row-level security, with what its case is to the actor. */
export const caseMeetingFacts = async (
  ctx: Context,
  { meetingId }: { meetingId: string },
): Promise<CaseMeetingFacts> => {
  const row = await ctx.tx.caseMeeting.findUnique({ where: { id: meetingId } })
  if (!row) throw notFound()
  return { ...(await caseFacts(ctx, row.caseId)), row }
}

export const aboutCaseMeeting = (_r: unknown, _i: unknown, facts: CaseMeetingFacts) => ({
  ...ofCase(facts),
  subjectKind: 'meeting',
  subjectIds: [facts.row.id],
})

/** Columns that every row of a meeting around a case bears. */
export const partOf = ({ row }: CaseMeetingFacts) => ({
  meetingId: row.id,
  caseId: row.caseId,
  teamId: row.teamId,
  ownerInstitutionId: row.ownerInstitutionId,
  category: row.category,
})

/** A change of the version that was seen, and the stage that the action leads to. */
export const moveCaseMeeting = async (
  { tx }: Context,
  { row }: CaseMeetingFacts,
  seen: number,
  action: MeetingAction,
  data: object,
): Promise<{ meetingId: string; caseId: string }> => {
  const status = demandStage(row.status, action)
  const { count } = await tx.caseMeeting.updateMany({
    where: { id: row.id, version: seen, status: row.status },
    data: { ...data, status, version: { increment: 1 } },
  })
  if (count !== 1) throw conflict('stale')
  return { meetingId: row.id, caseId: row.caseId }
}

/** The bell of who is called, and where a letter is given the mail; neither names the family. */
export const tellCalled = async (
  { tx }: Context,
  meetingId: string,
  kind: string,
  letter: { subject: string; body: string } | null = null,
): Promise<void> => {
  await tx.$executeRaw`
    select app.tell_case_meeting(${meetingId}::uuid, ${`caseMeeting.${kind}`}, ${letter?.subject ?? null}, ${letter?.body ?? null})`
}
