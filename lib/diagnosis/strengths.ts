import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { type AreaType, areaNames, openAreas, openCategories } from '@/lib/diagnosis/areas'
import { peopleOf } from '@/lib/diagnosis/needs'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { line, optional, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Stages in which strengths are named, mended and ended: the same as for needs. */
const stages: readonly CaseFacts['status'][] = [
  'diagnosis',
  'planning',
  'inProgress',
  'suspended',
  'evaluation',
]

/** A sentence, not a story: it stands on the plan and on the family's card. */
const longest = 300

export type StrengthView = {
  readonly id: string
  readonly areaKey: string
  readonly area: string
  readonly category: DataCategory
  readonly personId: string | null
  readonly person: string | null
  readonly body: string
  readonly saidBy: 'team' | 'family'
  readonly notedOn: IsoDate
  readonly endedOn: IsoDate | null
  readonly endedReason: string | null
  readonly version: number
}

type Row = Omit<StrengthView, 'area' | 'notedOn' | 'endedOn'> & {
  notedOn: Date
  endedOn: Date | null
  variantVersionId: string | null
}

/** Strengths that this person may read, those that hold first, area by area; a hidden person stays without a name. */
export const strengthsOf = async (ctx: Context, caseId: string): Promise<StrengthView[]> => {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    select s.id, s.area_key as "areaKey", s.category::text, s.person_id as "personId",
      p.given_name || ' ' || p.family_name as person, s.body, s.said_by as "saidBy", s.noted_on as "notedOn",
      s.ended_on as "endedOn", s.ended_reason as "endedReason", s.version, c.variant_version_id as "variantVersionId"
    from strength s left join person p on p.id = s.person_id
    left join family_case c on c.id = s.case_id
    where s.case_id = ${caseId}::uuid
    order by s.ended_on desc nulls first, s.noted_on, s.created_at, s.id`
  const names = await areaNames(ctx, rows[0]?.variantVersionId ?? null)
  const places = [...names.keys()]
  const place = ({ areaKey }: Row): number => places.indexOf(areaKey)
  const until = ({ endedOn }: Row): number => endedOn?.getTime() ?? Number.MAX_SAFE_INTEGER
  const inOrder = rows.toSorted((a, b) => until(b) - until(a) || place(a) - place(b))
  return inOrder.map(({ variantVersionId: _version, ...row }) => ({
    ...row,
    area: names.get(row.areaKey) ?? row.areaKey,
    notedOn: fromDbDate(row.notedOn),
    endedOn: fromDbDateOrNull(row.endedOn),
  }))
}

const checkStage = (facts: CaseFacts): void => {
  if (!stages.includes(facts.status)) throw conflict('wrongState')
}

const said = z.enum(['team', 'family'], { error: 'choose' })
const fields = { personId: optional(uuid()), body: line(longest), saidBy: said }

const plain = (text: string): string => text.toLocaleLowerCase('pl').replace(/[.\s]+$/u, '')

const live = ({ tx }: Context, caseId: string, areaKey: string) =>
  tx.strength.findMany({ where: { caseId, areaKey, endedOn: null } })

type New = { type: AreaType; body: string; personId: string | null; saidBy: 'team' | 'family' }

const keep = async (ctx: Context, facts: CaseFacts, strength: New): Promise<string> => {
  const id = randomUUID()
  await ctx.tx.strength.createMany({
    data: [
      {
        id,
        caseId: facts.caseId,
        teamId: facts.teamId,
        ownerInstitutionId: facts.ownerInstitutionId,
        personId: strength.personId,
        areaKey: strength.type.key,
        category: strength.type.category,
        body: strength.body,
        saidBy: strength.saidBy,
        notedOn: toDbDate(ctx.today),
        createdById: ctx.actor.userId,
      },
    ],
  })
  return id
}

/** What was typed beside an area, a strength a line; what is known already is not written twice. Gives how many are new. */
export const keepLines = async (
  ctx: Context,
  facts: CaseFacts,
  { type, text, field }: { type: AreaType; text: string | null; field: string },
): Promise<number> => {
  const lines = (text ?? '').split('\n').map((one) => one.trim().replace(/\s+/gu, ' '))
  if (lines.some((one) => one.length > longest)) throw invalid({ [field]: 'strengthLong' })
  const known = new Set((await live(ctx, facts.caseId, type.key)).map((row) => plain(row.body)))
  let kept = 0
  for (const body of lines) {
    if (body === '' || known.has(plain(body))) continue
    known.add(plain(body))
    await keep(ctx, facts, { type, body, personId: null, saidBy: 'team' })
    kept += 1
  }
  return kept
}

const checkPerson = async (
  ctx: Context,
  facts: CaseFacts,
  personId: string | null,
  category: DataCategory,
): Promise<void> => {
  if (!personId) return
  if (!(await peopleOf(ctx, facts.caseId)).some((p) => p.id === personId))
    throw invalid({ personId: 'choose' })
  if (!(await openCategories(ctx, facts, personId)).has(category)) throw invalid({ personId: 'needClosed' })
}

/** A strength of one person or of the whole family, in one area; its category is the area's. */
export const addStrength = defineCommand({
  name: 'strength.add',
  input: z.strictObject({
    caseId: uuid(),
    areaKey: z.string({ error: 'choose' }).min(1, 'choose').max(60, 'choose'),
    ...fields,
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    checkStage(facts)
    const type = (await openAreas(ctx, facts)).find((area) => area.key === input.areaKey)
    if (!type) throw invalid({ areaKey: 'choose' })
    await checkPerson(ctx, facts, input.personId, type.category)
    const twice = (await live(ctx, facts.caseId, type.key)).some(
      (row) => row.personId === input.personId && plain(row.body) === plain(input.body),
    )
    if (twice) throw invalid({ body: 'strengthTwice' })
    return { caseId: facts.caseId, strengthId: await keep(ctx, facts, { ...input, type }) }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

type StrengthFacts = CaseFacts & {
  readonly strengthId: string
  readonly category: DataCategory
  readonly ended: boolean
}

const strengthFacts = async (
  ctx: Context,
  { strengthId }: { strengthId: string },
): Promise<StrengthFacts> => {
  const row = await ctx.tx.strength.findUnique({ where: { id: strengthId } })
  if (!row) throw notFound()
  const facts = await bySubject(ctx, { caseId: row.caseId })
  return { ...facts, strengthId, category: row.category, ended: row.endedOn !== null }
}

const mend = async (ctx: Context, facts: StrengthFacts, seen: number, data: object): Promise<void> => {
  checkStage(facts)
  const changed = await ctx.tx.strength.updateMany({
    where: { id: facts.strengthId, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count === 1) return
  const now = await ctx.tx.strength.findUniqueOrThrow({ where: { id: facts.strengthId } })
  throw staleWith({ version: String(now.version), body: now.body })
}

/** Better words, or whose it is; a stale version comes back with both texts. */
export const correctStrength = defineCommand({
  name: 'strength.correct',
  input: z.strictObject({ strengthId: uuid(), version: version(), ...fields }),
  subject: strengthFacts,
  run: async (ctx, { strengthId: _strength, version: seen, ...data }, facts) => {
    if (facts.ended) throw conflict('wrongState')
    await checkPerson(ctx, facts, data.personId, facts.category)
    await mend(ctx, facts, seen, data)
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** It does not hold any more, or was named by mistake: it stays in the history with the reason. */
export const endStrength = defineCommand({
  name: 'strength.end',
  input: z.strictObject({ strengthId: uuid(), version: version(), reason: line(longest) }),
  subject: strengthFacts,
  run: async (ctx, input, facts) => {
    if (facts.ended) throw conflict('wrongState')
    await mend(ctx, facts, input.version, { endedOn: toDbDate(ctx.today), endedReason: input.reason })
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
