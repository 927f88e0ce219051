import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, prose, uuid, version } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

/** Stages in which there is something coded to ask about, and a family that can be asked to agree. */
const askedStages: readonly CaseFacts['status'][] = [
  'awaitingConsent',
  'diagnosis',
  'planning',
  'planApproval',
  'inProgress',
  'suspended',
  'evaluation',
]

/** Default length of a consultation, and the longest one. */
const usualDays = 60
const longestDays = 180

export type Expert = {
  readonly userId: string
  readonly institutionId: string
  readonly name: string
  readonly institution: string
}

export type CaseConsultation = {
  readonly id: string
  readonly expert: string
  readonly institution: string
  readonly question: string
  readonly openedAt: Date
  readonly endsOn: IsoDate
  readonly live: boolean
  /** A live consent or basis opens something to the expert's institution. */
  readonly agreed: boolean
  readonly opinions: readonly { readonly id: string; readonly at: Date; readonly body: string }[]
  readonly version: number
}

export type CaseConsultations = {
  readonly caseId: string
  readonly consultations: readonly CaseConsultation[]
  /** Whom the coordinators may ask now; empty for everybody else. */
  readonly experts: readonly Expert[]
  readonly proposedEnd: IsoDate
  readonly may: Record<'consultation.open' | 'consultation.end', boolean>
}

type ExpertRow = {
  user_id: string
  institution_id: string
  given_name: string
  family_name: string
  institution_name: string
}

const expertsFor = async ({ tx }: Context, caseId: string): Promise<Expert[]> => {
  const rows = await tx.$queryRaw<ExpertRow[]>`
    select * from app.experts_for(${caseId}::uuid) order by family_name, given_name, institution_name`
  return rows.map((r) => ({
    userId: r.user_id,
    institutionId: r.institution_id,
    name: `${r.given_name} ${r.family_name}`,
    institution: r.institution_name,
  }))
}

/** Who was asked, and what institutions the family opened something to. */
type Asked = {
  asked: (Omit<ExpertRow, 'user_id' | 'institution_id'> & { id: string })[] | null
  open: string[]
}

const consultationsOf = async ({ tx, today }: Context, caseId: string): Promise<CaseConsultation[]> => {
  const rows = await tx.consultation.findMany({
    where: { caseId },
    include: { opinions: { orderBy: { createdAt: 'asc' } } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  })
  if (rows.length === 0) return []
  const [around] = await tx.$queryRaw<Asked[]>`
    select (select json_agg(e) from app.consulted_experts(${caseId}::uuid) e) as asked,
      array(select distinct g.institution_id::text from app.open_grants(${caseId}::uuid) g) as open`
  return rows.map((row) => {
    const expert = around?.asked?.find(({ id }) => id === row.id)
    return {
      id: row.id,
      expert: expert ? `${expert.given_name} ${expert.family_name}` : '',
      institution: expert?.institution_name ?? '',
      question: row.question,
      openedAt: row.openedAt,
      endsOn: fromDbDate(row.endsOn),
      live: row.endedAt === null && fromDbDate(row.endsOn) >= today,
      agreed: around?.open.includes(row.expertInstitutionId) ?? false,
      opinions: row.opinions.map((o) => ({ id: o.id, at: o.createdAt, body: o.body })),
      version: row.version,
    }
  })
}

/** Consultations of a case with what the experts answered, newest first. */
export const caseConsultations = defineQuery({
  name: 'consultation.case',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts): Promise<CaseConsultations> => {
    const may = mayAll(ctx.actor, facts, 'consultation.open', 'consultation.end')
    const askable = may['consultation.open'] && askedStages.includes(facts.status)
    return {
      caseId,
      consultations: await consultationsOf(ctx, caseId),
      experts: askable ? await expertsFor(ctx, caseId) : [],
      proposedEnd: addCalendarDays(ctx.today, usualDays),
      may: { ...may, 'consultation.open': askable },
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** `user:institution`: an expert is asked in one working context. */
const expert = () =>
  z.string({ error: 'choose' }).transform((text, ctx) => {
    const [userId, institutionId] = text.split(':')
    const parsed = z
      .strictObject({ userId: uuid(), institutionId: uuid() })
      .safeParse({ userId, institutionId })
    if (parsed.success) return parsed.data
    ctx.addIssue({ code: 'custom', message: 'choose' })
    return z.NEVER
  })

/**
 * Opens the case to one expert until a day. Nothing is shown by that alone: the family's consent has to name the
 * expert's institution too (domain 3.6), and the page of consents asks for it from now on.
 */
export const openConsultation = defineCommand({
  name: 'consultation.open',
  input: z.strictObject({ caseId: uuid(), expert: expert(), question: prose(2000), endsOn: date() }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { tx, actor, today } = ctx
    if (!askedStages.includes(facts.status)) throw conflict('wrongState')
    if (input.endsOn < today || input.endsOn > addCalendarDays(today, longestDays))
      throw invalid({ endsOn: 'consultationLength' })
    const { userId, institutionId } = input.expert
    const known = await expertsFor(ctx, facts.caseId)
    if (!known.some((e) => e.userId === userId && e.institutionId === institutionId)) throw notFound()
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`consultation ${facts.caseId}`}))::text`
    const live = await tx.consultation.count({
      where: { caseId: facts.caseId, expertId: userId, endedAt: null, endsOn: { gte: toDbDate(today) } },
    })
    if (live > 0) throw invalid({ expert: 'alreadyConsulted' })
    await tx.consultation.createMany({
      data: [
        {
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          expertId: userId,
          expertInstitutionId: institutionId,
          question: input.question,
          openedById: actor.userId,
          endsOn: toDbDate(input.endsOn),
        },
      ],
    })
    await tx.notification.createMany({ data: [{ userId, institutionId, kind: 'consultation.opened' }] })
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** The question is answered or no longer needed: the expert reads nothing more from this moment on. */
export const endConsultation = defineCommand({
  name: 'consultation.end',
  input: z.strictObject({ caseId: uuid(), consultationId: uuid(), version: version() }),
  subject: bySubject,
  run: async ({ tx, now }, { consultationId, version: seen }, facts) => {
    const row = await tx.consultation.findFirst({ where: { id: consultationId, caseId: facts.caseId } })
    if (!row) throw notFound()
    const ended = await tx.consultation.updateMany({
      where: { id: row.id, version: seen, endedAt: null },
      data: { endedAt: now, version: { increment: 1 } },
    })
    if (ended.count !== 1) throw conflict('stale')
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
