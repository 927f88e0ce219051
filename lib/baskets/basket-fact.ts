import type { Point } from '@/lib/baskets/distance'
import type { LineStatus } from '@/lib/baskets/state'
import type { DataCategory, ServiceConflict } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'

/** Of a line what the rules of domain 5.3 ask for. */
export type BasketFact = {
  readonly id: string
  readonly serviceKey: string
  readonly category: DataCategory
  readonly providerId: string
  readonly responsibleId: string | null
  readonly status: LineStatus
  /** day on which it came to this status */
  readonly since: IsoDate
  readonly answerDueOn: IsoDate | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
  /** 1 = Monday; with the hour as HH:MM, where they are agreed */
  readonly weekday: number | null
  readonly atTime: string | null
  readonly frequency: string
  /** hundredths, each time */
  readonly quantity: number | null
  /** what is counted, as the catalogue says it: spotkanie, godzina, miesiąc … */
  readonly unit: string | null
  readonly place: string | null
  /** empty: the whole family or environment */
  readonly personIds: readonly string[]
  readonly needIds: readonly string[]
  readonly duplicateReason: string | null
  readonly outsideAgreementReason: string | null
}

export type Party = {
  readonly institutionId: string
  readonly signedOn: IsoDate | null
  readonly leftOn: IsoDate | null
}

export type Surroundings = {
  readonly ownerId: string
  /** persons who take part; empty for an environment */
  readonly personIds: readonly string[]
  readonly environment: boolean
  readonly parties: readonly Party[]
  readonly agreement: { readonly from: IsoDate | null; readonly to: IsoDate | null }
  readonly plan: { readonly from: IsoDate; readonly to: IsoDate } | null
  /** keys of `grantKey`: what live consents and bases open */
  readonly grants: ReadonlySet<string>
  /** keys of `answererKey`: institutions, with the person named there, in which nobody could answer */
  readonly silent: ReadonlySet<string>
  /** pairs of services with opposite aims, by `pairKey` */
  readonly conflicts: ReadonlyMap<string, Pick<ServiceConflict, 'blocks' | 'reasonPl'>>
  /** services for which somebody comes to the family */
  readonly atHome: ReadonlySet<string>
  /** centre of the gmina where the family lives */
  readonly home: Point | null
  /** centres of the seats of institutions, by id */
  readonly seats: ReadonlyMap<string, Point>
  /** fingerprints of warnings that somebody settled with a reason */
  readonly settled: ReadonlySet<string>
  /** pairs of persons that must not meet, by `pairKey`; known to who holds the mark `nk` alone */
  readonly apart: ReadonlySet<string>
}

export const answererKey = (institutionId: string, userId: string | null): string =>
  `${institutionId} ${userId ?? ''}`

export const grantKey = (institutionId: string, personId: string | null, category: DataCategory): string =>
  `${institutionId} ${personId ?? ''} ${category}`

/** The same key whichever of the two services comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const gone: ReadonlySet<LineStatus> = new Set(['declined', 'cancelled', 'notDelivered'])

/** A line that helps, or will, or is asked to: everything but refused, cancelled and not done. */
export const isAlive = (line: { readonly status: LineStatus }): boolean => !gone.has(line.status)

/** A line that still asks something of the family: alive and not over. */
export const isAhead = (line: { readonly status: LineStatus }): boolean =>
  isAlive(line) && line.status !== 'delivered' && line.status !== 'partlyDelivered'

type Span = Pick<BasketFact, 'startsOn' | 'endsOn'>

/** On one day at least both take place; an open end has no last day. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn)

/** A line for the whole family is for each of its persons too. */
export const sharePerson = (a: BasketFact, b: BasketFact): boolean =>
  a.personIds.length === 0 || b.personIds.length === 0 || a.personIds.some((id) => b.personIds.includes(id))
