import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import { membersOf } from '@/lib/families/members'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull, toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors'
import { date, many, optional, prose, uuid } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

type Choice = { readonly id: string; readonly name: string }
type Around = { readonly institutions: readonly Choice[]; readonly people: readonly Choice[] }

export type Protection = {
  readonly from: IsoDate
  readonly to: IsoDate | null
  readonly safeIds: readonly string[]
  readonly closeIds: readonly string[]
  /** Empty for who does not hold the mark `nk`, also where something is recorded. */
  readonly suspectedId: string | null
  readonly reason: string | null
}

export type ProtectionView = Around & {
  readonly byPerson: Readonly<Record<string, Protection>>
  /** This person reads why and from whom (mark `nk`). */
  readonly readsCause: boolean
}

/**
 * Whom the coordinator may name: institutions of the case beside the owner as safe; people who work on the case, deliver in
 * it or work at the owner as close to the suspected person. The family's coordinator has to know and is not among them.
 */
const aroundOf = async ({ tx, actor }: Context, facts: CaseFacts): Promise<Around> => {
  const [row] = await tx.$queryRaw<{ institutions: Choice[] | null; people: Choice[] | null }[]>`
    select
      (select json_agg(json_build_object('id', i.id, 'name', i.name) order by i.name) from institution i
        where i.id <> ${facts.ownerInstitutionId}::uuid and i.id = any (array(
          select p.institution_id from case_participant p where p.case_id = ${facts.caseId}::uuid
            and (p.ends_on is null or p.ends_on >= app.today())
          union select l.provider_institution_id from basket_line l where l.case_id = ${facts.caseId}::uuid))) as institutions,
      (select json_agg(json_build_object('id', u.id, 'name', u.given_name || ' ' || u.family_name)
          order by u.family_name, u.given_name) from user_account u
        where u.id <> ${actor.userId}::uuid and u.disabled_at is null and u.id = any (array(
          select r.user_id from role_assignment r where r.case_id = ${facts.caseId}::uuid and r.ended_at is null
          union select l.responsible_user_id from basket_line l where l.case_id = ${facts.caseId}::uuid
          union select e.user_id from employment e where e.institution_id = ${facts.ownerInstitutionId}::uuid
            and e.ends_on is null))
          and not exists (select from role_assignment r where r.user_id = u.id and r.ended_at is null
            and r.case_id = ${facts.caseId}::uuid and r.role = 'koordynator_rodziny')) as people`
  return { institutions: row?.institutions ?? [], people: row?.people ?? [] }
}

/** A case of the own unit: what is said of a person there is the owner's alone, whatever role somebody has beside it. */
const ownSubject = async (ctx: Context, input: { caseId: string }): Promise<CaseFacts> => {
  const facts = await bySubject(ctx, input)
  if (facts.ownerInstitutionId !== ctx.actor.institutionId) throw forbidden()
  return facts
}

const marked = async ({ tx }: Context): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ marked: boolean }[]>`select app.has_nk_mark() as marked`
  return row?.marked ?? false
}

const personsOf = async ({ tx }: Context, caseId: string): Promise<string[]> =>
  (await tx.casePerson.findMany({ where: { caseId }, select: { personId: true } })).map((p) => p.personId)

/** Running protections of the family, and who could be named in one: for both coordinators. */
export const readProtections = defineQuery({
  name: 'protection.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: ownSubject,
  run: async (ctx, { caseId }, facts): Promise<ProtectionView> => {
    const rows = await ctx.tx.personProtection.findMany({
      where: { personId: { in: await personsOf(ctx, caseId) }, endedAt: null },
      include: { cause: true },
    })
    const byPerson = rows.map((row): [string, Protection] => [
      row.personId,
      {
        from: fromDbDate(row.startsOn),
        to: fromDbDateOrNull(row.endsOn),
        safeIds: row.safeInstitutionIds,
        closeIds: row.closeUserIds,
        suspectedId: row.cause?.suspectedPersonId ?? null,
        reason: row.cause?.reason ?? null,
      },
    ])
    return {
      ...(await aroundOf(ctx, facts)),
      byPerson: Object.fromEntries(byPerson),
      readsCause: await marked(ctx),
    }
  },
  audit: (_view, _input, facts) => ofCase(facts),
})

