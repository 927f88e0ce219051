import type { RoleKey } from '@/lib/catalogue'
import type { VariantBody } from '@/lib/variants/body'

/** What the variant calls things: its team, the team around one family, the plan, the roles (domain 2 and 12). */
export type VariantWords = {
  readonly team: string
  readonly teamShort: string
  readonly familyTeam: string
  readonly plan: string
  /** For a tab: "IPW", "Plan GGK", "Kontrakt". */
  readonly planShort: string
  /** Only the roles that this variant names in its own way. */
  readonly roles: Readonly<Partial<Record<RoleKey, string>>>
}

const withShort = (long: string, short: string): string =>
  long.toLowerCase() === short.toLowerCase() ? long : `${long} (${short})`

/** The words that all variants share, for where no variant is known. */
export const sharedWords: VariantWords = {
  team: 'Partnerski Zespół Kooperacji',
  teamShort: 'PZK',
  familyTeam: 'Zespół rodziny',
  plan: 'Plan współpracy',
  planShort: 'Plan',
  roles: {},
}

/** The words of one version of a variant. */
export const wordsOf = ({ labels, roles }: VariantBody): VariantWords => ({
  team: labels.teamLabel,
  teamShort: labels.teamShort,
  familyTeam: withShort(labels.familyTeamLabel, labels.familyTeamShort),
  plan: withShort(labels.planLabel, labels.planShort),
  planShort: labels.planShort.charAt(0).toUpperCase() + labels.planShort.slice(1),
  roles,
})
