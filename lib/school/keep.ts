import { z } from 'zod'
import { attach, attachmentContent, attachmentsOf, optionalFileField } from '@/lib/attachments'
import { fold } from '@/lib/format/fold'
import { regionOf, webLink } from '@/lib/knowledge'
import { tell } from '@/lib/notifications'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, line, optional, prose, timeOfDay, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { type EventFacts, eventFacts, ofEvent } from '@/lib/school/facts'

const materialKind = 'schoolMaterial'

const fields = {
  kind: z.enum(['school', 'dissemination'], { error: 'choose' }),
  title: line(160),
  programme: prose(4000),
  place: optional(line(200)),
  link: optional(webLink()),
  startsOn: date(),
  endsOn: optional(date()),
  startsAt: optional(timeOfDay()),
  places: whole(1, 2000),
}
const fieldsInput = z.strictObject(fields)

const dataOf = ({ startsOn, endsOn, title, ...rest }: z.output<typeof fieldsInput>) => {
  if (!rest.place && !rest.link) throw invalid({ place: 'schoolPlaceOrLink' })
  if (endsOn && endsOn < startsOn) throw invalid({ endsOn: 'dateOrder' })
  return {
    ...rest,
    title,
    titleFolded: fold(title),
    startsOn: toDbDate(startsOn),
    endsOn: toDbDate(endsOn ?? startsOn),
  }
}

/** A new event of the own voivodeship, open to sign-up at once. */
export const createEvent = defineCommand({
  name: 'school.create',
  input: fieldsInput,
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, input) => {
    if (input.startsOn < ctx.today) throw invalid({ startsOn: 'schoolPast' })
    const row = await ctx.tx.schoolEvent.create({
      data: {
        ...dataOf(input),
        wojewodztwoCode: regionOf(ctx),
        institutionId: ctx.actor.institutionId,
        createdById: ctx.actor.userId,
      },
    })
    return { eventId: row.id }
  },
  audit: ({ eventId }) => ({ subjectKind: 'school', subjectIds: [eventId] }),
})

const target = { eventId: uuid(), version: version() }

const change = async ({ tx }: Context, { row }: EventFacts, seen: number, data: object): Promise<void> => {
  if (row.cancelledOn) throw conflict('school.cancelled')
  const changed = await tx.schoolEvent.updateMany({
    where: { id: row.id, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

/** Everybody who has a place or waits for one. */
const tellAll = async (ctx: Context, { row }: EventFacts, kind: string): Promise<void> => {
  const people = await ctx.tx.schoolEntry.findMany({
    where: { eventId: row.id, state: { not: 'off' } },
    select: { userId: true, institutionId: true },
  })
  await tell(ctx, people, { kind, thingId: row.id })
}

/** Put right; who signed up is told when day, hour or place changed, and more places go to who waits. */
export const correctEvent = defineCommand({
  name: 'school.correct',
  input: z.strictObject({ ...target, ...fields }),
  subject: eventFacts,
  run: async (ctx, { eventId, version: seen, ...input }, facts) => {
    const { row } = facts
    const data = dataOf(input)
    const taken = await ctx.tx.schoolEntry.count({ where: { eventId, state: 'signed' } })
    if (input.places < taken) throw invalid({ places: 'schoolPlacesTaken' })
    await change(ctx, facts, seen, data)
    const moved =
      input.startsOn !== fromDbDate(row.startsOn) ||
      (input.endsOn ?? input.startsOn) !== fromDbDate(row.endsOn) ||
      input.startsAt !== row.startsAt ||
      input.place !== row.place ||
      input.link !== row.link
    if (moved) await tellAll(ctx, facts, 'school.moved')
    await ctx.tx.$queryRaw`select app.fill_event(${eventId}::uuid)`
    return { eventId }
  },
  audit: ofEvent,
})

/** Called off, with the reason; everybody who signed up is told. */
export const cancelEvent = defineCommand({
  name: 'school.cancel',
  input: z.strictObject({ ...target, reason: prose(600) }),
  subject: eventFacts,
  run: async (ctx, { eventId, version: seen, reason }, facts) => {
    await change(ctx, facts, seen, { cancelledOn: toDbDate(ctx.today), cancelReason: reason })
    await tellAll(ctx, facts, 'school.cancelled')
    return { eventId }
  },
  audit: ofEvent,
})

/** What was handed out: the address of a page, or a file. */
export const addMaterial = defineCommand({
  name: 'school.addMaterial',
  input: z.strictObject({
    eventId: uuid(),
    title: line(160),
    link: optional(webLink()),
    file: optionalFileField(),
  }),
  subject: eventFacts,
  run: async (ctx, { eventId, title, link, file }, { row }) => {
    if (!link && !file) throw invalid({ link: 'linkOrFile' })
    if (link && file) throw invalid({ file: 'linkAndFile' })
    const material = await ctx.tx.schoolMaterial.create({
      data: { eventId, wojewodztwoCode: row.wojewodztwoCode, title, link, addedById: ctx.actor.userId },
    })
    if (file) await attach(ctx, { kind: materialKind, id: material.id }, title, file)
    return { eventId }
  },
  audit: ofEvent,
})

/** A material of the event, removed ones left out. */
const materialFacts = async (ctx: Context, { materialId }: { materialId: string }) => {
  const material = await ctx.tx.schoolMaterial.findFirst({ where: { id: materialId, removedAt: null } })
  if (!material) throw notFound()
  return eventFacts(ctx, { eventId: material.eventId })
}

/** The file of a material, with its content. */
export const openMaterial = defineQuery({
  name: 'school.openMaterial',
  input: z.strictObject({ materialId: uuid() }),
  subject: materialFacts,
  run: async (ctx, { materialId }) => {
    const [file] = await attachmentsOf(ctx, { kind: materialKind, subjectIds: [materialId] })
    if (!file) throw notFound()
    return attachmentContent(ctx, file.id, [materialKind])
  },
  audit: ofEvent,
})

/** A material that was wrong or is out of date. */
export const removeMaterial = defineCommand({
  name: 'school.removeMaterial',
  input: z.strictObject({ materialId: uuid() }),
  subject: materialFacts,
  run: async ({ tx, now }, { materialId }, { row }) => {
    await tx.schoolMaterial.updateMany({
      where: { id: materialId, removedAt: null },
      data: { removedAt: now },
    })
    return { eventId: row.id }
  },
  audit: ofEvent,
})