const early: readonly CaseFacts['status'][] = ['submitted', 'screening']

/** After the referral was taken up and until the case ends. */
export const protectable = ({ status }: Pick<CaseFacts, 'status'>): boolean =>
  isOpen(status) && !early.includes(status)

const running = (ctx: Context, personId: string) =>
  ctx.tx.personProtection.findFirst({ where: { personId, endedAt: null }, select: { id: true } })

const finish = async ({ tx, actor, now }: Context, id: string): Promise<void> => {
  const ended = await tx.personProtection.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: now, endedById: actor.userId },
  })
  if (ended.count !== 1) throw conflict('wrongState')
}

const protectInput = z
  .strictObject({
    caseId: uuid(),
    personId: uuid(),
    startsOn: date(),
    endsOn: optional(date()),
    safeIds: many(uuid()),
    closeIds: many(uuid()),
    suspectedId: optional(uuid()),
    reason: optional(prose(1000)),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'dateOrder',
  })

const isOneOf = (known: readonly Choice[], ids: readonly string[]): boolean =>
  ids.every((id) => known.some((one) => one.id === id))

/**
 * A person is protected from a day on: others than the owner and the institutions named safe know the name only. What runs
 * is ended and recorded anew; a cause that this person may not read stays as it was recorded.
 */
export const protectPerson = defineCommand({
  name: 'protection.set',
  input: protectInput,
  subject: ownSubject,
  run: async (ctx, input, facts) => {
    const { tx, actor } = ctx
    if (!protectable(facts)) throw conflict('wrongState')
    const persons = await membersOf(ctx, facts.caseId, facts.familyId)
    if (!persons.some((p) => p.personId === input.personId)) throw notFound()
    const known = await aroundOf(ctx, facts)
    if (!isOneOf(known.institutions, input.safeIds)) throw invalid({ safeIds: 'choose' })
    if (!isOneOf(known.people, input.closeIds)) throw invalid({ closeIds: 'choose' })
    const { suspectedId, reason } = input
    const named = suspectedId === null || persons.some((p) => p.personId === suspectedId)
    if (!named || suspectedId === input.personId) throw invalid({ suspectedId: 'choose' })
    const before = await running(ctx, input.personId)
    if (before) await finish(ctx, before.id)
    const id = randomUUID()
    await tx.personProtection.createMany({
      data: [
        {
          id,
          personId: input.personId,
          ownerInstitutionId: facts.ownerInstitutionId,
          safeInstitutionIds: [...new Set(input.safeIds)],
          closeUserIds: [...new Set(input.closeIds)],
          startsOn: toDbDate(input.startsOn),
          endsOn: toDbDateOrNull(input.endsOn),
          recordedById: actor.userId,
        },
      ],
    })
    if (suspectedId || reason)
      await tx.personProtectionCause.createMany({
        data: [{ protectionId: id, suspectedPersonId: suspectedId, reason }],
      })
    else if (before && !(await marked(ctx)))
      await tx.$queryRaw`select app.carry_protection_cause(${before.id}::uuid, ${id}::uuid)::text`
  },
  // the log names the case and no more
  audit: (_result, _input, facts) => ofCase(facts),
})

/** The protection ends at once: who may read contact and address reads them again. */
export const endProtection = defineCommand({
  name: 'protection.end',
  input: z.strictObject({ caseId: uuid(), personId: uuid() }),
  subject: ownSubject,
  run: async (ctx, { caseId, personId }) => {
    if (!(await personsOf(ctx, caseId)).includes(personId)) throw notFound()
    const row = await running(ctx, personId)
    if (!row) throw notFound()
    await finish(ctx, row.id)
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
