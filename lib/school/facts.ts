import { notFound } from '@/lib/platform/errors'
import type { SchoolEntry, SchoolEvent } from '@/lib/platform/generated/prisma/client'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export type EventFacts = Facts & { readonly row: SchoolEvent }
export type EntryFacts = Facts & { readonly entry: SchoolEntry; readonly row: SchoolEvent }

/** An event of the voivodeship; hidden and absent are notFound alike. */
export const eventFacts = async ({ tx }: Context, { eventId }: { eventId: string }): Promise<EventFacts> => {
  const row = await tx.schoolEvent.findUnique({ where: { id: eventId } })
  if (!row) throw notFound()
  return { row, wojewodztwoCode: row.wojewodztwoCode }
}

/** One sign-up: whose it is, of which house, at which event. */
export const entryFacts = async (ctx: Context, { entryId }: { entryId: string }): Promise<EntryFacts> => {
  const entry = await ctx.tx.schoolEntry.findUnique({ where: { id: entryId } })
  if (!entry) throw notFound()
  return {
    ...(await eventFacts(ctx, { eventId: entry.eventId })),
    entry,
    institutionId: entry.institutionId,
    authorId: entry.userId,
    authorInstitutionId: entry.institutionId,
  }
}

export const ofEvent = (_result: unknown, _input: unknown, { row }: EventFacts) => ({
  subjectKind: 'school',
  subjectIds: [row.id],
})
