import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { type DataCategory, needTypes } from '@/lib/catalogue'
import { openCategories } from '@/lib/diagnosis/areas'
import type { IsoDate } from '@/lib/format/dates'
import { ask, type Question, question } from '@/lib/platform/ask'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { line, optional, prose, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const stages: readonly CaseFacts['status'][] = [
  'diagnosis',
  'planning',
  'inProgress',
  'suspended',
  'evaluation',
]

export type PersonOfCase = { readonly id: string; readonly name: string; readonly isMinor: boolean }

export type NeedView = {
  readonly id: string
  readonly needKey: string
  readonly name: string
  readonly category: DataCategory
  readonly personId: string | null
  readonly person: string | null
  readonly severity: number
  readonly description: string | null
  readonly unmetSince: IsoDate | null
  readonly namedOn: IsoDate
  readonly closedOn: IsoDate | null
  readonly version: number
}

/** Persons of the case whom this person may know by name, who take part today. */
export const peopleOf = async ({ tx }: Context, caseId: string): Promise<PersonOfCase[]> => {
  const links = await tx.casePerson.findMany({ where: { caseId, leftOn: null } })
  const people = await tx.person.findMany({
    where: { id: { in: links.map((l) => l.personId) } },
    orderBy: [{ isMinor: 'asc' }, { givenName: 'asc' }],
  })
  return people.map((p) => ({ id: p.id, name: `${p.givenName} ${p.familyName}`, isMinor: p.isMinor }))
}

type Needs = { needs: Omit<NeedView, 'name'>[] | null }

/** Needs that this person may read, open ones first, the heaviest first; a hidden person stays without a name. */
export const needsIn = (caseId: string): Question<NeedView[]> =>
  question<Needs, NeedView[]>(
    Prisma.sql`
      (select json_agg(json_build_object('id', n.id, 'needKey', n.need_key, 'category', n.category,
          'personId', n.person_id, 'person', p.given_name || ' ' || p.family_name, 'severity', n.severity,
          'description', n.description, 'unmetSince', n.unmet_since,
          'namedOn', (n.created_at at time zone 'Europe/Warsaw')::date, 'closedOn', n.closed_on, 'version', n.version)
          order by n.closed_on desc nulls first, n.severity desc, n.created_at)
        from need n left join person p on p.id = n.person_id where n.case_id = ${caseId}::uuid) as needs`,
    ({ needs }) => {
      const nameOf = new Map(needTypes().map((t) => [t.key, t.namePl]))
      return (needs ?? []).map((r) => ({ ...r, name: nameOf.get(r.needKey) ?? r.needKey }))
    },
  )

/** The same, asked alone. */
export const needsOf = async ({ tx }: Context, caseId: string): Promise<NeedView[]> => {
  const [needs] = await ask(tx, needsIn(caseId))
  return needs
}

/** Needs with what a form to add one offers. */
export const listNeeds = defineQuery({
  name: 'need.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts) => {
    const open = await openCategories(ctx, facts, null)
    const types = await ctx.tx.needType.findMany({ orderBy: { position: 'asc' } })
    return {
      needs: await needsOf(ctx, caseId),
      people: await peopleOf(ctx, caseId),
      choices: types.filter((t) => open.has(t.dataCategory)).map((t) => ({ value: t.key, label: t.namePl })),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** Needs are worked on from the diagnosis to the evaluation. */
export const needsAreOpen = ({ status }: Pick<CaseFacts, 'status'>): boolean => stages.includes(status)

export const checkStage = (facts: CaseFacts): void => {
  if (!needsAreOpen(facts)) throw conflict('wrongState')
}

/** A need of one person or of the whole family, out of the catalogue; its category comes from the catalogue. */
export const addNeed = defineCommand({
  name: 'need.add',
  input: z.strictObject({
    caseId: uuid(),
    personId: optional(uuid()),
    needKey: z.string({ error: 'choose' }).min(1, 'choose').max(60, 'choose'),
    severity: whole(1, 3),
    description: optional(prose(1000)),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    checkStage(facts)
    const type = await ctx.tx.needType.findUnique({ where: { key: input.needKey } })
    if (!type) throw invalid({ needKey: 'choose' })
    if (input.personId && !(await peopleOf(ctx, facts.caseId)).some((p) => p.id === input.personId))
      throw invalid({ personId: 'choose' })
    if (!(await openCategories(ctx, facts, input.personId)).has(type.dataCategory))
      throw invalid({ needKey: 'needClosed' })
    const already = await ctx.tx.need.count({
      where: { caseId: facts.caseId, needKey: type.key, personId: input.personId, closedOn: null },
    })
    if (already > 0) throw invalid({ needKey: 'needTwice' })
    const id = crypto.randomUUID()
    await ctx.tx.need.createMany({
      data: [
        {
          id,
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          personId: input.personId,
          needKey: type.key,
          category: type.dataCategory,
          severity: input.severity,
          description: input.description,
          createdById: ctx.actor.userId,
        },
      ],
    })
    return { caseId: facts.caseId, needId: id }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type NeedFacts = CaseFacts & { readonly needId: string; readonly closed: boolean }

/** The case of a need that this person may read. */
export const needFacts = async (ctx: Context, { needId }: { needId: string }): Promise<NeedFacts> => {
  const row = await ctx.tx.need.findUnique({ where: { id: needId } })
  if (!row) throw notFound()
  const facts = await bySubject(ctx, { caseId: row.caseId })
  return { ...facts, needId, closed: row.closedOn !== null }
}

const mend = async (ctx: Context, facts: NeedFacts, seen: number, data: object): Promise<void> => {
  checkStage(facts)
  const changed = await ctx.tx.need.updateMany({
    where: { id: facts.needId, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count === 1) return
  const now = await ctx.tx.need.findUniqueOrThrow({ where: { id: facts.needId } })
  throw staleWith({ version: String(now.version), description: now.description ?? '' })
}

/** How heavy it is, in which words. */
export const editNeed = defineCommand({
  name: 'need.edit',
  input: z.strictObject({
    needId: uuid(),
    version: version(),
    severity: whole(1, 3),
    description: optional(prose(1000)),
  }),
  subject: needFacts,
  run: async (ctx, input, facts) => {
    await mend(ctx, facts, input.version, { severity: input.severity, description: input.description })
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** The need is met or was named by mistake: it stays in the history with the reason. */
export const closeNeed = defineCommand({
  name: 'need.close',
  input: z.strictObject({ needId: uuid(), version: version(), reason: line(300) }),
  subject: needFacts,
  run: async (ctx, input, facts) => {
    if (facts.closed) throw conflict('wrongState')
    await mend(ctx, facts, input.version, { closedOn: toDbDate(ctx.today), closedReason: input.reason })
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
