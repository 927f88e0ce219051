import { z } from 'zod'

/** The twelve data categories of the closed list (domain 5.5), in its order. */
export const dataCategories = [
  'PODSTAWOWE',
  'BYT',
  'FINANSE',
  'PRACA',
  'EDUKACJA',
  'RELACJE',
  'BEZPIECZENSTWO',
  'ZDROWIE',
  'PSYCHIKA_UZALEZNIENIA',
  'PRAWNE',
  'KARNE',
  'INNE_SZCZEGOLNE',
] as const
export type DataCategory = (typeof dataCategories)[number]

/** The eighteen roles of domain 3.5; `rodzina` never signs in. */
export const roleKeys = [
  'operator',
  'rops_koordynator',
  'animator',
  'ekspert',
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'asystent_rodziny',
  'decydent',
  'specjalista',
  'wykonawca',
  'ministerstwo',
  'radny',
  'admin_lokalny',
  'iod',
  'audytor',
  'rodzina',
] as const
export type RoleKey = (typeof roleKeys)[number]

export const variantKeys = ['I', 'II', 'III'] as const
export type VariantKey = (typeof variantKeys)[number]

const key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/)
const text = z.string().min(1)
const category = z.enum(dataCategories)
const roleKey = z.enum(roleKeys)

export const institutionKind = z
  .strictObject({
    key,
    name_pl: text,
    abbreviation: text.nullable(),
    level: z.enum(['gmina', 'powiat', 'gmina_powiat', 'ponadgminny', 'wojewodztwo', 'kraj']),
    sector: key,
    gpzk_role: z.enum([
      'rdzen',
      'czesto',
      'opcjonalnie',
      'wsparcie',
      'bez_danych_osobowych',
      'powiazany_proces',
    ]),
    identifiers: z.array(text),
  })
  .transform(({ name_pl, gpzk_role, ...rest }) => ({ ...rest, namePl: name_pl, gpzkRole: gpzk_role }))

export const rawService = z
  .strictObject({
    key,
    name_pl: text,
    category: key,
    provider_kinds: z.array(key),
    levels: z.array(z.enum(['gmina', 'powiat', 'wojewodztwo'])),
    legal_basis: text,
    legal_basis_short: text,
    unit: text,
    requires_administrative_decision: z.boolean(),
    sensitive: z.boolean(),
    basis_status: text,
    core: z.boolean(),
  })
  .transform((row) => ({
    key: row.key,
    namePl: row.name_pl,
    category: row.category,
    providerKinds: row.provider_kinds,
    levels: row.levels,
    legalBasis: row.legal_basis,
    legalBasisShort: row.legal_basis_short,
    basisStatus: row.basis_status,
    unit: row.unit,
    requiresDecision: row.requires_administrative_decision,
    sensitive: row.sensitive,
    core: row.core,
  }))

export const rawNeed = z
  .strictObject({
    key,
    name_pl: text,
    origin: z.enum(['art7', 'dodatkowy']),
    legal_ref: text.nullable(),
    sensitive: z.boolean(),
  })
  .transform(({ name_pl, legal_ref, ...rest }) => ({ ...rest, namePl: name_pl, legalRef: legal_ref }))

export const servicesForNeeds = z.record(key, z.array(key).min(1))

export const categories = z.strictObject({
  dataCategories: z
    .array(
      z.strictObject({
        key: category,
        namePl: text,
        holds: text,
        law: z.enum(['ordinary', 'art9', 'art10']),
      }),
    )
    .length(dataCategories.length),
  services: z.record(key, category),
  needs: z.record(key, category),
  areas: z.record(key, category),
  serviceCategories: z.record(key, text),
  statutoryAreas: z.record(key, key),
  statutoryAreaNames: z.record(key, text),
})

export const area = z.strictObject({
  key,
  namePl: text,
  /** The first is the one that the area itself bears; others are for parts of it (the criminal part of PRAWNE). */
  categories: z.array(category).min(1),
  required: z.boolean(),
  needs: z.array(key),
  levels: z.tuple([text, text, text, text, text]),
})

export const modelVariant = z.strictObject({
  key: z.enum(variantKeys),
  namePl: text,
  forPl: text,
  teamLabel: text,
  teamShort: text,
  familyTeamLabel: text,
  familyTeamShort: text,
  planLabel: text,
  planShort: text,
  whoPl: text,
  /** A family team stands apart from the institutional team (domain 2). */
  twoLevels: z.boolean(),
  suggest: z.strictObject({
    kinds: z.array(z.literal([1, 2, 3])),
    cityPowiat: z.boolean(),
    townOver20k: z.boolean(),
  }),
  roles: z.partialRecord(roleKey, text),
})

export const namedEntry = z.strictObject({ key, namePl: text })

/** Two services whose aims contradict each other for the same person at the same time. */
export const serviceConflict = z.strictObject({
  key,
  services: z.tuple([key, key]),
  /** the plan waits until somebody settles it with a reason */
  blocks: z.boolean(),
  reasonPl: text,
})

/** A service for which somebody comes to the family, so that nobody travels for it. */
export const serviceAtHome = z.strictObject({ key })

/** What a family calls a service in its own language. */
export const serviceName = z.strictObject({ key, uk: text, en: text })

export const outcomeCode = namedEntry.extend({ finished: z.boolean() })

export const closingReason = namedEntry.extend({ outcome: key.nullable() })

export const redirectTarget = namedEntry.extend({ publicPl: text, protected: z.boolean() })

export const relation = namedEntry.extend({
  /** Rows of the genogram above (negative) or below the main person. */
  generation: z.number().int().min(-2).max(2),
  link: z.enum([
    'self',
    'partner',
    'child',
    'parent',
    'sibling',
    'ancestor',
    'descendant',
    'foster',
    'guardian',
    'inLaw',
    'relative',
    'unrelated',
  ]),
})

export const role = z.strictObject({
  key: roleKey,
  namePl: text,
  whoPl: text,
  layer: z.enum([
    'technical',
    'aggregates',
    'team',
    'consultation',
    'teamAndCases',
    'ownCases',
    'teamAndOwnLines',
    'ownLines',
    'teamWithoutPeople',
    'usersOnly',
    'dataProtection',
    'timedRead',
    'rightsOnly',
  ]),
  scope: z.enum(['country', 'wojewodztwo', 'institution', 'team', 'case', 'none']),
  signIn: z.boolean(),
})
