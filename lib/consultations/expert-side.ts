import { z } from 'zod'
import type { CaseStatus, SubjectKind } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import type { Consultation, LineStatus, PlanStatus } from '@/lib/platform/generated/prisma/client'
import { prose, uuid } from '@/lib/platform/input'
import { anySubject, type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

export type ConsultationRow = {
  readonly id: string
  readonly asker: string
  readonly question: string
  readonly openedAt: Date
  readonly endsOn: IsoDate
  readonly live: boolean
  readonly opinions: number
}

const isLive = (row: Consultation, today: IsoDate): boolean =>
  row.endedAt === null && fromDbDate(row.endsOn) >= today

const askersOf = async ({ tx }: Context, ids: readonly string[]) =>
  tx.institution.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true, phone: true } })

/** Cases opened to this expert, those that may still be read first. */
export const listConsultations = defineQuery({
  name: 'consultation.list',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx): Promise<ConsultationRow[]> => {
    const { tx, actor, today } = ctx
    const rows = await tx.consultation.findMany({
      where: { expertId: actor.userId, expertInstitutionId: actor.institutionId },
      include: { opinions: { select: { id: true } } },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: 200,
    })
    const askers = await askersOf(
      ctx,
      rows.map((row) => row.ownerInstitutionId),
    )
    return rows
      .map((row) => ({
        id: row.id,
        asker: askers.find(({ id }) => id === row.ownerInstitutionId)?.name ?? '',
        question: row.question,
        openedAt: row.openedAt,
        endsOn: fromDbDate(row.endsOn),
        live: isLive(row, today),
        opinions: row.opinions.length,
      }))
      .sort((a, b) => Number(b.live) - Number(a.live))
  },
  audit: (rows) => ({ subjectKind: 'consultation', subjectIds: rows.map(({ id }) => id) }),
})

/** Codes alone (app.consulted_case): no text that somebody wrote, no name, no birth date, no number of the case. */
export type ConsultedCase =
  | { readonly open: false }
  | {
      readonly open: true
      readonly subject: SubjectKind
      readonly stage: CaseStatus
      readonly persons: readonly { relation: string | null; age: string | null }[]
      readonly needs: readonly {
        need: string
        category: DataCategory
        severity: number
        status: 'open' | 'unmet' | 'closed'
        age: string | null
      }[]
      readonly scores: readonly { round: string; area: string; score: number; family: number | null }[]
      readonly goals: readonly { attainment: string | null; status: 'kept' | 'dropped'; needs: string[] }[]
      readonly plan: { version: number; status: PlanStatus } | null
      readonly lines: readonly { service: string; status: LineStatus; frequency: string }[]
    }

export type ConsultationView = {
  readonly id: string
  readonly asker: string
  readonly askerPhone: string | null
  readonly question: string
  readonly openedAt: Date
  readonly endsOn: IsoDate
  readonly opinions: readonly { readonly id: string; readonly at: Date; readonly body: string }[]
  readonly coded: ConsultedCase
}

/** A live consultation of this expert; another's and an ended one are not there. */
const own = async ({ tx, today }: Context, { consultationId }: { consultationId: string }) => {
  const row = await tx.consultation.findUnique({ where: { id: consultationId } })
  if (!row || !isLive(row, today)) throw notFound()
  return { row, expertId: row.expertId, expertInstitutionId: row.expertInstitutionId }
}

const touched = ({ row }: { row: Consultation }) => ({
  subjectKind: 'consultation',
  subjectIds: [row.id],
  caseId: row.caseId,
  teamId: row.teamId,
  ownerInstitutionId: row.ownerInstitutionId,
})

/** The question, what was answered so far, and the case in codes as far as the family agreed. */
export const readConsultation = defineQuery({
  name: 'consultation.read',
  input: z.strictObject({ consultationId: uuid() }),
  subject: own,
  run: async (ctx, _input, { row }): Promise<ConsultationView> => {
    const [coded] = await ctx.tx.$queryRaw<{ coded: ConsultedCase | null }[]>`
      select app.consulted_case(${row.id}::uuid) as coded`
    if (!coded?.coded) throw notFound()
    const [asker] = await askersOf(ctx, [row.ownerInstitutionId])
    const opinions = await ctx.tx.consultationOpinion.findMany({
      where: { consultationId: row.id },
      orderBy: { createdAt: 'asc' },
    })
    return {
      id: row.id,
      asker: asker?.name ?? '',
      askerPhone: asker?.phone ?? null,
      question: row.question,
      openedAt: row.openedAt,
      endsOn: fromDbDate(row.endsOn),
      opinions: opinions.map((o) => ({ id: o.id, at: o.createdAt, body: o.body })),
      coded: coded.coded,
    }
  },
  audit: (_view, _input, facts) => touched(facts),
})

/** The expert's opinion. It stands as it was sent; a second one may follow. Who asked is told. */
export const answerConsultation = defineCommand({
  name: 'consultation.answer',
  input: z.strictObject({ consultationId: uuid(), body: prose(6000) }),
  subject: own,
  run: async ({ tx, actor }, { body }, { row }) => {
    await tx.consultationOpinion.createMany({
      data: [
        { consultationId: row.id, caseId: row.caseId, teamId: row.teamId, body, authorId: actor.userId },
      ],
    })
    await tx.notification.createMany({
      data: [
        {
          userId: row.openedById,
          institutionId: row.ownerInstitutionId,
          kind: 'consultation.answered',
          caseId: row.caseId,
        },
      ],
    })
  },
  audit: (_result, _input, facts) => touched(facts),
})
