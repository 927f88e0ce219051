import {
  caseRuns,
  correctable,
  hundredths,
  hundredthsOrNull,
  type LineHours,
  type LineRow,
  noHours,
  serviceChoice,
} from '@/lib/baskets/facts'
import {
  type AroundRow,
  byKey,
  columnsFor,
  hoursAmong,
  type KnownLines,
  type LineAround,
} from '@/lib/baskets/line-around'
import { isLate, nextExpectedOn, plannedTotal } from '@/lib/baskets/schedule'
import {
  type LineAction,
  type LineRefusal,
  type LineStatus,
  lineActions,
  lineStep,
} from '@/lib/baskets/state'
import type { IsoDate } from '@/lib/format/dates'
import { answeredBy, ask, type Question, question } from '@/lib/platform/ask'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { type Facts, may } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import type { Context } from '@/lib/policy/usecase'

/** The permission that each step of a line needs. */
const permissionOf = {
  send: 'line.send',
  accept: 'line.answer',
  decline: 'line.answer',
  counter: 'line.answer',
  wait: 'line.answer',
  takeOver: 'line.takeOver',
  schedule: 'line.schedule',
  start: 'line.start',
  deliver: 'line.deliver',
  finish: 'line.finish',
  suspend: 'line.suspend',
  resume: 'line.resume',
  cancel: 'line.cancel',
} as const satisfies Record<LineAction, Permission>

export type Beneficiary = {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly contactNote: string | null
}

/**
 * A line as its provider and the coordinator see it. Dates are ISO, quantities hundredths, money grosze. In a basket
 * without contacts nobody asked who delivers it, who asks for it and how to call the persons: these are null there.
 */
export type LineView = {
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly status: LineStatus
  readonly statusSince: IsoDate
  readonly service: string
  readonly serviceKey: string
  /** What a form would choose it by: the voivodeship's own service, or the national one. */
  readonly serviceChoice: string
  readonly title: string | null
  readonly scope: string | null
  readonly place: string | null
  /** label of the family where the line is for all of it */
  readonly family: string | null
  readonly beneficiaries: readonly Beneficiary[]
  /** persons for whom it is but whose consent does not reach this institution */
  readonly hiddenBeneficiaries: number
  readonly provider: {
    readonly id: string
    readonly name: string
    readonly kindKey: string
    readonly phone: string | null
  }
  readonly responsible: string | null
  readonly responsibleUserId: string | null
  /** The reader stands in for the named person, who is away. */
  readonly forAnother: boolean
  readonly asker: {
    readonly name: string
    readonly institution: string
    readonly phone: string | null
  } | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
  readonly frequency: string
  readonly weekday: number | null
  readonly atTime: string | null
  readonly quantity: number | null
  readonly unit: string
  readonly planned: number | null
  readonly delivered: number
  readonly lastDeliveryOn: IsoDate | null
  readonly nextExpectedOn: IsoDate | null
  readonly late: boolean
  readonly answerDueOn: IsoDate | null
  readonly answerLate: boolean
  readonly declineReasonKey: string | null
  readonly answerNote: string | null
  readonly counterStartsOn: IsoDate | null
  readonly counterQuantity: number | null
  readonly waitingSince: IsoDate | null
  readonly requiresDecision: boolean
  readonly decisionNumber: string | null
  readonly decisionOn: IsoDate | null
  readonly planInForce: boolean
  readonly endReason: string | null
  /** what this person may do with it now */
  readonly can: readonly LineAction[]
  /** why work cannot begin yet, where everything else is in place */
  readonly startRefusal: LineRefusal | null
}

const forWhom = (row: LineRow, around: LineAround) => {
  const links = around.links.filter((l) => l.lineId === row.id)
  const people = links.flatMap((l) => {
    const person = around.people.get(l.personId)
    return person ? { phone: null, contactNote: null, ...person } : []
  })
  return {
    family: links.length === 0 ? (around.cases.get(row.caseId)?.family ?? null) : null,
    beneficiaries: people,
    hiddenBeneficiaries: links.length - people.length,
  }
}

const whoElse = (row: LineRow, around: LineAround) => {
  const provider = around.institutions.get(row.providerInstitutionId)
  const responsible = row.responsibleUserId ? around.users.get(row.responsibleUserId) : undefined
  const asker = around.askers.get(row.id)
  return {
    provider: {
      id: row.providerInstitutionId,
      name: provider?.name ?? '',
      kindKey: provider?.kindKey ?? '',
      phone: provider?.phone ?? null,
    },
    responsible: responsible?.name ?? null,
    responsibleUserId: row.responsibleUserId,
    asker: asker
      ? {
          name: `${asker.given_name} ${asker.family_name}`,
          institution: asker.institution_name,
          phone: asker.phone,
        }
      : null,
  }
}

