import type { Client } from 'pg'
import type { IsoDate } from '@/lib/format/dates'
import type { GminaKindCode, TercLevel, TercUnit } from '@/lib/territory'

type UnitRow = {
  code: string
  level: TercLevel
  name: string
  kind: GminaKindCode | null
  city_powiat: boolean
  parent_code: string | null
  wojewodztwo_code: string
  lat: number | null
  lon: number | null
}

/** Units in force, as the comparison wants them. */
export const unitsInForce = async (client: Client): Promise<TercUnit[]> => {
  const { rows } = await client.query<UnitRow>(
    `select code, level::text as level, name, kind, city_powiat, parent_code, wojewodztwo_code, lat, lon
     from territory_unit where valid_to is null order by code`,
  )
  return rows.map(({ city_powiat, parent_code, wojewodztwo_code, lat, lon, ...unit }) => ({
    ...unit,
    cityPowiat: city_powiat,
    parentCode: parent_code,
    wojewodztwoCode: wojewodztwo_code,
    centre: lat === null || lon === null ? null : { lat, lon },
  }))
}

/** The state of the register that the database holds: of the last import, else of the first load. */
export const statedOnOf = async (client: Client): Promise<IsoDate | null> => {
  const { rows } = await client.query<{ day: IsoDate | null }>(
    `select to_char(coalesce((select max(stated_on) from territory_import),
       (select max(valid_from) from territory_unit)), 'YYYY-MM-DD') as day`,
  )
  return rows[0]?.day ?? null
}

/** Pairs that an earlier run wrote: code of an ended unit → its successor, null when it simply ended. */
export const settledPairs = async (
  client: Client,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const { rows } = await client.query<{ code: string; successor_code: string | null }>(
    'select code, successor_code from territory_unit where valid_to is not null and code = any ($1)',
    [codes],
  )
  return new Map(rows.map((row) => [row.code, row.successor_code]))
}

export type Followers = { readonly table: string; readonly count: number }

type Pair = { readonly from: string; readonly to: string }
const columnsOf = (pairs: readonly Pair[]) => [pairs.map((p) => p.from), pairs.map((p) => p.to)]

/** How many rows name a unit that ends and will follow its successor. */
export const followersOf = async (client: Client, pairs: readonly Pair[]): Promise<Followers[]> => {
  const { rows } = await client.query<{ table: string; count: number }>(
    `select 'teams' as table, count(*)::int from team where gmina_code = any ($1) or powiat_code = any ($1)
     union all select 'institutions', count(*)::int from institution where seat_code = any ($1)
     union all select 'served areas', count(*)::int from institution_area where unit_code = any ($1)
     union all select 'cases', count(*)::int from family_case where gmina_code = any ($1)
     union all select 'addresses', count(*)::int from person_identity where gmina_code = any ($1)`,
    [pairs.map((p) => p.from)],
  )
  return rows.filter(({ count }) => count > 0)
}

/** Live teams of one variant that would meet in one gmina, where only one may be (domain 4.1). */
export const meetingTeams = async (client: Client, pairs: readonly Pair[]): Promise<string[]> => {
  const { rows } = await client.query<{ gmina: string; teams: string[] }>(
    `select coalesce(p.next, t.gmina_code) as gmina, array_agg(t.name || ' /zespoly/' || t.id || '/polaczenie' order by t.gmina_code) as teams
     from team t left join unnest($1::text[], $2::text[]) p(code, next) on p.code = t.gmina_code
     where t.status in ('active', 'suspended') group by 1, t.variant_key having count(*) > 1`,
    columnsOf(pairs),
  )
  return rows.map(({ gmina, teams }) => `${gmina}: ${teams.join(', ')}`)
}
