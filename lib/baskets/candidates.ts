import type { Candidate } from '@/lib/baskets/proposals'
import type { CaseFacts } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { toDbDate } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

/** Codes under which an institution may say that it serves this gmina: the gmina, its powiat, its voivodeship. */
const codesOf = (gminaCode: string): string[] => [gminaCode, gminaCode.slice(0, 4), gminaCode.slice(0, 2)]

/** Live members of the team and institutions of the region that say they offer one of the services. */
export const candidatesOf = async (
  { tx, today }: Context,
  facts: CaseFacts,
  serviceKeys: readonly string[],
): Promise<Candidate[]> => {
  const members = await tx.teamMember.findMany({ where: { teamId: facts.teamId, leftOn: null } })
  const inTeam = new Set(members.map((m) => m.institutionId))
  const offered = {
    serviceKey: { in: [...serviceKeys] },
    OR: [{ endedOn: null }, { endedOn: { gt: toDbDate(today) } }],
  }
  const codes = codesOf(facts.gminaCode)
  const rows = await tx.institution.findMany({
    where: {
      endedOn: null,
      OR: [
        { id: { in: [...inTeam] } },
        { services: { some: offered }, areas: { some: { unitCode: { in: codes } } } },
      ],
    },
    include: { areas: { where: { unitCode: { in: codes } } }, services: { where: offered } },
  })
  return rows.map((i) => ({
    id: i.id,
    name: i.name,
    kindKey: i.kindKey,
    replacesOps: i.replacesOps,
    inTeam: inTeam.has(i.id),
    // a regional body of the team keeps no list of gminas: its voivodeship is its area
    servesHere: i.areas.length > 0 || (i.level === 'wojewodztwo' && i.wojewodztwoCode === codes[2]),
    offers: new Map(
      i.services.map((s) => [s.serviceKey, { waitingDays: s.waitingDays, places: s.places }] as const),
    ),
  }))
}

/** Services that answer a need, as the voivodeship offers them today. */
export const servicesFor = async (ctx: Context, needKey: string) => {
  const links = await ctx.tx.needService.findMany({ where: { needKey }, orderBy: { position: 'asc' } })
  return (await catalogueHere(ctx)).among(links.map((l) => l.serviceKey))
}

export const refusedOf = async ({ tx }: Context, caseId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx.basketLine.findMany({ where: { caseId, status: 'declined' } })
  return new Set(rows.map((r) => `${r.providerInstitutionId} ${r.regionalServiceId ?? r.serviceKey}`))
}