const dates = (row: LineRow, hours: LineHours | undefined, today: IsoDate) => {
  const rhythm = {
    status: row.status,
    frequency: row.frequency,
    quantity: hundredthsOrNull(row.quantity),
    startsOn: fromDbDate(row.startsOn),
    endsOn: fromDbDateOrNull(row.endsOn),
    lastDeliveryOn: hours?.lastDeliveryOn ?? null,
  }
  const answerDueOn = fromDbDateOrNull(row.answerDueOn)
  return {
    ...rhythm,
    statusSince: fromDbDate(row.statusSince),
    planned: plannedTotal(rhythm),
    delivered: hundredths(row.deliveredQuantity),
    // when it was and will be: unknown where the reader is not to know its hours
    nextExpectedOn: hours ? nextExpectedOn(rhythm) : null,
    late: hours !== undefined && isLate(rhythm, today),
    answerDueOn,
    answerLate: row.status === 'proposed' && answerDueOn !== null && answerDueOn < today,
    counterStartsOn: fromDbDateOrNull(row.counterStartsOn),
    counterQuantity: hundredthsOrNull(row.counterQuantity),
    waitingSince: fromDbDateOrNull(row.waitingSince),
    decisionOn: fromDbDateOrNull(row.decisionOn),
  }
}

type Shown = { readonly row: LineRow; readonly hours: LineHours | undefined }

const viewOf = (ctx: Context, { row, hours }: Shown, around: LineAround, caseReach: Facts): LineView => {
  const service = around.services.get(row.serviceKey)
  const familyCase = around.cases.get(row.caseId)
  const conditions = {
    status: row.status,
    caseOpen: caseRuns(familyCase, row),
    planInForce: around.inForce.has(row.id),
    requiresDecision: service?.requiresDecision ?? false,
    decisionNumber: row.decisionNumber,
    decisionOn: row.decisionOn ? fromDbDate(row.decisionOn) : null,
    correctable: correctable(row, ctx.today),
  }
  const facts: Facts = {
    ...caseReach,
    caseId: row.caseId,
    teamId: row.teamId,
    ownerInstitutionId: row.ownerInstitutionId,
    providerInstitutionId: row.providerInstitutionId,
    responsibleUserId: row.responsibleUserId,
    standsIn: around.standsFor.has(row.responsibleUserId ?? ''),
    open: caseReach.open || around.provided.has(row.id) || row.ownerInstitutionId === ctx.actor.institutionId,
  }
  const start = lineStep(conditions, 'start')
  return {
    id: row.id,
    version: row.version,
    caseId: row.caseId,
    service: around.regional.get(row.regionalServiceId ?? '')?.name ?? service?.name ?? row.serviceKey,
    serviceKey: row.serviceKey,
    serviceChoice: serviceChoice(row),
    title: row.title,
    scope: row.scope,
    ...noHours,
    ...hours,
    ...forWhom(row, around),
    ...whoElse(row, around),
    forAnother: facts.standsIn === true && row.responsibleUserId !== ctx.actor.userId,
    ...dates(row, hours, ctx.today),
    unit: row.unit ?? service?.unit ?? '',
    declineReasonKey: row.declineReasonKey,
    answerNote: row.answerNote,
    requiresDecision: conditions.requiresDecision,
    decisionNumber: row.decisionNumber,
    planInForce: conditions.planInForce,
    endReason: row.endReason,
    can: lineActions.filter((a) => lineStep(conditions, a).ok && may(ctx.actor, permissionOf[a], facts)),
    startRefusal: row.status === 'scheduled' && !start.ok ? start.reason : null,
  }
}

/**
 * Views of lines that row-level security showed, once it is known which hours the reader may know. `caseReach`: what
 * is known of the case already (participates, open); a provider needs none of it. `known`: lines of one basket, without
 * the people behind them.
 */
export const viewsOf = (
  ctx: Context,
  rows: readonly LineRow[],
  caseReach: Facts = {},
  known: KnownLines | null = null,
): Question<(hours: ReadonlyMap<string, LineHours>) => LineView[]> =>
  rows.length === 0
    ? answeredBy(() => [])
    : question(columnsFor(ctx, rows, known), (row: AroundRow) => {
        const around = byKey(row, known)
        return (hours) => rows.map((row) => viewOf(ctx, { row, hours: hours.get(row.id) }, around, caseReach))
      })

/** The same, asked alone. */
export const lineViews = async (
  ctx: Context,
  rows: readonly LineRow[],
  caseReach: Facts = {},
): Promise<LineView[]> => {
  if (rows.length === 0) return []
  const [views, hours] = await ask(
    ctx.tx,
    viewsOf(ctx, rows, caseReach),
    hoursAmong(rows.map(({ id }) => id)),
  )
  return views(hours)
}
