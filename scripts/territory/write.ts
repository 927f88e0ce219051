import type { Client } from 'pg'
import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import type { Succession, TercComparison, TercUnit } from '@/lib/territory'

const upsertUnit = (client: Client, unit: TercUnit, validFrom: string) =>
  client.query(
    `insert into territory_unit (code, level, name, name_folded, kind, city_powiat, parent_code, wojewodztwo_code,
       lat, lon, former_names, valid_from)
     values ($1, $2::territory_level, $3, $4, $5, $6, $7, $8, $9, $10, '{}', $11)
     on conflict (code) do update set name = excluded.name, name_folded = excluded.name_folded,
       valid_from = excluded.valid_from, valid_to = null, successor_code = null`,
    [
      unit.code,
      unit.level,
      unit.name,
      fold(unit.name),
      unit.kind,
      unit.cityPowiat,
      unit.parentCode,
      unit.wojewodztwoCode,
      unit.centre?.lat ?? null,
      unit.centre?.lon ?? null,
      validFrom,
    ],
  )

/** A unit is in force up to and including the day before the new state of the register. */
const endUnit = (client: Client, code: string, successor: string | null, statedOn: IsoDate) =>
  client.query('update territory_unit set valid_to = $2, successor_code = $3 where code = $1', [
    code,
    addCalendarDays(statedOn, -1),
    successor,
  ])

/**
 * What lives on follows the successor; a case keeps its number. Sequences of a gmina that is taken in are moved behind
 * those of the one that takes it in, so that the next number is free.
 */
const follow = async (client: Client, from: string, to: string): Promise<void> => {
  const statements = [
    `update team set gmina_code = $2, powiat_code = left($2, 4), wojewodztwo_code = left($2, 2) where gmina_code = $1`,
    `update institution set seat_code = $2, wojewodztwo_code = left($2, 2) where seat_code = $1`,
    `insert into institution_area (institution_id, unit_code)
       select institution_id, $2 from institution_area where unit_code = $1 on conflict do nothing`,
    `update family_case c set gmina_code = $2, sequence = c.sequence + coalesce((
       select max(k.sequence) from family_case k where k.gmina_code = $2 and k.year = c.year), 0) where c.gmina_code = $1`,
    `update person_identity set gmina_code = $2 where gmina_code = $1`,
    // where both gminas were planned the plan of the one that takes in holds; an institution is invited once
    `update gmina_plan set gmina_code = $2, powiat_code = left($2, 4), wojewodztwo_code = left($2, 2)
       where gmina_code = $1 and not exists (select from gmina_plan p where p.gmina_code = $2)`,
    `update gmina_plan set dropped_on = app.today(), dropped_reason = 'gmina połączona: ' || $2
       where gmina_code = $1 and dropped_on is null`,
    `update programme_visit set gmina_code = $2, wojewodztwo_code = left($2, 2) where gmina_code = $1`,
    `update recruitment r set ended_on = app.today() where gmina_code = $1 and ended_on is null
       and exists (select from recruitment k where k.gmina_code = $2 and k.institution_id = r.institution_id and k.ended_on is null)`,
    `update recruitment set gmina_code = $2, powiat_code = left($2, 4), wojewodztwo_code = left($2, 2) where gmina_code = $1`,
    `update role_assignment set wojewodztwo_code = $2 where wojewodztwo_code = $1`,
  ]
  for (const statement of statements) await client.query(statement, [from, to])
  await client.query('delete from institution_area where unit_code = $1', [from])
}

const codesOf = ({ from, to }: Succession) => ({ from: from.code, to: to.code })

/** Writes the comparison; the caller holds the transaction. */
export const writeComparison = async (
  client: Client,
  comparison: TercComparison,
  report: Record<string, unknown>,
): Promise<void> => {
  const { statedOn, added, renamed, changedKind, succeeded, ended } = comparison
  const inForce = new Set(
    (await client.query<{ code: string }>('select code from territory_unit where valid_to is null')).rows.map(
      (row) => row.code,
    ),
  )
  const pairs = [...changedKind, ...succeeded]
  for (const unit of [...added, ...pairs.map(({ to }) => to)])
    if (!inForce.has(unit.code)) await upsertUnit(client, unit, statedOn)
  for (const { code, from, to } of renamed)
    await client.query(
      'update territory_unit set name = $2, name_folded = $3, former_names = former_names || $4::text where code = $1',
      [code, to, fold(to), from],
    )
  for (const { from, to } of pairs) {
    await endUnit(client, from.code, to.code, statedOn)
    await follow(client, from.code, to.code)
  }
  for (const { code } of ended) await endUnit(client, code, null, statedOn)
  await client.query('insert into territory_import (stated_on, report) values ($1, $2)', [
    statedOn,
    JSON.stringify({
      added: added.map(({ code }) => code),
      renamed,
      changedKind: changedKind.map(codesOf),
      succeeded: succeeded.map(codesOf),
      ended: ended.map(({ code }) => code),
      ...report,
    }),
  ])
}
