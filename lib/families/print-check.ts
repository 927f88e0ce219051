import { z } from 'zod'
import { bySubject, ofCase } from '@/lib/cases'
import { flag, uuid } from '@/lib/platform/input'
import { defineQuery } from '@/lib/policy/usecase'

export type PrintCheck = {
  /** Protected persons whose contact and hours this reader sees; empty: there is nothing to confirm. */
  readonly persons: readonly string[]
  /** Lines in which they take part: their hour and place are printed only when that was confirmed. */
  readonly lineIds: readonly string[]
}

/**
 * Before anything of a family is printed (domain 8.2 e): is a protected person in it, as far as this reader sees more than
 * the name. Only a confirmed print is written to the access log.
 */
export const confirmPrint = defineQuery({
  name: 'print.confirm',
  input: z.strictObject({ caseId: uuid(), confirmed: flag() }),
  subject: bySubject,
  run: async ({ tx }, { caseId }): Promise<PrintCheck> => {
    const [row] = await tx.$queryRaw<{ persons: string[] | null; lineIds: string[] | null }[]>`
      with hidden as materialized (select unnest(app.protected_in(${caseId}::uuid)) as id)
      select
        (select array_agg(p.given_name || ' ' || p.family_name order by p.family_name, p.given_name)
          from person p where p.id in (select id from hidden)) as persons,
        (select array_agg(l.id::text) from basket_line l where l.case_id = ${caseId}::uuid and exists (select from hidden)
          and (not exists (select from line_beneficiary b where b.line_id = l.id)
            or exists (select from line_beneficiary b where b.line_id = l.id and b.person_id in (select id from hidden)))
        ) as "lineIds"`
    return { persons: row?.persons ?? [], lineIds: row?.lineIds ?? [] }
  },
  audit: ({ persons }, { confirmed }, facts) => (confirmed && persons.length > 0 ? ofCase(facts) : null),
})
