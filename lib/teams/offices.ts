import type { IsoDate } from '@/lib/format/dates'
import { roleNames } from '@/lib/messages/pl/roles'
import { officeName, teamMessages } from '@/lib/messages/pl/teams'
import type { Colleague } from '@/lib/people'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import type { Team } from '@/lib/platform/generated/prisma/client'
import { hasRole } from '@/lib/policy/actor'
import type { Context } from '@/lib/policy/usecase'
import { offices } from '@/lib/teams/appoint'
import type { PartyView } from '@/lib/teams/party-view'
import { modelOf } from '@/lib/variants'

type Holder = {
  readonly name: string
  readonly institution: string
  readonly seat: string
  /** A deputy coordinator is named from a day to a day. */
  readonly dated: { readonly from: IsoDate; readonly until: IsoDate } | null
}
type Candidate = { readonly seat: string; readonly name: string; readonly institution: string }

export type OfficeView = {
  readonly field: 'liderGminny' | 'liderPowiatowy' | 'coordinator' | 'deputyCoordinator' | 'animator'
  /** As the variant calls it, with the common name where that is another. */
  readonly name: string
  readonly holder: Holder | null
  readonly candidates: readonly Candidate[]
}

/** Live assignments to the offices of the team, those of this team before those of the whole institution. */
const assignmentsIn = async ({ tx, today }: Context, team: Team, institutionIds: readonly string[]) =>
  tx.roleAssignment.findMany({
    where: {
      endedAt: null,
      OR: [
        { institutionId: { in: [...institutionIds] }, role: { in: offices.map((o) => o.role) } },
        { role: 'animator', teamId: team.id },
      ],
      AND: [
        { OR: [{ teamId: team.id }, { teamId: null }] },
        { OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }] },
      ],
    },
    include: { user: { select: { givenName: true, familyName: true } } },
    orderBy: [{ teamId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
  })
type Row = Awaited<ReturnType<typeof assignmentsIn>>[number]

const holderOf = (row: Row | undefined, institution: string): Holder | null =>
  row
    ? {
        name: `${row.user.givenName} ${row.user.familyName}`,
        institution,
        seat: `${row.userId}@${row.institutionId}`,
        dated:
          row.endsOn && row.role === 'koordynator_zespolu'
            ? { from: fromDbDate(row.startsOn), until: fromDbDate(row.endsOn) }
            : null,
      }
    : null

/** The team's animator; only the ROPS of the region chooses another, out of its own. */
const animatorIn = async (ctx: Context, team: Team, rows: readonly Row[]): Promise<OfficeView> => {
  const { tx, actor } = ctx
  const chooses = hasRole(actor, 'rops_koordynator') && actor.wojewodztwoCode === team.wojewodztwoCode
  const held = rows.find((r) => r.role === 'animator' && r.teamId === team.id)
  const own = await tx.institution.findMany({
    where: { id: { in: held ? [held.institutionId] : [] } },
    select: { name: true },
  })
  const animators = chooses
    ? await tx.roleAssignment.findMany({
        where: { institutionId: actor.institutionId, role: 'animator', endedAt: null },
        include: { user: { select: { givenName: true, familyName: true } } },
        distinct: ['userId'],
      })
    : []
  return {
    field: 'animator',
    name: officeName((await modelOf(ctx, team)).words.roles.animator, roleNames.animator),
    holder: holderOf(held, own[0]?.name ?? ''),
    candidates: animators
      .map((a) => ({
        seat: `${a.userId}@${a.institutionId}`,
        name: `${a.user.givenName} ${a.user.familyName}`,
        institution: actor.institutionName,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'pl')),
  }
}

/** Who holds the offices of the team, and who could. */
export const officesIn = async (
  ctx: Context,
  team: Team,
  parties: readonly PartyView[],
  colleagues: readonly Colleague[],
): Promise<OfficeView[]> => {
  const rows = await assignmentsIn(
    ctx,
    team,
    parties.map((p) => p.institutionId),
  )
  const begun = (row: Row) => fromDbDate(row.startsOn) <= ctx.today
  const institution = (id: string) => parties.find((p) => p.institutionId === id)?.name ?? ''
  const { words } = await modelOf(ctx, team)
  const views = offices.map(({ field, role, fits }): OfficeView => {
    const able = new Set(
      parties.flatMap((p) =>
        fits({ ...p, replacesOps: p.canLead && p.kindKey === 'cus' }) ? [p.institutionId] : [],
      ),
    )
    // a coordinator is of this team; a leader without a team leads every team of the institution
    const coordinates = role === 'koordynator_zespolu'
    const held = rows.find(
      (r) =>
        r.role === role &&
        able.has(r.institutionId) &&
        begun(r) &&
        (!coordinates || (r.teamId !== null && r.endsOn === null)),
    )
    return {
      field,
      name: officeName(words.roles[role], roleNames[role]),
      holder: holderOf(held, institution(held?.institutionId ?? '')),
      candidates: colleagues
        .filter((c) => able.has(c.institutionId))
        .map((c) => ({
          seat: `${c.userId}@${c.institutionId}`,
          name: c.name,
          institution: institution(c.institutionId),
        })),
    }
  })
  const deputy = rows.find(
    (r) => r.role === 'koordynator_zespolu' && r.teamId === team.id && r.endsOn !== null,
  )
  return [
    ...views,
    {
      field: 'deputyCoordinator',
      name: teamMessages.page.deputyCoordinator,
      holder: holderOf(deputy, institution(deputy?.institutionId ?? '')),
      candidates: views.find((v) => v.field === 'coordinator')?.candidates ?? [],
    },
    await animatorIn(ctx, team, rows),
  ]
}
