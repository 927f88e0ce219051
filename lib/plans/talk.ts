import { z } from 'zod'
import { bySubject, type CaseFacts, type NoTalkKey, noTalkKeys, ofCase, roundOf } from '@/lib/cases'
import { dataCategories } from '@/lib/catalogue'
import { checkCategory } from '@/lib/plans/kept-under'
import { tellWhenWhole } from '@/lib/plans/whole'
import { fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, staleWith } from '@/lib/platform/errors'
import type { ClosingTalkModel } from '@/lib/platform/generated/prisma/models'
import { date, many, optional, prose, line as text, uuid, whole } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)

/** Stages in which there is work to look back on. */
export const talkStages: readonly CaseFacts['status'][] = [
  'diagnosis',
  'planning',
  'planApproval',
  'inProgress',
  'suspended',
  'evaluation',
]

type Name = { id: string; givenName: string; familyName: string }

const viewOf = (row: ClosingTalkModel, names: readonly Name[]) => ({
  id: row.id,
  round: row.round,
  heldOn: fromDbDateOrNull(row.heldOn),
  notHeldKey: row.notHeldKey as NoTalkKey | null,
  notHeldNote: row.notHeldNote,
  personIds: row.personIds,
  persons: names.filter(({ id }) => row.personIds.includes(id)).map((p) => `${p.givenName} ${p.familyName}`),
  others: row.others,
  category: row.category,
  helped: row.helped,
  result: row.result,
  satisfaction: row.satisfaction,
  stays: row.stays,
  callWhom: row.callWhom,
  version: row.version,
})
export type ClosingTalk = ReturnType<typeof viewOf>

/** Persons of the case whose names this reader may know, for who took part. */
const namesOf = async ({ tx }: Context, caseId: string): Promise<Name[]> => tx.$queryRaw<Name[]>`
  select p.id, p.given_name as "givenName", p.family_name as "familyName"
  from case_person c join person p on p.id = c.person_id
  where c.case_id = ${caseId}::uuid and c.left_on is null order by c.main desc, p.is_minor, p.name_folded`

/** The talk of this round and those of the rounds before, newest first, with who could have taken part. */
export const talksOf = async (ctx: Context, caseId: string) => {
  const rows = await ctx.tx.closingTalk.findMany({ where: { caseId }, orderBy: { round: 'desc' } })
  const names = await namesOf(ctx, caseId)
  const round = await roundOf(ctx, caseId)
  const talks = rows.map((row) => viewOf(row, names))
  return {
    talk: talks.find((t) => t.round === round) ?? null,
    earlierTalks: talks.filter((t) => t.round < round),
    persons: names.map((p) => ({ value: p.id, label: `${p.givenName} ${p.familyName}` })),
  }
}

type Columns = Omit<
  ClosingTalkModel,
  | 'id'
  | 'caseId'
  | 'teamId'
  | 'ownerInstitutionId'
  | 'round'
  | 'recordedById'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
>

/** Writes what was said of the talk of this round, on the version that was seen. */
const save = async (ctx: Context, facts: CaseFacts, seen: number, data: Columns): Promise<void> => {
  if (!talkStages.includes(facts.status)) throw conflict('wrongState')
  const { tx, actor } = ctx
  const { caseId, teamId, ownerInstitutionId } = facts
  const round = await roundOf(ctx, caseId)
  const row = await tx.closingTalk.findFirst({ where: { caseId, round } })
  if ((row?.version ?? 0) !== seen)
    throw staleWith({ version: String(row?.version ?? 0), helped: row?.helped ?? '' })
  if (row) {
    const changed = await tx.closingTalk.updateMany({
      where: { id: row.id, version: seen },
      data: { ...data, recordedById: actor.userId, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return
  }
  const of = { caseId, teamId, ownerInstitutionId, round, recordedById: actor.userId }
  await tx.closingTalk.createMany({ data: [{ ...of, ...data }] })
}

const stars = optional(whole(1, 5))
/** 0: nothing was recorded yet */
const seenVersion = whole(0, 1_000_000)

/** The talk as it was: when, with whom, what helped in the family's words, what stays and whom to call. */
export const recordTalk = defineCommand({
  name: 'talk.record',
  input: z.strictObject({
    caseId: uuid(),
    version: seenVersion,
    heldOn: date(),
    personIds: many(uuid()),
    others: optional(text(300)),
    category: z.enum(dataCategories, { error: 'choose' }),
    helped: prose(4000),
    result: optional(prose(2000)),
    satisfaction: stars,
    stays: optional(prose(2000)),
    callWhom: optional(prose(500)),
  }),
  subject: bySubject,
  run: async (ctx, { caseId, version, heldOn, ...input }, facts) => {
    if (heldOn > ctx.today) throw invalid({ heldOn: 'dateFuture' })
    if (heldOn < facts.openedOn) throw invalid({ heldOn: 'beforeCase' })
    await checkCategory(ctx, facts, input.category)
    const known = await namesOf(ctx, caseId)
    if (input.personIds.length === 0 && facts.subject !== 'environment')
      throw invalid({ personIds: 'choose' })
    if (input.personIds.some((id) => !known.some((p) => p.id === id))) throw invalid({ personIds: 'choose' })
    const data = { ...input, heldOn: toDbDate(heldOn), notHeldKey: null, notHeldNote: null }
    await tellWhenWhole(ctx, facts, () => save(ctx, facts, version, data))
    return { caseId }
  },
  audit: (_r, { personIds }, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: [...personIds],
  }),
})

const nothingSaid = {
  heldOn: null,
  personIds: [],
  others: null,
  category: 'PODSTAWOWE',
  helped: null,
  result: null,
  satisfaction: null,
  stays: null,
  callWhom: null,
} as const

/** There will be no talk, and why: the case may be closed without it (a death, no contact, the family's wish). */
export const skipTalk = defineCommand({
  name: 'talk.skip',
  input: z
    .strictObject({
      caseId: uuid(),
      version: seenVersion,
      notHeldKey: z.enum(noTalkKeys, { error: 'choose' }),
      notHeldNote: optional(prose(1000)),
    })
    .refine((i) => i.notHeldKey !== 'inne' || i.notHeldNote !== null, {
      path: ['notHeldNote'],
      message: 'required',
    }),
  subject: bySubject,
  run: async (ctx, { caseId, version, notHeldKey, notHeldNote }, facts) => {
    const data = { ...nothingSaid, personIds: [], notHeldKey, notHeldNote }
    await tellWhenWhole(ctx, facts, () => save(ctx, facts, version, data))
    return { caseId }
  },
  audit,
})

/** The sheet that the family keeps; what is kept under safety is told, never printed (anybody at home may read it). */
export const readTalk = defineQuery({
  name: 'talk.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts) => {
    const { talk } = await talksOf(ctx, caseId)
    const family = facts.familyId
      ? await ctx.tx.family.findUnique({ where: { id: facts.familyId }, select: { label: true } })
      : null
    return {
      family: family?.label ?? null,
      today: ctx.today,
      untold: talk?.category === 'BEZPIECZENSTWO',
      talk: talk?.heldOn ? talk : null,
    }
  },
  audit,
})
export type TalkSheet = Awaited<ReturnType<typeof readTalk.execute>>
