import { z } from 'zod'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import { relations } from '@/lib/catalogue'
import {
  isMutual,
  type Relation,
  type RelationKind,
  relationKinds,
  relationsOf,
} from '@/lib/families/derived'
import { type MemberRow, membersOf } from '@/lib/families/members'
import { ageOn, type IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { flag, optional, pastDate, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

export type GenogramPerson = {
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  /** null: not recorded, or not for this reader */
  readonly sex: 'female' | 'male' | null
  /** On the day of death for who has died. */
  readonly age: number | null
  readonly diedOn: IsoDate | null
  readonly leftOn: IsoDate | null
  readonly main: boolean
  readonly livesTogether: boolean
  /** Generation that the word for the relation to the main person gives. */
  readonly generation: number
}

export type GenogramView = {
  readonly persons: readonly GenogramPerson[]
  readonly relations: readonly Relation[]
}

type EnteredRow = Awaited<ReturnType<Context['tx']['personRelation']['findMany']>>[number]

const enteredOf = (row: EnteredRow): Relation[] => {
  const kind = relationKinds.find((one) => one === row.kind)
  if (!kind) return []
  return [
    {
      id: row.id,
      version: row.version,
      fromId: row.fromId,
      toId: row.toId,
      kind,
      startsOn: fromDbDateOrNull(row.startsOn),
      ended: row.ended,
      endsOn: fromDbDateOrNull(row.endsOn),
    },
  ]
}

const enteredAmong = async ({ tx }: Context, ids: readonly string[]): Promise<Relation[]> => {
  const among = { in: [...ids] }
  const rows = await tx.personRelation.findMany({
    where: { fromId: among, toId: among },
    orderBy: [{ startsOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(enteredOf)
}

const personsOf = async (ctx: Context, members: readonly MemberRow[]): Promise<GenogramPerson[]> => {
  const identities = await ctx.tx.personIdentity.findMany({
    where: { personId: { in: members.map(({ personId }) => personId) } },
    select: { personId: true, sex: true, diedOn: true },
  })
  const generations = new Map(relations().map(({ key, generation }) => [key, generation]))
  return members.map((member) => {
    const identity = identities.find(({ personId }) => personId === member.personId)
    const diedOn = fromDbDateOrNull(identity?.diedOn ?? null)
    return {
      personId: member.personId,
      givenName: member.givenName,
      familyName: member.familyName,
      sex: identity?.sex === 'female' || identity?.sex === 'male' ? identity.sex : null,
      age: member.bornOn ? ageOn(member.bornOn, diedOn ?? ctx.today) : null,
      diedOn,
      leftOn: member.leftOn,
      main: member.main,
      livesTogether: member.livesTogether,
      generation: generations.get(member.relationKey ?? '') ?? 0,
    }
  })
}

/** Who is what to whom in this family: entered relations, and what follows from words and signatures. */
export const readRelations = defineQuery({
  name: 'family.relations',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts): Promise<GenogramView> => {
    const members = await membersOf(ctx, caseId, facts.familyId)
    const entered = await enteredAmong(
      ctx,
      members.map(({ personId }) => personId),
    )
    return { persons: await personsOf(ctx, members), relations: relationsOf(members, entered) }
  },
  audit: ({ persons }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'identity',
    subjectIds: persons.map(({ personId }) => personId),
  }),
})

const told = {
  startsOn: optional(pastDate()),
  ended: flag(),
  endsOn: optional(pastDate()),
}

type Told = { startsOn: IsoDate | null; ended: boolean; endsOn: IsoDate | null }

const inOrder = ({ startsOn, endsOn }: Told, ctx: z.RefinementCtx): void => {
  if (startsOn && endsOn && endsOn < startsOn)
    ctx.addIssue({ code: 'custom', path: ['endsOn'], message: 'relationOrder' })
}

/** A date of the end says that it ended. */
const columns = ({ startsOn, ended, endsOn }: Told) => ({
  startsOn: toDbDateOrNull(startsOn),
  ended: ended || endsOn !== null,
  endsOn: toDbDateOrNull(endsOn),
})

const demandOpen = (facts: CaseFacts): void => {
  if (!isOpen(facts.status)) throw conflict('wrongState')
}

type Ends = { personId: string; otherId: string; kind: RelationKind }

/** What cannot be: a parent younger than the child, each the parent of the other, the same thing twice. */
const demandPossible = (
  { personId, otherId, kind }: Ends,
  members: readonly MemberRow[],
  entered: readonly Relation[],
): void => {
  const [from, to] = [personId, otherId].map((id) => members.find((m) => m.personId === id))
  if (!from || !to) throw invalid({ otherId: 'choose' })
  if (from === to) throw invalid({ otherId: 'relationSelf' })
  const above = kind === 'parent' || kind === 'grandparent'
  if (above && from.bornOn && to.bornOn && from.bornOn >= to.bornOn)
    throw invalid({ otherId: 'parentYounger' })
  const between = entered.filter(
    (r) => [r.fromId, r.toId].includes(personId) && [r.fromId, r.toId].includes(otherId),
  )
  const twice = between.some((r) => r.kind === kind && !r.ended && (isMutual(kind) || r.fromId === personId))
  if (twice) throw invalid({ otherId: 'relationThere' })
  if (!isMutual(kind) && between.some((r) => r.kind === kind && r.fromId === otherId))
    throw invalid({ otherId: 'relationReversed' })
}

const of = (facts: CaseFacts, personIds: readonly string[]) => ({
  ...ofCase(facts),
  subjectKind: 'person',
  subjectIds: [...personIds],
})

/** One relation between two persons of the case, with the dates that are known. */
export const addRelation = defineCommand({
  name: 'family.relate',
  input: z
    .strictObject({
      caseId: uuid(),
      personId: uuid(),
      kind: z.enum(relationKinds, { error: 'choose' }),
      otherId: uuid(),
      ...told,
    })
    .superRefine(inOrder),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    demandOpen(facts)
    const { tx, actor, now } = ctx
    // two desks at once: the second sees what the first wrote
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`family ${facts.caseId}`}))::text`
    const members = await membersOf(ctx, facts.caseId, facts.familyId)
    demandPossible(input, members, await enteredAmong(ctx, [input.personId, input.otherId]))
    await tx.personRelation.createMany({
      data: [
        {
          ownerInstitutionId: facts.ownerInstitutionId,
          fromId: input.personId,
          toId: input.otherId,
          kind: input.kind,
          ...columns(input),
          recordedById: actor.userId,
          createdAt: now,
        },
      ],
    })
    return { personIds: [input.personId, input.otherId] }
  },
  audit: ({ personIds }, _input, facts) => of(facts, personIds),
})

const relationOf = async (ctx: Context, facts: CaseFacts, id: string): Promise<Relation> => {
  const inCase = await ctx.tx.casePerson.findMany({
    where: { caseId: facts.caseId },
    select: { personId: true },
  })
  const entered = await enteredAmong(
    ctx,
    inCase.map(({ personId }) => personId),
  )
  const relation = entered.find((one) => one.id === id)
  if (!relation) throw notFound()
  return relation
}

/** Dates put right, or the end of a relation. Between whom and of which kind stays: a wrong one is removed. */
export const mendRelation = defineCommand({
  name: 'family.mendRelation',
  input: z
    .strictObject({ caseId: uuid(), relationId: uuid(), version: version(), ...told })
    .superRefine(inOrder),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    demandOpen(facts)
    const { fromId, toId } = await relationOf(ctx, facts, input.relationId)
    const changed = await ctx.tx.personRelation.updateMany({
      where: { id: input.relationId, version: input.version },
      data: { ...columns(input), version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { personIds: [fromId, toId] }
  },
  audit: ({ personIds }, _input, facts) => of(facts, personIds),
})

/** Entered by mistake: what follows from the words for relations counts again. */
export const removeRelation = defineCommand({
  name: 'family.unrelate',
  input: z.strictObject({ caseId: uuid(), relationId: uuid() }),
  subject: bySubject,
  run: async (ctx, { relationId }, facts) => {
    demandOpen(facts)
    const { fromId, toId } = await relationOf(ctx, facts, relationId)
    await ctx.tx.$queryRaw`select app.remove_relation(${relationId}::uuid)::text`
    return { personIds: [fromId, toId] }
  },
  audit: ({ personIds }, _input, facts) => of(facts, personIds),
})
