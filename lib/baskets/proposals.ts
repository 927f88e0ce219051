/** An institution as the proposal engine sees it. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly kindKey: string
  readonly replacesOps: boolean
  readonly inTeam: boolean
  /** serves the gmina of the case */
  readonly servesHere: boolean
  /** what it says it offers, with days of waiting */
  readonly offers: ReadonlyMap<
    string,
    { readonly waitingDays: number | null; readonly places: number | null }
  >
}

export type Service = {
  readonly key: string
  readonly name: string
  readonly core: boolean
  readonly providerKinds: readonly string[]
}

export type OfferReason = 'declared' | 'task'
export type Offer = {
  readonly institutionId: string
  readonly name: string
  readonly inTeam: boolean
  /** declared: it is on the institution's own list; task: its kind does this by law or custom */
  readonly reason: OfferReason
  readonly waitingDays: number | null
  readonly places: number | null
  /** refused this service for this family already */
  readonly refused: boolean
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

const offerOf = (candidate: Candidate, service: Service, refused: ReadonlySet<string>): Offer | null => {
  const declared = candidate.offers.get(service.key)
  const task = countsAs(candidate).some((kind) => service.providerKinds.includes(kind))
  // outside the team only what an institution says itself: nobody is drawn in by a guess
  if (!declared && !(task && candidate.inTeam)) return null
  return {
    institutionId: candidate.id,
    name: candidate.name,
    inTeam: candidate.inTeam,
    reason: declared ? 'declared' : 'task',
    waitingDays: declared?.waitingDays ?? null,
    places: declared?.places ?? null,
    refused: refused.has(`${candidate.id} ${service.key}`),
  }
}

/** In the team first, without a refusal, declared before supposed, the shorter queue, then the name. */
const better = (a: Offer, b: Offer): number =>
  Number(a.refused) - Number(b.refused) ||
  Number(b.inTeam) - Number(a.inTeam) ||
  Number(a.reason === 'task') - Number(b.reason === 'task') ||
  (a.waitingDays ?? 0) - (b.waitingDays ?? 0) ||
  a.name.localeCompare(b.name, 'pl')

/**
 * For each service that answers a need, who offers it here: core services first, then in the order of the reference;
 * a service that nobody offers stays in the list, empty, so that the gap can be named.
 */
export const proposalsFor = (
  services: readonly Service[],
  candidates: readonly Candidate[],
  refused: ReadonlySet<string> = new Set(),
): Proposal[] => {
  const here = candidates.filter((c) => c.servesHere)
  const proposals = services.map((service) => ({
    service,
    offers: here.flatMap((c) => offerOf(c, service, refused) ?? []).sort(better),
  }))
  const someone = (p: Proposal) => p.offers.some((o) => o.inTeam && !o.refused)
  return proposals.sort(
    (a, b) => Number(someone(b)) - Number(someone(a)) || Number(b.service.core) - Number(a.service.core),
  )
}
