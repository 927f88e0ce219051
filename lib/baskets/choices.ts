import type { Choice } from '@/lib/baskets/services'
import { isFinal } from '@/lib/baskets/state'
import type { CaseFacts } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import type { NeedView } from '@/lib/diagnosis'
import type { Context } from '@/lib/policy/usecase'

/** The whole catalogue, for who needs something that is not proposed for the need. */
const catalogueOf = async (ctx: Context) =>
  [...(await catalogueHere(ctx)).offered]
    .sort((a, b) => Number(b.type.core) - Number(a.type.core))
    .map((s) => ({ id: s.key, label: s.name }))

const goalsOf = async ({ tx }: Context, caseId: string) => {
  const goals = await tx.goal.findMany({
    where: { caseId, droppedOn: null },
    orderBy: { position: 'asc' },
    include: { needs: true },
  })
  return goals.map((g) => ({ value: g.id, label: g.title, needIds: g.needs.map((n) => n.needId) }))
}

/** Lines that the new one could wait for. */
const earlierLines = async (ctx: Context, caseId: string, lineId: string | null): Promise<Choice[]> => {
  const { tx } = ctx
  const rows = await tx.basketLine.findMany({ where: { caseId }, orderBy: { startsOn: 'asc' } })
  const live = rows.filter((r) => r.id !== lineId && !isFinal(r.status))
  const here = await catalogueHere(ctx)
  const providers = await tx.institution.findMany({
    where: { id: { in: live.map((r) => r.providerInstitutionId) } },
  })
  return live.map((r) => ({
    value: r.id,
    label: [
      r.title ?? here.nameOf(r.serviceKey, r.regionalServiceId),
      providers.find((p) => p.id === r.providerInstitutionId)?.name,
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

const membersOf = async ({ tx }: Context, teamId: string): Promise<Choice[]> => {
  const members = await tx.teamMember.findMany({
    where: { teamId, leftOn: null },
    include: { institution: { select: { name: true } } },
    orderBy: { institution: { nameFolded: 'asc' } },
  })
  return members.map((m) => ({ value: m.institutionId, label: m.institution.name }))
}

type Around = { needs: readonly NeedView[]; needId: string; lineId: string | null }

/** What the rarer fields of a line's form offer. */
export const formChoices = async (ctx: Context, facts: CaseFacts, { needs, needId, lineId }: Around) => ({
  /** other open needs that the same service may answer */
  needs: needs
    .filter((n) => n.id !== needId && !n.closedOn)
    .map((n) => ({ value: n.id, label: [n.name, n.person].filter(Boolean).join(', ') })),
  goals: await goalsOf(ctx, facts.caseId),
  lines: await earlierLines(ctx, facts.caseId, lineId),
  institutions: await membersOf(ctx, facts.teamId),
  services: await catalogueOf(ctx),
})
