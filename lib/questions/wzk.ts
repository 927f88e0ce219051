import { z } from 'zod'
import { changed, regionOf } from '@/lib/knowledge'
import { fromDbDate, fromDbDateOrNull, toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, line, optional, personName, uuid, version } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { expertsOf } from '@/lib/questions/experts'

const bodiesOf = async ({ tx }: Context, region: string) =>
  (
    await tx.institution.findMany({
      where: { wojewodztwoCode: region, level: 'wojewodztwo', endedOn: null },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    })
  ).map(({ id, name }) => ({ value: id, label: name }))

const ownRegion = (ctx: Context) => ({ wojewodztwoCode: regionOf(ctx) })

/** Bodies of the voivodeship's team with who represents them: today's, and former ones. */
export const listWzk = defineQuery({
  name: 'wzk.list',
  input: z.strictObject({}),
  subject: ownRegion,
  run: async (ctx, _input, facts) => {
    const rows = await ctx.tx.wzkMember.findMany({ orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] })
    const houses = await ctx.tx.institution.findMany({
      where: { id: { in: rows.map((r) => r.institutionId) } },
      select: { id: true, name: true },
    })
    const members = rows.map((r) => ({
      id: r.id,
      version: r.version,
      institutionId: r.institutionId,
      institution: houses.find((h) => h.id === r.institutionId)?.name ?? '',
      person: r.personName,
      function: r.personFunction,
      answers: r.userId !== null,
      startsOn: fromDbDate(r.startsOn),
      endsOn: fromDbDateOrNull(r.endsOn),
    }))
    const mayKeep = may(ctx.actor, 'wzk.add', facts)
    const over = (m: { endsOn: string | null }) => m.endsOn !== null && m.endsOn < ctx.today
    return {
      now: members.filter((m) => !over(m)).sort((a, b) => a.institution.localeCompare(b.institution, 'pl')),
      former: members.filter(over),
      mayKeep,
      bodies: mayKeep ? await bodiesOf(ctx, regionOf(ctx)) : [],
      experts: mayKeep ? await expertsOf(ctx, regionOf(ctx)) : [],
      today: ctx.today,
    }
  },
  audit: 'notPersonal',
})
export type WzkList = Awaited<ReturnType<typeof listWzk.execute>>
export type WzkRow = WzkList['now'][number]

/** A body of the voivodeship joins, with its representative; an expert with an account is chosen by name. */
export const addWzkMember = defineCommand({
  name: 'wzk.add',
  input: z.strictObject({
    bodyId: uuid(),
    expert: optional(z.string().max(80)),
    personName: optional(personName(120)),
    personFunction: line(120),
    startsOn: date(),
    endsOn: optional(date()),
  }),
  subject: ownRegion,
  run: async (ctx, input) => {
    const region = regionOf(ctx)
    if (!(await bodiesOf(ctx, region)).some(({ value }) => value === input.bodyId)) throw notFound()
    const expert = (await expertsOf(ctx, region)).find(({ value }) => value === input.expert)
    const name = expert?.name ?? input.personName
    if (!name) throw invalid({ personName: 'required' })
    if (input.endsOn && input.endsOn < input.startsOn) throw invalid({ endsOn: 'dateOrder' })
    const row = await ctx.tx.wzkMember.create({
      data: {
        wojewodztwoCode: region,
        institutionId: input.bodyId,
        personName: name,
        personFunction: input.personFunction,
        userId: expert?.userId ?? null,
        startsOn: toDbDate(input.startsOn),
        endsOn: toDbDateOrNull(input.endsOn),
        createdById: ctx.actor.userId,
      },
    })
    return { memberId: row.id }
  },
  audit: ({ memberId }) => ({ subjectKind: 'wzk', subjectIds: [memberId] }),
})

/** The last day of a seat: another person of the same body is added beside it. */
export const endWzkMember = defineCommand({
  name: 'wzk.end',
  input: z.strictObject({ wzkMemberId: uuid(), version: version(), endsOn: date() }),
  subject: async ({ tx }, { wzkMemberId }) => {
    const row = await tx.wzkMember.findUnique({ where: { id: wzkMemberId } })
    if (!row) throw notFound()
    return { row, wojewodztwoCode: row.wojewodztwoCode }
  },
  run: async ({ tx, today }, { wzkMemberId, version: seen, endsOn }, { row }) => {
    if (row.endsOn && fromDbDate(row.endsOn) < today) throw conflict('wrongState')
    if (endsOn < fromDbDate(row.startsOn)) throw invalid({ endsOn: 'dateOrder' })
    changed(
      await tx.wzkMember.updateMany({
        where: { id: wzkMemberId, version: seen },
        data: { endsOn: toDbDate(endsOn), version: { increment: 1 } },
      }),
    )
    return { memberId: wzkMemberId }
  },
  audit: ({ memberId }) => ({ subjectKind: 'wzk', subjectIds: [memberId] }),
})
