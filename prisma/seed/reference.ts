import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import * as catalogue from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { parseOwnTerc, type TercUnit } from '@/lib/territory'
import platformKinds from '@/prisma/reference/platform-kinds.json'
import { type Row, upsertRows } from '@/prisma/seed/rows'

const folder = fileURLToPath(new URL('../reference/', import.meta.url))
/** Raise when this loader writes something else out of the same files. */
const loaderVersion = 2
/** TERC codes of terc.csv are those of this day; every unit is valid from it on. */
const territoryStatedOn = '2026-01-01'

/** Fingerprint of everything that is loaded: the files and the loader. */
const contentHash = (): string => {
  const hash = createHash('sha256').update(`loader ${loaderVersion}`)
  for (const file of readdirSync(folder)
    .filter((entry) => /^(?!map-).*\.(csv|json)$/.test(entry))
    .sort())
    hash.update(file).update(readFileSync(folder + file))
  return hash.digest('hex')
}

/** Units of our own terc.csv. */
export const readTerritory = (): readonly TercUnit[] => {
  const terc = parseOwnTerc(readFileSync(`${folder}terc.csv`, 'utf8'))
  if (!terc.ok) throw new Error(`reference data: terc.csv is wrong, ${JSON.stringify(terc.problems[0])}`)
  return terc.units
}

const territoryRows = (): Row[] =>
  readTerritory().map((unit) => ({
    code: unit.code,
    level: unit.level,
    name: unit.name,
    name_folded: fold(unit.name),
    kind: unit.kind,
    city_powiat: unit.cityPowiat,
    parent_code: unit.parentCode,
    wojewodztwo_code: unit.wojewodztwoCode,
    lat: unit.centre?.lat ?? null,
    lon: unit.centre?.lon ?? null,
    former_names: [],
    valid_from: territoryStatedOn,
  }))

/** The 80 kinds of the domain, and the two bodies that use the product but never sit in a team. */
const kindRows = (): Row[] =>
  [
    ...catalogue.institutionKinds(),
    ...platformKinds.map((kind) => ({ ...kind, gpzkRole: 'poza_zespolem' })),
  ].map((kind, position) => ({
    key: kind.key,
    name_pl: kind.namePl,
    abbreviation: kind.abbreviation ?? '',
    level: kind.level,
    sector: kind.sector,
    gpzk_role: kind.gpzkRole,
    position,
  }))

const serviceRows = (): Row[] =>
  catalogue.serviceTypes().map((service, position) => ({
    key: service.key,
    name_pl: service.namePl,
    name_folded: fold(service.namePl),
    category: service.category,
    statutory_area: service.statutoryArea,
    data_category: service.dataCategory,
    provider_kinds: service.providerKinds,
    levels: service.levels,
    legal_basis: service.legalBasis,
    legal_basis_short: service.legalBasisShort,
    basis_status: service.basisStatus,
    unit: service.unit,
    requires_decision: service.requiresDecision,
    sensitive: service.sensitive,
    core: service.core,
    position,
  }))

const needRows = (): Row[] =>
  catalogue.needTypes().map((need, position) => ({
    key: need.key,
    name_pl: need.namePl,
    name_folded: fold(need.namePl),
    origin: need.origin,
    legal_ref: need.legalRef ?? '',
    sensitive: need.sensitive,
    data_category: need.dataCategory,
    position,
  }))

const needServiceRows = (): Row[] =>
  catalogue.needTypes().flatMap((need) =>
    need.serviceKeys.map((serviceKey, position) => ({
      need_key: need.key,
      service_key: serviceKey,
      position,
    })),
  )

const areaRows = (): Row[] =>
  catalogue.areas().map((area, position) => ({
    key: area.key,
    name_pl: area.namePl,
    category: area.categories[0],
    anchors: area.levels,
    need_keys: area.needs,
    required: area.required,
    position,
  }))

const variantRows = (): Row[] =>
  catalogue.modelVariants().map((variant, position) => ({
    key: variant.key,
    name_pl: variant.namePl,
    team_label: variant.teamLabel,
    family_team_label: variant.familyTeamLabel,
    plan_label: variant.planLabel,
    body: variant,
    position,
  }))

type Entry = { readonly key: string; readonly namePl: string }

const entryRows = (dictionary: string, entries: readonly Entry[]): Row[] =>
  entries.map(({ key, namePl, ...body }, position) => ({
    dictionary,
    key,
    name_pl: namePl,
    body: Object.keys(body).length > 0 ? body : null,
    position,
  }))

const named = (names: Readonly<Record<string, string>>): Entry[] =>
  Object.entries(names).map(([key, namePl]) => ({ key, namePl }))

const dictionaryRows = (): Row[] => [
  ...entryRows('funding', catalogue.fundingSources()),
  ...entryRows('outcome', catalogue.outcomeCodes()),
  ...entryRows('closing', catalogue.closingReasons()),
  ...entryRows('relation', catalogue.relations()),
  ...entryRows('decline', catalogue.declineReasons()),
  ...entryRows('rejection', catalogue.rejectionReasons()),
  ...entryRows('redirect', catalogue.redirectTargets()),
  ...entryRows('role', catalogue.roles()),
  ...entryRows('dataCategory', catalogue.categories().dataCategories),
  ...entryRows('serviceCategory', named(catalogue.categories().serviceCategories)),
  ...entryRows('statutoryArea', named(catalogue.categories().statutoryAreaNames)),
]

const load = async (client: Client): Promise<void> => {
  const imports = await client.query<{ any: boolean }>('select exists (select from territory_import) as any')
  // A newer TERC file that somebody imported is never turned back by ours.
  if (!imports.rows[0]?.any) await upsertRows(client, 'territory_unit', ['code'], territoryRows())
  await upsertRows(client, 'institution_kind', ['key'], kindRows())
  await upsertRows(client, 'service_type', ['key'], serviceRows())
  await upsertRows(client, 'need_type', ['key'], needRows())
  // The order is part of the answer, so the list is replaced whole.
  await client.query('delete from need_service')
  await upsertRows(client, 'need_service', ['need_key', 'service_key'], needServiceRows())
  await upsertRows(client, 'area_type', ['key'], areaRows())
  await upsertRows(client, 'model_variant', ['key'], variantRows())
  await upsertRows(client, 'dictionary_entry', ['dictionary', 'key'], dictionaryRows())
}

/**
 * Loads prisma/reference into the reference tables as the owner. Idempotent: the fingerprint of what was loaded is
 * kept as the comment of a table, so a second run with the same files asks one question and ends.
 */
export const seedReference = async (ownerUrl: string): Promise<'loaded' | 'unchanged'> => {
  const mark = `reference data ${contentHash()}`
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const known = await client.query<{ mark: string | null }>(
      `select obj_description('public.dictionary_entry'::regclass) as mark`,
    )
    if (known.rows[0]?.mark === mark) return 'unchanged'
    await client.query('begin')
    await load(client)
    await client.query(`comment on table dictionary_entry is '${mark}'`)
    await client.query('commit')
    return 'loaded'
  } finally {
    await client.end()
  }
}
