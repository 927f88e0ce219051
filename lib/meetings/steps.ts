import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { aboutMeeting, demandStage, type MeetingFacts, meetingFacts, moveMeeting } from '@/lib/meetings/facts'
import { earliestDay } from '@/lib/meetings/notice'
import { demandSomewhere, teamLine, webLink } from '@/lib/meetings/words'
import { meetingLetter } from '@/lib/messages/pl/letters'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { conflict, invalid } from '@/lib/platform/errors'
import { date, optional, prose, timeOfDay, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { teamFacts } from '@/lib/teams'
import { termFor } from '@/lib/variants'

const when = {
  heldOn: date(),
  startsAt: timeOfDay(),
  place: optional(teamLine(200)),
  link: optional(webLink()),
  quorumShare: z.preprocess((v) => (v === undefined || v === '' ? 50 : v), whole(1, 99)),
}
const target = { meetingId: uuid(), version: version() }

const columns = (
  today: IsoDate,
  input: {
    heldOn: IsoDate
    startsAt: string
    place: string | null
    link: string | null
    quorumShare: number
  },
) => {
  demandSomewhere(input)
  if (input.heldOn < today) throw invalid({ heldOn: 'datePast' })
  return { ...input, heldOn: toDbDate(input.heldOn) }
}

const gminaOf = async ({ tx }: Context, code: string): Promise<string> =>
  (await tx.territoryUnit.findUnique({ where: { code }, select: { name: true } }))?.name ?? ''

type Called = Pick<MeetingFacts['row'], 'startsAt' | 'place' | 'link'> & { heldOn: Date }
type Kind = 'called' | 'moved' | 'cancelled'

/** The bell of everybody in the team, and a letter with day, hour and place alone. */
const tellAll = async (
  ctx: Context,
  { row, team }: MeetingFacts,
  kind: Kind,
  meeting: Called,
): Promise<void> => {
  const letter = meetingLetter(kind, {
    gmina: await gminaOf(ctx, team.gminaCode),
    on: fromDbDate(meeting.heldOn),
    at: meeting.startsAt,
    place: meeting.place ?? meeting.link ?? '',
    address: `${env().PUBLIC_URL}/spotkania/${row.id}`,
  })
  await ctx.tx.$executeRaw`
    select app.tell_meeting(${row.id}::uuid, ${`meeting.${kind}`}, ${letter.subject}, ${letter.body})`
}

/** A meeting is planned: day, hour, place or link. Nobody is told of it yet. */
export const planMeeting = defineCommand({
  name: 'meeting.plan',
  input: z.strictObject({ teamId: uuid(), ...when }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async ({ tx, actor, today }, { teamId, ...input }, { team }) => {
    if (team.status !== 'active' && team.status !== 'suspended') throw conflict('wrongState')
    const id = randomUUID()
    const by = { createdById: actor.userId, createdInstitutionId: actor.institutionId }
    await tx.teamMeeting.createMany({ data: [{ id, teamId, ...columns(today, input), ...by }] })
    return { meetingId: id, teamId }
  },
  audit: ({ meetingId, teamId }) => ({ subjectKind: 'meeting', subjectIds: [meetingId], teamId }),
})

/** Another day, hour or place; who was called already is told. */
export const mendMeeting = defineCommand({
  name: 'meeting.mend',
  input: z.strictObject({ ...target, ...when }),
  subject: meetingFacts,
  run: async (ctx, { meetingId: _m, version: seen, ...input }, facts) => {
    const next = columns(ctx.today, input)
    const result = await moveMeeting(ctx, facts, seen, 'mend', next)
    if (facts.row.status === 'called') await tellAll(ctx, facts, 'moved', next)
    return result
  },
  audit: aboutMeeting,
})

/** Each party that signed has a row in the attendance list. */
const addParties = async ({ tx }: Context, { row }: MeetingFacts): Promise<void> => {
  const parties = await tx.teamMember.findMany({
    where: { teamId: row.teamId, leftOn: null, signedOn: { not: null } },
    select: { institutionId: true },
  })
  await tx.meetingParty.createMany({
    data: parties.map(({ institutionId }) => ({ meetingId: row.id, teamId: row.teamId, institutionId })),
  })
}

/** Agenda and invitations go out, so many days before as the team set; later only with a reason. */
export const callMeeting = defineCommand({
  name: 'meeting.call',
  input: z.strictObject({ ...target, shortNoticeReason: optional(teamLine(300)) }),
  subject: meetingFacts,
  run: async (ctx, { version: seen, shortNoticeReason }, facts) => {
    const { row } = facts
    demandStage(row.status, 'call')
    const items = await ctx.tx.meetingItem.count({ where: { meetingId: row.id, droppedAt: null } })
    if (items === 0) throw conflict('meeting.noAgenda')
    const earliest = earliestDay(ctx.today, await termFor(ctx, { teamId: row.teamId }, 'meetingNotice'))
    if (fromDbDate(row.heldOn) < ctx.today) throw conflict('meeting.dayGone')
    if (fromDbDate(row.heldOn) < earliest && !shortNoticeReason)
      throw conflict('meeting.tooSoon', { earliest: formatDate(earliest) })
    await addParties(ctx, facts)
    await tellAll(ctx, facts, 'called', row)
    return moveMeeting(ctx, facts, seen, 'call', { calledAt: ctx.now, shortNoticeReason })
  },
  audit: aboutMeeting,
})

export const cancelMeeting = defineCommand({
  name: 'meeting.cancel',
  input: z.strictObject({ ...target, reason: prose(500) }),
  subject: meetingFacts,
  run: async (ctx, { version: seen, reason }, facts) => {
    if (facts.row.status === 'called') await tellAll(ctx, facts, 'cancelled', facts.row)
    return moveMeeting(ctx, facts, seen, 'cancel', { cancelReason: reason })
  },
  audit: aboutMeeting,
})

/** It took place: who came is written down, the minutes are next. */
export const holdMeeting = defineCommand({
  name: 'meeting.hold',
  input: z.strictObject(target),
  subject: meetingFacts,
  run: async (ctx, { version: seen }, facts) => {
    const { row } = facts
    if (fromDbDate(row.heldOn) > ctx.today) throw conflict('meeting.notYet')
    const came = await ctx.tx.meetingParty.count({ where: { meetingId: row.id, came: { not: null } } })
    if (came === 0) throw conflict('meeting.nobodyCame')
    return moveMeeting(ctx, facts, seen, 'hold', {})
  },
  audit: aboutMeeting,
})
