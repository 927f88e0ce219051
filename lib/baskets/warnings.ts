import type { LineStatus } from '@/lib/baskets/state'
import type { DataCategory } from '@/lib/catalogue'
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
}

export const answererKey = (institutionId: string, userId: string | null): string =>
  `${institutionId} ${userId ?? ''}`

export const grantKey = (institutionId: string, personId: string | null, category: DataCategory): string =>
  `${institutionId} ${personId ?? ''} ${category}`

export type MissingConsent = { readonly personId: string | null; readonly category: DataCategory }

export type LineWarning =
  | {
      readonly kind: 'duplicate'
      readonly lineId: string
      readonly otherIds: readonly string[]
      readonly blocking: boolean
    }
  | { readonly kind: 'notParty'; readonly lineId: string; readonly blocking: boolean }
  | {
      readonly kind: 'noConsent'
      readonly lineId: string
      readonly missing: readonly MissingConsent[]
      readonly blocking: true
    }
  | {
      readonly kind: 'clash'
      readonly lineId: string
      readonly otherIds: readonly string[]
      readonly blocking: false
    }
  | { readonly kind: 'nobodyAnswers'; readonly lineId: string; readonly blocking: false }
  | { readonly kind: 'outsidePlan'; readonly lineId: string; readonly blocking: false }
  | { readonly kind: 'outsideAgreement'; readonly lineId: string; readonly blocking: false }

const gone: ReadonlySet<LineStatus> = new Set(['declined', 'cancelled', 'notDelivered'])

/** A line that helps, or will, or is asked to: everything but refused, cancelled and not done. */
export const isAlive = (line: { readonly status: LineStatus }): boolean => !gone.has(line.status)

const overlap = (a: BasketFact, b: BasketFact): boolean =>
  (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn)

/** A line for the whole family is for each of its persons too. */
const sharePerson = (a: BasketFact, b: BasketFact): boolean =>
  a.personIds.length === 0 || b.personIds.length === 0 || a.personIds.some((id) => b.personIds.includes(id))

/** Same beneficiary, same service type, overlapping dates (domain 5.3.2). */
export const areTwins = (a: BasketFact, b: BasketFact): boolean =>
  a.id !== b.id &&
  a.serviceKey === b.serviceKey &&
  isAlive(a) &&
  isAlive(b) &&
  sharePerson(a, b) &&
  overlap(a, b)

const duplicate = (line: BasketFact, all: readonly BasketFact[]): LineWarning[] => {
  const twins = all.filter((other) => areTwins(line, other))
  if (twins.length === 0) return []
  // one justification explains the pair, on whichever of the two it was written
  const blocking = line.duplicateReason === null && twins.some((twin) => twin.duplicateReason === null)
  return [{ kind: 'duplicate', lineId: line.id, otherIds: twins.map((t) => t.id), blocking }]
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The same person is to be in two places: the same day of the week, less than an hour apart, at the same time of year. */
const clash = (line: BasketFact, all: readonly BasketFact[]): LineWarning[] => {
  const others = all.filter(
    (other) =>
      other.id !== line.id &&
      isAlive(other) &&
      !isOver(other) &&
      line.weekday !== null &&
      line.weekday === other.weekday &&
      line.atTime !== null &&
      other.atTime !== null &&
      Math.abs(minutes(line.atTime) - minutes(other.atTime)) < 60 &&
      sharePerson(line, other) &&
      overlap(line, other),
  )
  return others.length === 0
    ? []
    : [{ kind: 'clash', lineId: line.id, otherIds: others.map((o) => o.id), blocking: false }]
}

/** The provider is a party of the agreement on the day the service begins (domain 5.3.1). */
const notParty = (line: BasketFact, around: Surroundings): LineWarning[] => {
  const party = around.parties.some(
    (p) =>
      p.institutionId === line.providerId &&
      p.signedOn !== null &&
      p.signedOn <= line.startsOn &&
      (p.leftOn === null || p.leftOn > line.startsOn),
  )
  if (party) return []
  return [{ kind: 'notParty', lineId: line.id, blocking: line.outsideAgreementReason === null }]
}

/** What the provider would have to read and may not: name and contact, and the category of the service. */
export const missingConsents = (line: BasketFact, around: Surroundings): MissingConsent[] => {
  if (line.providerId === around.ownerId) return []
  const persons: readonly (string | null)[] = around.environment
    ? [null]
    : line.personIds.length > 0
      ? line.personIds
      : around.personIds
  const categories = [...new Set<DataCategory>(['PODSTAWOWE', line.category])]
  return persons.flatMap((personId) =>
    categories
      .filter((category) => !around.grants.has(grantKey(line.providerId, personId, category)))
      .map((category) => ({ personId, category })),
  )
}

const noConsent = (line: BasketFact, around: Surroundings): LineWarning[] => {
  const missing = missingConsents(line, around)
  return missing.length === 0 ? [] : [{ kind: 'noConsent', lineId: line.id, missing, blocking: true }]
}

const unanswered: ReadonlySet<LineStatus> = new Set(['draft', 'proposed', 'waitingList'])

/** A question to an institution whose people have no role to answer with would wait for ever. */
const nobodyAnswers = (line: BasketFact, around: Surroundings): LineWarning[] =>
  unanswered.has(line.status) && around.silent.has(answererKey(line.providerId, line.responsibleId))
    ? [{ kind: 'nobodyAnswers', lineId: line.id, blocking: false }]
    : []

const outside = (line: BasketFact, from: IsoDate | null, to: IsoDate | null): boolean =>
  (from !== null && line.startsOn < from) ||
  (to !== null && (line.startsOn > to || (line.endsOn !== null && line.endsOn > to)))

const dates = (line: BasketFact, { plan, agreement }: Surroundings): LineWarning[] => {
  const warnings: LineWarning[] = []
  if (plan && outside(line, plan.from, plan.to))
    warnings.push({ kind: 'outsidePlan', lineId: line.id, blocking: false })
  if (outside(line, agreement.from, agreement.to))
    warnings.push({ kind: 'outsideAgreement', lineId: line.id, blocking: false })
  return warnings
}

const isOver = (line: BasketFact): boolean => ['delivered', 'partlyDelivered'].includes(line.status)

/** Everything that somebody should know about the lines of one basket before they are sent or signed. */
export const lineWarnings = (lines: readonly BasketFact[], around: Surroundings): LineWarning[] =>
  lines
    .filter((line) => isAlive(line) && !isOver(line))
    .flatMap((line) => [
      ...duplicate(line, lines),
      ...clash(line, lines),
      ...notParty(line, around),
      ...noConsent(line, around),
      ...nobodyAnswers(line, around),
      ...dates(line, around),
    ])

/** Open needs for which nobody helps or is asked to. */
export const uncovered = (needIds: readonly string[], lines: readonly BasketFact[]): string[] =>
  needIds.filter((id) => !lines.some((line) => isAlive(line) && line.needIds.includes(id)))
