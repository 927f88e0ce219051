import { modelVariants } from '@/lib/catalogue/reference'
import type { RoleKey, VariantKey } from '@/lib/catalogue/reference-schema'

/**
 * The model variant to preselect for a gmina (domain 2): rural I, urban-rural II, city with powiat rights III.
 * Any other town gets III only when the animator has said that it has over 20,000 inhabitants. Never a block:
 * undefined means that a person chooses.
 */
export const suggestVariant = (gmina: {
  readonly kind: 1 | 2 | 3
  readonly cityPowiat: boolean
  readonly townOver20k?: boolean
}): VariantKey | undefined =>
  modelVariants().find(({ suggest }) =>
    gmina.cityPowiat
      ? suggest.cityPowiat
      : suggest.kinds.includes(gmina.kind) ||
        (suggest.townOver20k && gmina.kind === 1 && gmina.townOver20k === true),
  )?.key

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

/** The words of a variant; for a key that nobody knows, those that all variants share. */
export const variantWords = (key: string | null | undefined): VariantWords => {
  const variant = modelVariants().find((v) => v.key === key)
  if (!variant)
    return {
      team: 'Partnerski Zespół Kooperacji',
      teamShort: 'PZK',
      familyTeam: 'Zespół rodziny',
      plan: 'Plan współpracy',
      planShort: 'Plan',
      roles: {},
    }
  return {
    team: variant.teamLabel,
    teamShort: variant.teamShort,
    familyTeam: withShort(variant.familyTeamLabel, variant.familyTeamShort),
    plan: withShort(variant.planLabel, variant.planShort),
    planShort: variant.planShort.charAt(0).toUpperCase() + variant.planShort.slice(1),
    roles: variant.roles,
  }
}
