import type { IsoDate } from '@/lib/format/dates'

/** An institution in a team, as far as the conditions of domain 4.1 ask. */
export type Party = {
  readonly institutionId: string
  readonly kindKey: string
  readonly replacesOps: boolean
  readonly founding: boolean
  readonly signedOn: IsoDate | null
}

/** A team as far as the conditions of domain 4.1 ask; `parties` are those that have not left. */
export type TeamSetup = {
  readonly parties: readonly Party[]
  readonly agreementFrom: IsoDate | null
  readonly agreementTo: IsoDate | null
  readonly agreementText: string | null
  /** Signatures that are enough; null: all founding parties. */
  readonly minimumSignatures: number | null
  readonly rulesAdoptedOn: IsoDate | null
  readonly coordinators: number
  readonly openCases: number
}

/** What is missing for a step, in a closed list; lib/messages says it in words. */
export type Missing =
  | { readonly key: 'parties' | 'opsSide' | 'powiatSide' | 'agreementText' | 'agreementDates' }
  | { readonly key: 'signatures'; readonly have: number; readonly need: number }
  | { readonly key: 'rules' | 'coordinator' }
  | { readonly key: 'openCases'; readonly count: number }

/** OPS, MOPR, or a CUS made out of the OPS (domain 6): the side of the gmina. */
export const isOpsSide = ({ kindKey, replacesOps }: Pick<Party, 'kindKey' | 'replacesOps'>): boolean =>
  kindKey === 'ops' || kindKey === 'mopr' || (kindKey === 'cus' && replacesOps)

/** PCPR or MOPR; one MOPR plays both sides in a city with powiat rights (domain 3.3). */
export const isPowiatSide = ({ kindKey }: Pick<Party, 'kindKey'>): boolean =>
  kindKey === 'pcpr' || kindKey === 'mopr'

/** OPS/CUS/MOPR of 4.1: a CUS beside an OPS also stands on the gmina's side of an agreement. */
const standsForGmina = (party: Party): boolean => isOpsSide(party) || party.kindKey === 'cus'

const compositionMissing = ({ parties }: TeamSetup): Missing[] => [
  ...(parties.length < 2 ? [{ key: 'parties' as const }] : []),
  ...(parties.some(standsForGmina) ? [] : [{ key: 'opsSide' as const }]),
  ...(parties.some(isPowiatSide) ? [] : [{ key: 'powiatSide' as const }]),
]

/** INICJOWANY → POROZUMIENIE: a draft, two institutions, of them the gmina's and the powiat's side. */
export const missingForAgreement = (team: TeamSetup): Missing[] => [
  ...compositionMissing(team),
  ...(team.agreementText ? [] : [{ key: 'agreementText' as const }]),
  ...(team.agreementFrom && team.agreementTo ? [] : [{ key: 'agreementDates' as const }]),
]

/** How many signatures of founding parties there are and how many are needed. */
export const signatures = (team: TeamSetup): { have: number; need: number } => {
  const founding = team.parties.filter((p) => p.founding)
  const need =
    team.minimumSignatures === null ? founding.length : Math.min(team.minimumSignatures, founding.length)
  return { have: founding.filter((p) => p.signedOn !== null).length, need }
}

/** POROZUMIENIE → AKTYWNY: signatures, rules (regulamin), a coordinator. */
export const missingForActive = (team: TeamSetup): Missing[] => {
  const { have, need } = signatures(team)
  return [
    ...compositionMissing(team),
    ...(have < need ? [{ key: 'signatures' as const, have, need }] : []),
    ...(team.rulesAdoptedOn ? [] : [{ key: 'rules' as const }]),
    ...(team.coordinators > 0 ? [] : [{ key: 'coordinator' as const }]),
  ]
}

/** → ROZWIĄZANY: no open case is left behind. */
export const missingForDissolution = ({ openCases }: TeamSetup): Missing[] =>
  openCases > 0 ? [{ key: 'openCases', count: openCases }] : []

/** Why this party may not leave: the lead, or the last of a side (the agreement would stand on nobody). */
export const refusalToLeave = (
  team: TeamSetup,
  institutionId: string,
  leadInstitutionId: string | null,
): 'leadStays' | 'opsSideStays' | 'powiatSideStays' | null => {
  if (institutionId === leadInstitutionId) return 'leadStays'
  const rest = team.parties.filter((p) => p.institutionId !== institutionId)
  if (team.parties.some(standsForGmina) && !rest.some(standsForGmina)) return 'opsSideStays'
  if (team.parties.some(isPowiatSide) && !rest.some(isPowiatSide)) return 'powiatSideStays'
  return null
}
