import {
  answererKey,
  type BasketFact,
  grantKey,
  isAhead,
  isAlive,
  overlap,
  pairKey,
  type Surroundings,
  sharePerson,
} from '@/lib/baskets/basket-fact'
import { type Burden, burdens } from '@/lib/baskets/burden'
import { fingerprint } from '@/lib/baskets/fingerprint'
import { clashing, meetingOf, tight } from '@/lib/baskets/meetings'
import type { LineStatus } from '@/lib/baskets/state'
import type { DataCategory } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'

export type MissingConsent = { readonly personId: string | null; readonly category: DataCategory }

/** What is wrong, before anybody settled it. `lineId` is the line it is told of, `otherIds` who else belongs to it. */
type Found = { readonly lineId: string; readonly otherIds: readonly string[]; readonly blocking: boolean } & (
  | {
      readonly kind:
        | 'duplicate'
        | 'notParty'
        | 'clash'
        | 'nobodyAnswers'
        | 'outsidePlan'
        | 'outsideAgreement'
        | 'protectedMeets'
    }
  | { readonly kind: 'noConsent'; readonly missing: readonly MissingConsent[] }
  | { readonly kind: 'opposite'; readonly reason: string }
  | { readonly kind: 'tooClose'; readonly minutes: number }
  | { readonly kind: 'travel'; readonly minutes: number; readonly needed: number }
  | {
      readonly kind: Burden['kind']
      readonly personId: string | null
      readonly amount: number
      readonly limit: number
    }
)

export type LineWarning = Found & {
  /** what it rests on: the same at each of its lines, another one when a fact changes */
  readonly key: string
  /** somebody wrote a reason for exactly these facts */
  readonly settled: boolean
}

export type WarningKind = LineWarning['kind']

/**
 * How a warning is answered: `settle` keeps a reason beside it; `justify` writes the reason on the line, where the plan
 * and the institution's question carry it; `mend` cannot be talked away (a consent is there or it is not).
 */
export const answerOf = {
  duplicate: 'justify',
  notParty: 'justify',
  noConsent: 'mend',
  opposite: 'settle',
  clash: 'settle',
  // who keeps a reason would tell the owner's people that these two must not meet
  protectedMeets: 'mend',
  tooClose: 'settle',
  travel: 'settle',
  overburdened: 'settle',
  farAWeek: 'settle',
  nobodyAnswers: 'settle',
  outsidePlan: 'settle',
  outsideAgreement: 'settle',
} as const satisfies Record<WarningKind, 'settle' | 'justify' | 'mend'>

/** Same beneficiary, same service type, overlapping dates (domain 5.3.2). */
export const areTwins = (a: BasketFact, b: BasketFact): boolean =>
  a.id !== b.id &&
  a.serviceKey === b.serviceKey &&
  isAlive(a) &&
  isAlive(b) &&
  sharePerson(a, b) &&
  overlap(a, b)

const alone = { otherIds: [], blocking: false } as const
const ids = (lines: readonly BasketFact[]): string[] => lines.map((line) => line.id)

const duplicate = (line: BasketFact, all: readonly BasketFact[]): Found[] => {
  const twins = all.filter((other) => areTwins(line, other))
  if (twins.length === 0) return []
  // one justification explains the pair, on whichever of the two it was written
  const blocking = line.duplicateReason === null && twins.some((twin) => twin.duplicateReason === null)
  return [{ kind: 'duplicate', lineId: line.id, otherIds: ids(twins), blocking }]
}

/** Two services whose aims contradict each other, for the same person at the same time (domain 5.3.2, 2.1 step 9). */
const opposite = (line: BasketFact, all: readonly BasketFact[], { conflicts }: Surroundings): Found[] =>
  all.flatMap((other): Found[] => {
    const conflict = conflicts.get(pairKey(line.serviceKey, other.serviceKey))
    if (!conflict || other.id === line.id || !isAhead(other)) return []
    if (!sharePerson(line, other) || !overlap(line, other)) return []
    const { blocks: blocking, reasonPl: reason } = conflict
    return [{ kind: 'opposite', lineId: line.id, otherIds: [other.id], blocking, reason }]
  })

const clash = (line: BasketFact, all: readonly BasketFact[]): Found[] => {
  const others = clashing(line, all)
  return others.length === 0 ? [] : [{ ...alone, kind: 'clash', lineId: line.id, otherIds: ids(others) }]
}

/** Persons who must not meet would (domain 8.2 d): told only to who knows that they must not. */
const meets = (line: BasketFact, all: readonly BasketFact[], around: Surroundings): Found[] => {
  const others = meetingOf(line, all, around)
  if (others.length === 0) return []
  return [
    {
      ...alone,
      kind: 'protectedMeets',
      lineId: line.id,
      otherIds: ids(others).filter((id) => id !== line.id),
    },
  ]
}

