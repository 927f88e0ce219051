import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bySubject, isOpen, ofCase } from '@/lib/cases'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import {
  aboutCaseMeeting,
  type CaseMeetingFacts,
  caseMeetingFacts,
  moveCaseMeeting,
  partOf,
  tellCalled,
} from '@/lib/meetings/around/facts'
import { demandStage } from '@/lib/meetings/facts'
import { earliestDay } from '@/lib/meetings/notice'
import { demandSomewhere, webLink } from '@/lib/meetings/words'
import { caseMeetingLetter } from '@/lib/messages/pl/letters'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { DataCategory } from '@/lib/platform/generated/prisma/enums'
import {
  date,
  flag,
  line,
  many,
  optional,
  personName,
  prose,
  timeOfDay,
  uuid,
  version,
} from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { termFor } from '@/lib/variants'

const when = {
  heldOn: date(),
  startsAt: timeOfDay(),
  place: optional(line(200)),
  link: optional(webLink()),
}
const target = { meetingId: uuid(), version: version() }

type When = { heldOn: IsoDate; startsAt: string; place: string | null; link: string | null }
const columns = (today: IsoDate, input: When) => {
  demandSomewhere(input)
  if (input.heldOn < today) throw invalid({ heldOn: 'datePast' })
  return { ...input, heldOn: toDbDate(input.heldOn) }
}

/** Institutions that take part in the case; nobody else is called. */
export const participantsOf = async ({ tx }: Context, caseId: string): Promise<string[]> => {
  const rows = await tx.caseParticipant.findMany({
    where: { caseId, endsOn: null },
    select: { institutionId: true },
  })
  return [...new Set(rows.map((r) => r.institutionId))]
}

/**
 * Where the family comes and somebody of it is protected, only houses named safe are called (decision 0014): day and place
 * would tell the others where that person is. Told to who calls, with what to do.
 */
const demandSafe = async (
  { tx }: Context,
  caseId: string,
  withFamily: boolean,
  invitedIds: readonly string[],
): Promise<void> => {
  if (!withFamily || invitedIds.length === 0) return
  const [row] = await tx.$queryRaw<{ names: string | null }[]>`
    select string_agg(i.name, ', ' order by i.name_folded) as names from institution i
    where i.id = any (app.houses_not_safe(${caseId}::uuid, ${[...invitedIds]}::uuid[]))`
  if (row?.names) throw conflict('meeting.notSafe', { houses: row.names })
}

/** A meeting around the family: when, who is called, what about, under one category. */
export const planCaseMeeting = defineCommand({
  name: 'caseMeeting.plan',
  input: z.strictObject({
    caseId: uuid(),
    category: z.enum(DataCategory, { error: 'choose' }),
    agenda: prose(2000),
    invitedIds: many(uuid()),
    withFamily: flag(),
    ...when,
  }),
  subject: bySubject,
  run: async (ctx, { caseId, category, agenda, invitedIds, withFamily, ...input }, facts) => {
    if (!isOpen(facts.status)) throw conflict('wrongState')
    const there = await participantsOf(ctx, caseId)
    if (!invitedIds.every((id) => there.includes(id))) throw invalid({ invitedIds: 'choose' })
    await demandSafe(ctx, caseId, withFamily, invitedIds)
    const id = randomUUID()
    const { teamId, ownerInstitutionId } = facts
    const of = { caseId, teamId, ownerInstitutionId, category }
    const called = { invitedIds: invitedIds.filter((one) => one !== ownerInstitutionId), withFamily }
    await ctx.tx.caseMeeting.createMany({
      data: [{ id, ...of, ...called, ...columns(ctx.today, input), createdById: ctx.actor.userId }],
    })
    await ctx.tx.caseMeetingAgenda.createMany({ data: [{ meetingId: id, ...of, body: agenda }] })
    return { meetingId: id, caseId }
  },
  audit: ({ meetingId }, _i, facts) => ({
    ...ofCase(facts),
    subjectKind: 'meeting',
    subjectIds: [meetingId],
  }),
})

