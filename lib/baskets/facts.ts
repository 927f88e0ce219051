import type { LineConditions } from '@/lib/baskets/state'
import { addCalendarDays } from '@/lib/calendar'
import { type CaseStatus, isOpen } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { quantityFromDecimal } from '@/lib/format/money'
import type { AuditSubject } from '@/lib/platform/audit'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import type { BasketLineModel } from '@/lib/platform/generated/prisma/models'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export type LineRow = BasketLineModel

/**
 * Day, hour and place of a line, and when it last took place. A table of their own, which the database shows to nobody who
 * is not to know them of a protected person (domain 8.2 d): no hours of a line that is there means just that.
 */
export type LineHours = {
  readonly place: string | null
  readonly weekday: number | null
  readonly atTime: string | null
  readonly lastDeliveryOn: IsoDate | null
}

/** What a reader who is not to know them is shown instead. */
export const noHours: LineHours = { place: null, weekday: null, atTime: null, lastDeliveryOn: null }

/** Of one line, or null where this actor is not to know them. */
export const hoursOf = async ({ tx }: Context, lineId: string): Promise<LineHours | null> => {
  const row = await tx.lineSchedule.findUnique({ where: { lineId } })
  return row && { ...row, lastDeliveryOn: fromDbDateOrNull(row.lastDeliveryOn) }
}

/** Writes them; who is not shown what stands there leaves it as it is, as the policy says. */
export const setHours = async (
  { tx }: Context,
  lineId: string,
  { place, weekday, atTime }: Omit<LineHours, 'lastDeliveryOn'>,
): Promise<void> => {
  await tx.lineSchedule.updateMany({ where: { lineId }, data: { place, weekday, atTime } })
}

/** What a line was chosen by: its own service of the voivodeship, or the national one. */
export const serviceChoice = (line: { serviceKey: string; regionalServiceId: string | null }): string =>
  line.regionalServiceId ?? line.serviceKey

/** Of a line what policy and the machine ask for. */
export type LineFacts = Facts &
  LineConditions & {
    readonly lineId: string
    readonly caseId: string
    readonly teamId: string
    readonly ownerInstitutionId: string
    readonly providerInstitutionId: string
    readonly responsibleUserId: string | null
    readonly startsOn: IsoDate
    readonly version: number
    readonly row: LineRow
  }

/** Does anything still happen to a line of this case? While the case is open, and after it to what was carried forward. */
export const caseRuns = (
  familyCase: { readonly status: CaseStatus } | null | undefined,
  row: { readonly carriedOn: Date | null },
): boolean => familyCase != null && (isOpen(familyCase.status) || row.carriedOn !== null)

type Reach = { participates: boolean; open: boolean; inForce: boolean; standsIn: boolean }

const reachOf = async ({ tx }: Context, row: LineRow): Promise<Reach> => {
  const [reach] = await tx.$queryRaw<Reach[]>`
    select
      exists (select from case_participant p where p.case_id = ${row.caseId}::uuid and p.institution_id = app.institution_id()
        and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today())) as participates,
      ${row.id}::uuid = any (app.provider_line_ids())
        or app.granted(app.institution_id(), ${row.caseId}::uuid, null, ${row.category}::data_category) as open,
      ${row.id}::uuid = any (app.lines_in_force(array[${row.id}::uuid])) as "inForce",
      ${row.providerInstitutionId}::uuid = app.institution_id()
        and coalesce(${row.responsibleUserId}::uuid = any (app.stands_for()), false) as "standsIn"`
  return reach ?? { participates: false, open: false, inForce: false, standsIn: false }
}

/** Loads a line through row-level security; hidden and absent are notFound alike. */
export const lineFacts = async (ctx: Context, lineId: string): Promise<LineFacts> => {
  const row = await ctx.tx.basketLine.findUnique({ where: { id: lineId } })
  if (!row) throw notFound()
  const [reach, service, familyCase] = [
    await reachOf(ctx, row),
    await ctx.tx.serviceType.findUnique({
      where: { key: row.serviceKey },
      select: { requiresDecision: true },
    }),
    await ctx.tx.familyCase.findUnique({ where: { id: row.caseId }, select: { status: true } }),
  ]
  const owner = row.ownerInstitutionId === ctx.actor.institutionId
  return {
    lineId: row.id,
    caseId: row.caseId,
    teamId: row.teamId,
    ownerInstitutionId: row.ownerInstitutionId,
    providerInstitutionId: row.providerInstitutionId,
    responsibleUserId: row.responsibleUserId,
    participates: owner || reach.participates,
    open: owner || reach.open,
    standsIn: reach.standsIn,
    status: row.status,
    caseOpen: caseRuns(familyCase, row),
    planInForce: reach.inForce,
    requiresDecision: service?.requiresDecision ?? false,
    decisionNumber: row.decisionNumber,
    decisionOn: fromDbDateOrNull(row.decisionOn),
    correctable: correctable(row, ctx.today),
    startsOn: fromDbDate(row.startsOn),
    version: row.version,
    row,
  }
}

/** In a closed case nothing of a line changes any more, but for a line that goes on after it. */
export const stillOpen = (facts: LineFacts): void => {
  if (!facts.caseOpen && facts.row.carriedOn === null) throw conflict('line.caseClosed')
}

/** For so long after the end a wrong entry can be put right. */
const correctionDays = 14

/** The line ended so lately that its entries may still be mended. */
export const correctable = (row: Pick<LineRow, 'statusSince'>, today: IsoDate): boolean =>
  addCalendarDays(fromDbDate(row.statusSince), correctionDays) >= today

/** Who, what, where for the access log. */
export const lineAudit = (line: {
  lineId: string
  teamId: string
  caseId: string
  ownerInstitutionId: string
}): AuditSubject => ({
  subjectKind: 'line',
  subjectIds: [line.lineId],
  teamId: line.teamId,
  caseId: line.caseId,
  ownerInstitutionId: line.ownerInstitutionId,
})

/** A decimal(8,2) column in hundredths. */
export const hundredths = (value: { toFixed(digits: number): string }): number =>
  quantityFromDecimal(value.toFixed(2))
export const hundredthsOrNull = (value: { toFixed(digits: number): string } | null): number | null =>
  value === null ? null : hundredths(value)
