import type { IsoDate } from '@/lib/format/dates'
import { kindEntry, missingKinds } from '@/lib/teams/composition'
import type { AskedDocument, TeamDocumentStep } from '@/lib/variants'

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
  /** What the team's version of the variant asks for beyond domain 4.1. */
  readonly requiredKinds: readonly string[]
  readonly askedDocuments: Readonly<Partial<Record<TeamDocumentStep, readonly AskedDocument[]>>>
  /** Documents of which a file is attached to the team. */
  readonly attached: readonly string[]
}

/** What is missing for a step, in a closed list; lib/messages says it in words. */
export type Missing =
  | { readonly key: 'parties' | 'opsSide' | 'powiatSide' | 'agreementText' | 'agreementDates' }
  | { readonly key: 'signatures'; readonly have: number; readonly need: number }
  | { readonly key: 'rules' | 'coordinator' }
  | { readonly key: 'openCases'; readonly count: number }
  /** By name, in the order of the version. */
  | { readonly key: 'kinds'; readonly names: readonly string[] }
  | { readonly key: 'documents'; readonly documents: readonly AskedDocument[] }

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

const kindsMissing = ({ requiredKinds, parties }: TeamSetup): Missing[] => {
  const names = missingKinds(requiredKinds, parties).map((key) => kindEntry(key)?.namePl ?? key)
  return names.length > 0 ? [{ key: 'kinds', names }] : []
}

/** Documents that the version of the variant asks for at this step and of which no file is attached. */
const documentsMissing = ({ askedDocuments, attached }: TeamSetup, step: TeamDocumentStep): Missing[] => {
  const documents = (askedDocuments[step] ?? []).filter((key) => !attached.includes(key))
  return documents.length > 0 ? [{ key: 'documents', documents }] : []
}

/** INICJOWANY → POROZUMIENIE: a draft, two institutions, of them the gmina's and the powiat's side. */
export const missingForAgreement = (team: TeamSetup): Missing[] => [
  ...compositionMissing(team),
  ...(team.agreementText ? [] : [{ key: 'agreementText' as const }]),
  ...(team.agreementFrom && team.agreementTo ? [] : [{ key: 'agreementDates' as const }]),
  ...documentsMissing(team, 'team.sendAgreement'),
]

/** How many signatures of founding parties there are and how many are needed. */
export const signatures = (team: TeamSetup): { have: number; need: number } => {
  const founding = team.parties.filter((p) => p.founding)
  const need =
    team.minimumSignatures === null ? founding.length : Math.min(team.minimumSignatures, founding.length)
  return { have: founding.filter((p) => p.signedOn !== null).length, need }
}

/** POROZUMIENIE → AKTYWNY: signatures, rules (regulamin), a coordinator; kinds and documents that the variant asks for. */
export const missingForActive = (team: TeamSetup): Missing[] => {
  const { have, need } = signatures(team)
  return [
    ...compositionMissing(team),
    ...kindsMissing(team),
    ...(have < need ? [{ key: 'signatures' as const, have, need }] : []),
    ...(team.rulesAdoptedOn ? [] : [{ key: 'rules' as const }]),
    ...(team.coordinators > 0 ? [] : [{ key: 'coordinator' as const }]),
    ...documentsMissing(team, 'team.activate'),
  ]
}

/** → ROZWIĄZANY: no open case is left behind. */
export const missingForDissolution = (team: TeamSetup): Missing[] => [
  ...(team.openCases > 0 ? [{ key: 'openCases' as const, count: team.openCases }] : []),
  ...documentsMissing(team, 'team.dissolve'),
]

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