const tooTight = (line: BasketFact, all: readonly BasketFact[], around: Surroundings): Found[] =>
  tight(line, all, around).map(({ otherId, ...found }) => ({
    ...alone,
    ...found,
    lineId: line.id,
    otherIds: [otherId],
  }))

/** The provider is a party of the agreement on the day the service begins (domain 5.3.1). */
const notParty = (line: BasketFact, around: Surroundings): Found[] => {
  const party = around.parties.some(
    (p) =>
      p.institutionId === line.providerId &&
      p.signedOn !== null &&
      p.signedOn <= line.startsOn &&
      (p.leftOn === null || p.leftOn > line.startsOn),
  )
  if (party) return []
  return [{ ...alone, kind: 'notParty', lineId: line.id, blocking: line.outsideAgreementReason === null }]
}

/** What the provider would have to read and may not: name and contact, and the category of the service. */
export const missingConsents = (
  line: Pick<BasketFact, 'providerId' | 'category' | 'personIds'>,
  around: Pick<Surroundings, 'ownerId' | 'environment' | 'personIds' | 'grants'>,
): MissingConsent[] => {
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

const noConsent = (line: BasketFact, around: Surroundings): Found[] => {
  const missing = missingConsents(line, around)
  return missing.length === 0
    ? []
    : [{ kind: 'noConsent', lineId: line.id, otherIds: [], missing, blocking: true }]
}

const unanswered: ReadonlySet<LineStatus> = new Set(['draft', 'proposed', 'waitingList'])

/** A question to an institution whose people have no role to answer with would wait for ever. */
const nobodyAnswers = (line: BasketFact, around: Surroundings): Found[] =>
  unanswered.has(line.status) && around.silent.has(answererKey(line.providerId, line.responsibleId))
    ? [{ ...alone, kind: 'nobodyAnswers', lineId: line.id }]
    : []

const outside = (line: BasketFact, from: IsoDate | null, to: IsoDate | null): boolean =>
  (from !== null && line.startsOn < from) ||
  (to !== null && (line.startsOn > to || (line.endsOn !== null && line.endsOn > to)))

const dates = (line: BasketFact, { plan, agreement }: Surroundings): Found[] => {
  const found: Found[] = []
  if (plan && outside(line, plan.from, plan.to))
    found.push({ ...alone, kind: 'outsidePlan', lineId: line.id })
  if (outside(line, agreement.from, agreement.to))
    found.push({ ...alone, kind: 'outsideAgreement', lineId: line.id })
  return found
}

/** A burden is told of each line that weighs in it. */
const heavy = (line: BasketFact, found: readonly Burden[]): Found[] =>
  found
    .filter(({ lineIds }) => lineIds.includes(line.id))
    .map(({ lineIds, ...burden }) => ({
      ...alone,
      ...burden,
      lineId: line.id,
      otherIds: lineIds.filter((id) => id !== line.id),
    }))

const timed: ReadonlySet<WarningKind> = new Set([
  'clash',
  'protectedMeets',
  'tooClose',
  'travel',
  'overburdened',
  'farAWeek',
])

/** What beside its lines a warning rests on. */
const restsOn = (found: Found, line: BasketFact, { plan, agreement }: Surroundings): (string | null)[] => {
  if (found.kind === 'overburdened' || found.kind === 'farAWeek') return [found.personId]
  if (found.kind === 'outsidePlan') return [plan?.from ?? null, plan?.to ?? null]
  if (found.kind === 'outsideAgreement') return [agreement.from, agreement.to]
  return found.kind === 'nobodyAnswers' ? [line.responsibleId] : []
}

const judged = (
  found: Found,
  line: BasketFact,
  all: readonly BasketFact[],
  around: Surroundings,
): LineWarning => {
  const key = fingerprint({
    kind: found.kind,
    lines: [line, ...all.filter((other) => found.otherIds.includes(other.id))],
    timing: timed.has(found.kind),
    more: restsOn(found, line, around),
  })
  const settled = answerOf[found.kind] === 'settle' && around.settled.has(key)
  return { ...found, key, settled, blocking: found.blocking && !settled }
}

/** Everything that somebody should know about the lines of one basket before they are sent or signed. */
export const lineWarnings = (lines: readonly BasketFact[], around: Surroundings): LineWarning[] => {
  const found = burdens(lines, around)
  return lines
    .filter(isAhead)
    .flatMap((line) =>
      [
        ...duplicate(line, lines),
        ...opposite(line, lines, around),
        ...meets(line, lines, around),
        ...clash(line, lines),
        ...tooTight(line, lines, around),
        ...heavy(line, found),
        ...notParty(line, around),
        ...noConsent(line, around),
        ...nobodyAnswers(line, around),
        ...dates(line, around),
      ].map((one) => judged(one, line, lines, around)),
    )
}

/** Open needs for which nobody helps or is asked to. */
export const uncovered = (needIds: readonly string[], lines: readonly BasketFact[]): string[] =>
  needIds.filter((id) => !lines.some((line) => isAlive(line) && line.needIds.includes(id)))