const letterOf = (kind: 'called' | 'moved' | 'cancelled', { row }: CaseMeetingFacts, day: Date, at: string) =>
  caseMeetingLetter(kind, {
    on: fromDbDate(day),
    at,
    address: `${env().PUBLIC_URL}/sprawy/${row.caseId}/spotkania/${row.id}`,
  })

export const mendCaseMeeting = defineCommand({
  name: 'caseMeeting.mend',
  input: z.strictObject({ ...target, agenda: prose(2000), ...when }),
  subject: caseMeetingFacts,
  run: async (ctx, { meetingId, version: seen, agenda, ...input }, facts) => {
    const next = columns(ctx.today, input)
    await ctx.tx.caseMeetingAgenda.updateMany({ where: { meetingId }, data: { body: agenda } })
    const result = await moveCaseMeeting(ctx, facts, seen, 'mend', next)
    if (facts.row.status === 'called')
      await tellCalled(ctx, meetingId, 'moved', letterOf('moved', facts, next.heldOn, next.startsAt))
    return result
  },
  audit: aboutCaseMeeting,
})

export const callCaseMeeting = defineCommand({
  name: 'caseMeeting.call',
  input: z.strictObject({ ...target, shortNoticeReason: optional(line(300)) }),
  subject: caseMeetingFacts,
  run: async (ctx, { version: seen, shortNoticeReason }, facts) => {
    const { row } = facts
    demandStage(row.status, 'call')
    await demandSafe(ctx, row.caseId, row.withFamily, row.invitedIds)
    const earliest = earliestDay(ctx.today, await termFor(ctx, row, 'meetingNotice'))
    if (fromDbDate(row.heldOn) < ctx.today) throw conflict('meeting.dayGone')
    if (fromDbDate(row.heldOn) < earliest && !shortNoticeReason)
      throw conflict('meeting.tooSoon', { earliest: formatDate(earliest) })
    await ctx.tx.caseMeetingParty.createMany({
      data: [row.ownerInstitutionId, ...row.invitedIds].map((institutionId) => ({
        ...partOf(facts),
        institutionId,
      })),
    })
    await tellCalled(ctx, row.id, 'called', letterOf('called', facts, row.heldOn, row.startsAt))
    return moveCaseMeeting(ctx, facts, seen, 'call', { calledAt: ctx.now, shortNoticeReason })
  },
  audit: aboutCaseMeeting,
})

export const cancelCaseMeeting = defineCommand({
  name: 'caseMeeting.cancel',
  input: z.strictObject({ ...target, reason: prose(500) }),
  subject: caseMeetingFacts,
  run: async (ctx, { version: seen, reason }, facts) => {
    const { row } = facts
    if (row.status === 'called')
      await tellCalled(ctx, row.id, 'cancelled', letterOf('cancelled', facts, row.heldOn, row.startsAt))
    return moveCaseMeeting(ctx, facts, seen, 'cancel', { cancelReason: reason })
  },
  audit: aboutCaseMeeting,
})

const partyInput = z.strictObject({ id: uuid(), name: optional(personName(120)) })

/** It took place: who came for each institution, and whether the family was there. */
export const holdCaseMeeting = defineCommand({
  name: 'caseMeeting.hold',
  input: z.strictObject({ ...target, familyCame: flag(), parties: z.array(partyInput).max(100) }),
  subject: caseMeetingFacts,
  run: async (ctx, { version: seen, familyCame, parties }, facts) => {
    const { row } = facts
    demandStage(row.status, 'hold')
    if (fromDbDate(row.heldOn) > ctx.today) throw conflict('meeting.notYet')
    if (!parties.some((p) => p.name)) throw conflict('meeting.nobodyCame')
    for (const { id, name } of parties) {
      const { count } = await ctx.tx.caseMeetingParty.updateMany({
        where: { id, meetingId: row.id },
        data: { cameName: name },
      })
      if (count !== 1) throw notFound()
    }
    return moveCaseMeeting(ctx, facts, seen, 'hold', { familyCame })
  },
  audit: aboutCaseMeeting,
})
