import { type LineFacts, serviceChoice } from '@/lib/baskets/facts'
import type { Offer } from '@/lib/baskets/proposals'
import { proposed } from '@/lib/baskets/propose'
import type { CaseFacts } from '@/lib/cases'
import { invalid } from '@/lib/platform/errors'
import { may } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

/** Somebody else who could be asked instead, for which need, with which service. */
export type Alternative = {
  readonly needId: string
  readonly serviceKey: string
  readonly service: string
  readonly sameService: boolean
  readonly offer: Offer
}

/** So many are shown at once; the whole choice is one link further. */
const shown = 6

/** Statuses after which somebody else is asked: refused, or a place in a queue only. */
const leftOpen = new Set<string>(['declined', 'waitingList'])

const taken = (line: LineFacts, serviceKey: string, offer: Offer): boolean =>
  offer.refused ||
  (offer.institutionId === line.providerInstitutionId && serviceKey === serviceChoice(line.row))

/**
 * Who else here offers the service of a refused or queued line, then other services that answer the same need: by the same
 * engine as a new line. Empty where nobody may be asked anew.
 */
export const alternativesTo = async (
  ctx: Context,
  familyCase: CaseFacts,
  line: LineFacts,
  needIds: readonly string[],
): Promise<Alternative[]> => {
  if (!leftOpen.has(line.status) || !may(ctx.actor, 'line.create', familyCase)) return []
  const need = await ctx.tx.need.findFirst({ where: { id: { in: [...needIds] }, closedOn: null } })
  if (!need) return []
  const found = (await proposed(ctx, familyCase, need.needKey)).flatMap(({ service, offers }) =>
    offers
      .filter((offer) => !taken(line, service.key, offer))
      .map((offer) => ({
        needId: need.id,
        serviceKey: service.key,
        service: service.name,
        sameService: service.key === serviceChoice(line.row),
        offer,
      })),
  )
  return found.sort((a, b) => Number(b.sameService) - Number(a.sameService)).slice(0, shown)
}

/** The line that a new one is asked instead of: of this case, refused or queued. */
export const replaceable = async (
  { tx }: Context,
  caseId: string,
  lineId: string | null | undefined,
): Promise<string | null> => {
  if (!lineId) return null
  const line = await tx.basketLine.findFirst({ where: { id: lineId, caseId } })
  if (!line || !leftOpen.has(line.status)) throw invalid({ replacesId: 'choose' })
  return line.id
}

/** Which line this one was asked instead of, and which were asked instead of it. */
export const insteadOf = async ({ tx }: Context, { row }: LineFacts) => {
  const lines = await tx.basketLine.findMany({
    where: { caseId: row.caseId, OR: [{ replacesId: row.id }, { id: row.replacesId ?? row.id }] },
    orderBy: { createdAt: 'asc' },
  })
  const others = lines.filter((l) => l.id !== row.id)
  const institutions = await tx.institution.findMany({
    where: { id: { in: others.map((l) => l.providerInstitutionId) } },
    select: { id: true, name: true },
  })
  const named = (l: (typeof others)[number]) => ({
    id: l.id,
    provider: institutions.find((i) => i.id === l.providerInstitutionId)?.name ?? '',
    status: l.status,
  })
  return {
    replaces: others.filter((l) => l.id === row.replacesId).map(named)[0] ?? null,
    replacedBy: others.filter((l) => l.replacesId === row.id).map(named),
  }
}
