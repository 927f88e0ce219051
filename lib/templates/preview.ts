import { z } from 'zod'
import { basketStages, isFinal } from '@/lib/baskets'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { needsOf } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import type { BasketTemplate } from '@/lib/platform/generated/prisma/client'
import { date, optional, uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { asked, problems, templateRows } from '@/lib/templates/read'
import { clashesOf, daysOf, type Member, needFor, providersFor } from '@/lib/templates/resolve'
import { linesOf } from '@/lib/templates/view'

/** Templates to choose from for this family: those that answer a need which it has stand first. */
export const chooseTemplate = defineQuery({
  name: 'template.choose',
  input: z.strictObject({ caseId: uuid(), ...asked }),
  subject: bySubject,
  run: async (ctx, { q, problem }, facts) => {
    const rows = await templateRows(ctx, { q, problem, retired: false })
    const needs = (await needsOf(ctx, facts.caseId)).filter((n) => !n.closedOn)
    const fits = (row: { problem: string }) => needs.some((n) => n.name === row.problem)
    return {
      rows: rows.map((row) => ({ ...row, fits: fits(row) })).sort((a, b) => Number(b.fits) - Number(a.fits)),
      problems: problems(),
      may: mayAll(ctx.actor, facts, 'template.prepare', 'template.preview'),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** Live members of the team of the case; nobody else. */
export const membersOf = async (
  { tx }: Context,
  facts: CaseFacts,
  keys: readonly string[],
): Promise<Member[]> => {
  const rows = await tx.teamMember.findMany({
    where: { teamId: facts.teamId, leftOn: null, institution: { endedOn: null } },
    include: {
      institution: {
        select: {
          id: true,
          name: true,
          kindKey: true,
          replacesOps: true,
          services: { where: { serviceKey: { in: [...keys] }, endedOn: null } },
        },
      },
    },
  })
  return rows.map(({ institution: { services, ...one } }) => ({
    ...one,
    offers: new Set(services.map((s) => s.serviceKey)),
  }))
}

const planEnd = async ({ tx }: Context, caseId: string): Promise<IsoDate | null> => {
  const plan = await tx.plan.findFirst({
    where: { caseId, status: { in: ['draft', 'approval', 'inForce'] } },
    orderBy: { versionNo: 'desc' },
  })
  return fromDbDateOrNull(plan?.endsOn ?? null)
}

/** Lines that are not over: only these can clash. */
const existingIn = async (ctx: Context, caseId: string) => {
  const here = await catalogueHere(ctx)
  const rows = await ctx.tx.basketLine.findMany({ where: { caseId } })
  const institutions = await ctx.tx.institution.findMany({
    where: { id: { in: rows.map((r) => r.providerInstitutionId) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(institutions.map((i) => [i.id, i.name]))
  return rows
    .filter((r) => !isFinal(r.status))
    .map((r) => ({
      id: r.id,
      serviceKey: r.serviceKey,
      startsOn: fromDbDate(r.startsOn),
      endsOn: fromDbDateOrNull(r.endsOn),
      name: r.title ?? here.nameOf(r.serviceKey, r.regionalServiceId),
      provider: nameOf.get(r.providerInstitutionId) ?? '',
    }))
}

/** A template that may be applied: read through row-level security and not retired. */
export const liveTemplate = async ({ tx }: Context, templateId: string): Promise<BasketTemplate> => {
  const template = await tx.basketTemplate.findUnique({ where: { id: templateId } })
  if (!template || template.retiredOn) throw notFound()
  return template
}

/** Every line of a template with the days, the need and the institutions of this team that it could have here. */
export const resolved = async (ctx: Context, facts: CaseFacts, templateId: string, first: IsoDate) => {
  const lines = await linesOf(ctx, templateId)
  const needs = (await needsOf(ctx, facts.caseId)).filter((n) => !n.closedOn)
  const members = await membersOf(
    ctx,
    facts,
    lines.map((l) => l.coded.regionalServiceId ?? l.coded.serviceKey),
  )
  const existing = await existingIn(ctx, facts.caseId)
  const ends = await planEnd(ctx, facts.caseId)
  return {
    needs,
    lines: lines.map(({ id, coded, words }) => {
      const days = daysOf(coded, first, ends)
      return {
        id,
        coded,
        words,
        ...days,
        needId: needFor(coded, needs)?.id ?? null,
        providers: providersFor(coded, members),
        clashes: clashesOf({ ...days, serviceKey: coded.serviceKey }, existing).map((c) => ({
          ...c,
          line: existing.find((e) => e.id === c.lineId),
        })),
      }
    }),
  }
}

/** What would arise in the basket of this family, line by line, before anything does. */
export const previewTemplate = defineQuery({
  name: 'template.preview',
  input: z.strictObject({ caseId: uuid(), templateId: uuid(), startsOn: optional(date()).catch(null) }),
  subject: bySubject,
  run: async (ctx, { templateId, startsOn }, facts) => {
    const template = await liveTemplate(ctx, templateId)
    const first = startsOn ?? ctx.today
    const { needs, lines } = await resolved(ctx, facts, templateId, first)
    return {
      template: {
        id: template.id,
        name: template.name,
        description: template.description,
        version: template.version,
      },
      /** Stages in which a basket takes new services. */
      stage: basketStages.includes(facts.status),
      startsOn: first,
      needs: needs.map((n) => ({ value: n.id, label: [n.name, n.person].filter(Boolean).join(', ') })),
      lines: lines.map(({ coded: _coded, ...line }) => line),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
export type TemplatePreview = Awaited<ReturnType<typeof previewTemplate.execute>>
