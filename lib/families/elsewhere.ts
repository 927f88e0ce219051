import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

/** Another family to which a member belongs or belonged. */
export type Elsewhere = {
  readonly personId: string
  readonly label: string
  readonly caseId: string
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
}

type Row = { personId: string; label: string; caseId: string; startsOn: Date | null; endsOn: Date | null }

/**
 * Where else these persons belong, also under a second record that is linked with theirs, as far as the reader works on a case of that family and that case is open for this
 * very person: tables are asked with the reader's own rights.
 */
export const elsewhereOf = async (
  { tx }: Context,
  personIds: readonly string[],
  familyId: string | null,
): Promise<Elsewhere[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    select w.id as "personId", f.label, c.id as "caseId", m.starts_on as "startsOn", m.ends_on as "endsOn"
    from (
      select id, id as record from unnest(${[...personIds]}::uuid[]) id
      union select l.kept_id, l.other_id from person_link l where l.kept_id = any (${[...personIds]}::uuid[]) and l.unlinked_at is null
      union select l.other_id, l.kept_id from person_link l where l.other_id = any (${[...personIds]}::uuid[]) and l.unlinked_at is null) w
    join family_member m on m.person_id = w.record join family f on f.id = m.family_id
    join lateral (
      select fc.id from family_case fc
      where fc.family_id = f.id and app.works_on(fc.id)
        and (fc.owner_institution_id = app.institution_id()
             or app.person_granted(app.institution_id(), fc.id, m.person_id, 'PODSTAWOWE'))
      order by fc.opened_on desc, fc.id limit 1) c on true
    where m.family_id is distinct from ${familyId}::uuid
    order by m.starts_on desc nulls last, f.label, c.id`
  return rows.map((row) => ({
    ...row,
    startsOn: fromDbDateOrNull(row.startsOn),
    endsOn: fromDbDateOrNull(row.endsOn),
  }))
}
