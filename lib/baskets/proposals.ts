import { offerLimits } from '@/lib/baskets/limits'
import type { IsoDate } from '@/lib/format/dates'

/** How near an institution works: in the gmina of the family, over its powiat, or in the voivodeship only. */
export type Nearness = 'gmina' | 'powiat' | 'wojewodztwo'

/** How the same service of the same institution turned out earlier, in words: app.service_results never gives a share. */
export type EarlierResult = 'mostly' | 'half' | 'seldom'

/** What an institution says of one service that it offers. */
export type Declared = {
  readonly waitingDays: number | null
  readonly freePlaces: number | null
  readonly places: number | null
  readonly conditions: string | null
  readonly confirmedOn: IsoDate | null
  /** said by a leader or the ROPS on behalf of the institution */
  readonly byOther: boolean
  /** the confirmation is older than the term, or there is none */
  readonly old: boolean
}

/** An institution as the proposal engine sees it. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly kindKey: string
  readonly replacesOps: boolean
  readonly inTeam: boolean
  /** serves the gmina of the case */
  readonly servesHere: boolean
  readonly nearness: Nearness
  /** by road from the centre of the family's gmina to that of the seat; null where either has none */
  readonly km: number | null
  readonly offers: ReadonlyMap<string, Declared>
  readonly results: ReadonlyMap<string, EarlierResult>
}

export type Service = {
  readonly key: string
  readonly name: string
  readonly core: boolean
  readonly providerKinds: readonly string[]
}

/** One thing that speaks for an offer or against it. */
export type Reason =
  | { readonly kind: 'declared' | 'unconfirmed'; readonly on: IsoDate | null }
  | { readonly kind: 'near'; readonly nearness: Nearness; readonly km: number | null }
  | { readonly kind: 'far'; readonly km: number }
  | { readonly kind: 'places'; readonly free: number; readonly all: number | null }
  | { readonly kind: 'waiting' | 'longWaiting'; readonly days: number }
  | { readonly kind: 'results'; readonly result: EarlierResult }
  | {
      readonly kind:
        | 'agreement'
        | 'outside'
        | 'task'
        | 'undeclared'
        | 'noQueue'
        | 'full'
        | 'refused'
        | 'byOther'
    }

export type Offer = {
  readonly institutionId: string
  readonly name: string
  readonly inTeam: boolean
  /** declared: it is on the institution's own list; task: its kind does this by law or custom */
  readonly reason: 'declared' | 'task'
  /** refused this service for this family already */
  readonly refused: boolean
  readonly conditions: string | null
  /** why it is proposed (never empty), and what speaks against it */
  readonly pros: readonly Reason[]
  readonly cons: readonly Reason[]
}

export type Proposal = { readonly service: Service; readonly offers: readonly Offer[] }

/**
 * Kinds under which an institution may be proposed (domain 6): a MOPR does the work of the OPS and of the PCPR and, where
 * so appointed, of the organiser of foster care; a CUS made out of the OPS counts as the OPS, a CUS beside one only as CUS.
 */
export const countsAs = ({ kindKey, replacesOps }: Pick<Candidate, 'kindKey' | 'replacesOps'>): string[] => {
  if (kindKey === 'mopr') return ['mopr', 'ops', 'pcpr', 'organizator_pieczy']
  if (kindKey === 'cus' && replacesOps) return ['cus', 'ops']
  if (kindKey === 'pcpr') return ['pcpr', 'organizator_pieczy']
  return [kindKey]
}

/**
 * By its own level where it has one above the gmina, else by its seat: a PCPR works over its powiat although its desk
 * stands in the city beside, which is a powiat of its own.
 */
export const nearnessOf = (gminaCode: string, seatCode: string, level: string): Nearness => {
  if (seatCode === gminaCode) return 'gmina'
  if (level === 'powiat' || seatCode.slice(0, 4) === gminaCode.slice(0, 4)) return 'powiat'
  return 'wojewodztwo'
}

/** When help could begin, as far as anybody said: at once, within weeks (or nobody knows), in months, not in sight. */
const wait = { now: 0, soon: 1, later: 2, noSight: 3 } as const

const waitOf = (offer: Declared | undefined): number => {
  if (!offer) return wait.soon
  const { waitingDays, freePlaces } = offer
  if (waitingDays === null) {
    if (freePlaces === null) return wait.soon
    return freePlaces > 0 ? wait.now : wait.noSight
  }
  if (waitingDays === 0) return wait.now
  if (waitingDays <= offerLimits.soonDays) return wait.soon
  return waitingDays <= offerLimits.longDays ? wait.later : wait.noSight
}

const placeReasons = ({ freePlaces, places, waitingDays }: Declared): Reason[] => {
  const queue: Reason[] =
    waitingDays === null
      ? []
      : waitingDays === 0
        ? [{ kind: 'noQueue' }]
        : [{ kind: waitingDays <= offerLimits.soonDays ? 'waiting' : 'longWaiting', days: waitingDays }]
  if (freePlaces === null) return queue
  return [freePlaces > 0 ? { kind: 'places', free: freePlaces, all: places } : { kind: 'full' }, ...queue]
}

