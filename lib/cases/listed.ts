import type { CaseStatus, SubjectKind } from '@/lib/cases/facts'
import type { CaseOrder } from '@/lib/cases/filters'
import { casesCalled } from '@/lib/cases/find'
import { openStages } from '@/lib/cases/state'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

/** A case as it stands in a list, before anything is asked beside it. */
export type Found = {
  id: string
  teamId: string
  ownerInstitutionId: string
  status: CaseStatus
  subject: SubjectKind
  number: string
  statusSince: Date
  dueOn: Date | null
  label: string | null
  teamName: string | null
}

type Wanted = {
  readonly q?: string
  readonly stage: string
  readonly teamId?: string
  readonly order: CaseOrder
  readonly after?: string
  readonly most: number
}

/** In which order cases `c` stand, and which of them stand after the case `x`. */
const orders: Readonly<Record<CaseOrder, { readonly by: Prisma.Sql; readonly behind: Prisma.Sql }>> = {
  changed: {
    by: Prisma.sql`c.updated_at desc, c.id desc`,
    behind: Prisma.sql`(c.updated_at, c.id) < (x.updated_at, x.id)`,
  },
  due: {
    by: Prisma.sql`coalesce(c.due_on, 'infinity'), c.id`,
    behind: Prisma.sql`(coalesce(c.due_on, 'infinity'), c.id) > (coalesce(x.due_on, 'infinity'), x.id)`,
  },
  opened: {
    by: Prisma.sql`c.opened_on desc, c.id desc`,
    behind: Prisma.sql`(c.opened_on, c.id) < (x.opened_on, x.id)`,
  },
}

const stagesOf = (stage: string): readonly CaseStatus[] | null =>
  stage === 'all' ? null : stage === 'open' ? openStages : [stage as CaseStatus]

/**
 * Cases that row-level security shows, in order, after a given one. By hand: the page waits for it, and through the
 * model it costs twice as much.
 */
export const foundCases = async (
  { tx }: Context,
  { q, stage, teamId, order, after, most }: Wanted,
): Promise<Found[]> => {
  const stages = stagesOf(stage)
  const conditions = [
    stages ? Prisma.sql`c.status = any (${[...stages]}::case_status[])` : Prisma.sql`true`,
    ...(teamId ? [Prisma.sql`c.team_id = ${teamId}::uuid`] : []),
    ...(q ? [Prisma.sql`c.id = any (${await casesCalled(tx, q)}::uuid[])`] : []),
    ...(after
      ? [
          Prisma.sql`exists (select from family_case x where x.id = ${after}::uuid and ${orders[order].behind})`,
        ]
      : []),
  ]
  return tx.$queryRaw<Found[]>`
    select c.id, c.number, c.team_id as "teamId", c.owner_institution_id as "ownerInstitutionId",
      c.status::text, c.subject::text, c.status_since as "statusSince", c.due_on as "dueOn", f.label,
      t.name as "teamName"
    from family_case c left join family f on f.id = c.family_id left join team t on t.id = c.team_id
    where ${Prisma.join(conditions, ' and ')} order by ${orders[order].by} limit ${most}`
}
