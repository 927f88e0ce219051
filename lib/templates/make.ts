import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isFinal } from '@/lib/baskets'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { catalogueHere, needTypes } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { line, many, optional, prose, uuid } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { type CodedLine, coded, type LineFact, worthKeeping } from '@/lib/templates/coded'
import { namesSomebody } from '@/lib/templates/names'
import { inWords } from '@/lib/templates/view'

export const needKey = z
  .string({ error: 'choose' })
  .refine((key) => needTypes().some((n) => n.key === key), 'choose')

const over: readonly CaseFacts['status'][] = ['evaluation', 'closed', 'archived']

type Found = { readonly finished: boolean; readonly lines: readonly LineFact[] }

/**
 * A template names no case, so no lock could keep it from those who must learn nothing of a restricted one: none is made.
 * Whoever is here may know of the restriction (decision 0020).
 */
const isRestricted = async ({ tx }: Context, { caseId }: CaseFacts): Promise<boolean> =>
  (await tx.caseRestriction.count({ where: { caseId, endedAt: null } })) > 0

/** Lines that could be a pattern, and whether the basket is finished: the work is over, or every service is. */
const foundIn = async ({ tx }: Context, facts: CaseFacts): Promise<Found> => {
  const { caseId } = facts
  const rows = await tx.basketLine.findMany({ where: { caseId }, include: { needs: true, goals: true } })
  const needs = await tx.need.findMany({ where: { caseId }, select: { id: true, needKey: true } })
  const ofGoals = await tx.goalNeed.findMany({ where: { caseId } })
  const kinds = await tx.institution.findMany({
    where: { id: { in: rows.map((r) => r.providerInstitutionId) } },
    select: { id: true, kindKey: true },
  })
  const keyOf = new Map(needs.map((n) => [n.id, n.needKey]))
  const kindOf = new Map(kinds.map((k) => [k.id, k.kindKey]))
  const kept = rows.filter((r) => worthKeeping.includes(r.status))
  return {
    finished:
      over.includes(facts.status) || (kept.length > 0 && rows.every((r) => isFinal(r.status) || r.carriedOn)),
    lines: kept.map((r) => ({
      id: r.id,
      serviceKey: r.serviceKey,
      regionalServiceId: r.regionalServiceId,
      kindKey: kindOf.get(r.providerInstitutionId) ?? '',
      frequency: r.frequency,
      quantity: r.quantity?.toString() ?? null,
      fundingKey: r.fundingKey,
      startsOn: fromDbDate(r.startsOn),
      endsOn: fromDbDateOrNull(r.endsOn),
      needKeys: r.needs.flatMap((n) => keyOf.get(n.needId) ?? []),
      goalNeedKeys: ofGoals
        .filter((g) => r.goals.some((l) => l.goalId === g.goalId))
        .flatMap((g) => keyOf.get(g.needId) ?? []),
    })),
  }
}

/** What a template of this basket would hold: each line as it would stand there, nothing more. */
export const prepareTemplate = defineQuery({
  name: 'template.prepare',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts) => {
    const { finished, lines } = await foundIn(ctx, facts)
    const here = await catalogueHere(ctx)
    return {
      finished,
      restricted: await isRestricted(ctx, facts),
      lines: coded(lines).map(({ id, line: one }) => ({ id, words: inWords(one, here) })),
      problems: needTypes().map((n) => ({ value: n.key, label: n.namePl })),
      /** What the basket answers most: proposed as the type of problem. */
      problem: commonest(lines.flatMap((r) => r.needKeys)),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
export type PreparedTemplate = Awaited<ReturnType<typeof prepareTemplate.execute>>

const commonest = (keys: readonly string[]): string | null => {
  const count = (key: string) => keys.filter((k) => k === key).length
  return [...new Set(keys)].sort((a, b) => count(b) - count(a) || a.localeCompare(b))[0] ?? null
}

/** Names of the people, of the family and of the case: none of them belongs into the words of a template. */
const demandNoNames = async (
  { tx }: Context,
  facts: CaseFacts,
  typed: Readonly<Record<string, string | null>>,
): Promise<void> => {
  const links = await tx.casePerson.findMany({ where: { caseId: facts.caseId }, select: { personId: true } })
  const people = await tx.person.findMany({ where: { id: { in: links.map((l) => l.personId) } } })
  const family = facts.familyId ? await tx.family.findUnique({ where: { id: facts.familyId } }) : null
  const names = [...people.flatMap((p) => [p.givenName, p.familyName]), family?.label ?? '']
  const wrong = Object.entries(typed).filter(
    ([, text]) => text && (namesSomebody(text, names) || text.includes(facts.number)),
  )
  if (wrong.length > 0)
    throw invalid(Object.fromEntries(wrong.map(([field]) => [field, 'templateNamesSomebody'])))
}

const keep = async (
  ctx: Context,
  facts: CaseFacts,
  words: { name: string; description: string | null; needKey: string },
  lines: readonly CodedLine[],
): Promise<string> => {
  const { tx, actor } = ctx
  const team = await tx.team.findUnique({
    where: { id: facts.teamId },
    select: { id: true, wojewodztwoCode: true },
  })
  if (!team) throw notFound()
  const id = randomUUID()
  await tx.basketTemplate.createMany({
    data: [
      {
        ...words,
        id,
        teamId: team.id,
        wojewodztwoCode: team.wojewodztwoCode,
        institutionId: actor.institutionId,
        nameFolded: fold(words.name),
        createdById: actor.userId,
      },
    ],
  })
  await tx.basketTemplateLine.createMany({
    data: lines.map((l, position) => ({ ...l, templateId: id, teamId: team.id, position })),
  })
  return id
}

/**
 * A template out of the chosen lines of a finished basket: codes, rhythm, weeks and kinds of institutions. Whatever was
 * typed about the family stays where it is.
 */
export const makeTemplate = defineCommand({
  name: 'template.make',
  input: z.strictObject({
    caseId: uuid(),
    name: line(120),
    description: optional(prose(600)),
    needKey,
    lineIds: many(uuid()).pipe(z.array(z.string()).min(1, 'choose')),
  }),
  subject: bySubject,
  run: async (ctx, { name, description, needKey: problem, lineIds }, facts) => {
    const { finished, lines } = await foundIn(ctx, facts)
    if (!finished) throw conflict('template.notFinished')
    if (await isRestricted(ctx, facts)) throw conflict('template.restricted')
    const chosen = lines.filter((l) => lineIds.includes(l.id))
    if (chosen.length !== new Set(lineIds).size) throw invalid({ lineIds: 'choose' })
    await demandNoNames(ctx, facts, { name, description })
    return {
      templateId: await keep(
        ctx,
        facts,
        { name, description, needKey: problem },
        coded(chosen).map((c) => c.line),
      ),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