const wordReasons = (offer: Declared | undefined): Reason[] => {
  if (!offer) return [{ kind: 'task' }, { kind: 'undeclared' }]
  const { confirmedOn: on, old, byOther } = offer
  return [
    // a day that is long past is said once, among what speaks against
    { kind: 'declared', on: old ? null : on },
    ...(old ? [{ kind: 'unconfirmed', on } as const] : []),
    ...(byOther ? [{ kind: 'byOther' } as const] : []),
  ]
}

/** A body of the voivodeship comes to its families or not; where its desk stands says little. */
const wayReason = ({ nearness, km }: Candidate): Reason =>
  nearness !== 'gmina' && km !== null && km > offerLimits.reachKm
    ? { kind: 'far', km }
    : { kind: 'near', nearness, km: nearness === 'gmina' ? null : km }

const against = new Set<Reason['kind']>([
  'unconfirmed',
  'byOther',
  'undeclared',
  'outside',
  'far',
  'full',
  'longWaiting',
  'refused',
])

const speaksAgainst = (reason: Reason): boolean =>
  against.has(reason.kind) || (reason.kind === 'results' && reason.result !== 'mostly')

type Ranked = Offer & { readonly rank: readonly number[] }

const bandOf = (km: number | null): number => {
  if (km === null) return 2
  if (km <= offerLimits.nearKm) return 0
  if (km <= offerLimits.reachKm) return 1
  return km <= offerLimits.farKm ? 2 : 3
}

const levels: Readonly<Record<Nearness, number>> = { gmina: 0, powiat: 1, wojewodztwo: 2 }
const turnedOut = { mostly: 0, half: 1, seldom: 2 } as const

/** Places of the ranking in their order; smaller is better. Why this order: docs/decisions/0017. */
const rankOf = (
  candidate: Candidate,
  offer: Declared | undefined,
  key: string,
  refused: boolean,
): number[] => {
  const result = candidate.results.get(key)
  return [
    Number(refused),
    Number(waitOf(offer) === wait.noSight),
    Number(!candidate.inTeam),
    Number(!offer),
    waitOf(offer),
    levels[candidate.nearness],
    bandOf(candidate.nearness === 'gmina' ? 0 : candidate.km),
    Number(offer?.old ?? true),
    // nobody is put back for having few cases
    result ? turnedOut[result] : turnedOut.half,
    offer?.waitingDays ?? 0,
    candidate.nearness === 'gmina' ? 0 : (candidate.km ?? offerLimits.farKm),
  ]
}

const offerOf = (candidate: Candidate, service: Service, refusals: ReadonlySet<string>): Ranked | null => {
  const declared = candidate.offers.get(service.key)
  const task = countsAs(candidate).some((kind) => service.providerKinds.includes(kind))
  // outside the team only what an institution says itself: nobody is drawn in by a guess
  if (!declared && !(task && candidate.inTeam)) return null
  const refused = refusals.has(`${candidate.id} ${service.key}`)
  const result = candidate.results.get(service.key)
  const reasons: Reason[] = [
    ...(refused ? [{ kind: 'refused' } as const] : []),
    ...wordReasons(declared),
    ...(declared ? placeReasons(declared) : []),
    wayReason(candidate),
    { kind: candidate.inTeam ? 'agreement' : 'outside' },
    ...(result ? [{ kind: 'results', result } as const] : []),
  ]
  return {
    institutionId: candidate.id,
    name: candidate.name,
    inTeam: candidate.inTeam,
    reason: declared ? 'declared' : 'task',
    refused,
    conditions: declared?.conditions ?? null,
    pros: reasons.filter((r) => !speaksAgainst(r)),
    cons: reasons.filter(speaksAgainst),
    rank: rankOf(candidate, declared, service.key, refused),
  }
}

/** The first place of the ranking that differs decides; then the name, then the id, so that nothing hangs on chance. */
const better = (a: Ranked, b: Ranked): number => {
  for (const [place, value] of a.rank.entries()) {
    const other = b.rank[place] ?? 0
    if (value !== other) return value - other
  }
  return a.name.localeCompare(b.name, 'pl') || a.institutionId.localeCompare(b.institutionId)
}

/**
 * For each service that answers a need, who offers it here and why, the best first: core services first, then in the order
 * of the reference; a service that nobody offers stays in the list, empty, so that the gap can be named.
 */
export const proposalsFor = (
  services: readonly Service[],
  candidates: readonly Candidate[],
  refused: ReadonlySet<string> = new Set(),
): Proposal[] => {
  const here = candidates.filter((c) => c.servesHere)
  const proposals = services.map((service) => ({
    service,
    offers: here
      .flatMap((c) => offerOf(c, service, refused) ?? [])
      .sort(better)
      .map(({ rank, ...offer }) => offer),
  }))
  const someone = (p: Proposal) => p.offers.some((o) => o.inTeam && !o.refused)
  return proposals.sort(
    (a, b) => Number(someone(b)) - Number(someone(a)) || Number(b.service.core) - Number(a.service.core),
  )
}
