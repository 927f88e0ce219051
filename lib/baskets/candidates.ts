import { type Point, roadKm } from '@/lib/baskets/distance'
import { type Candidate, type Declared, type EarlierResult, nearnessOf } from '@/lib/baskets/proposals'
import type { CaseFacts } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { isOldOffer } from '@/lib/institutions'
import { fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import type { InstitutionService } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

/** Codes under which an institution may say that it serves this gmina: the gmina, its powiat, its voivodeship. */
const codesOf = (gminaCode: string): string[] => [gminaCode, gminaCode.slice(0, 4), gminaCode.slice(0, 2)]

const declaredOf = ({ today }: Context, row: InstitutionService): Declared => {
  const confirmedOn = fromDbDateOrNull(row.confirmedOn)
  return {
    waitingDays: row.waitingDays,
    freePlaces: row.freePlaces,
    places: row.places,
    conditions: row.conditions,
    confirmedOn,
    byOther: row.confirmedByInstitutionId !== null && row.confirmedByInstitutionId !== row.institutionId,
    old: isOldOffer(confirmedOn, today),
  }
}

/** Centre points of gminas by their codes; the family's own is its gmina, never its address (domain 8.2 d). */
const centresOf = async ({ tx }: Context, codes: readonly string[]): Promise<ReadonlyMap<string, Point>> => {
  const units = await tx.territoryUnit.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, lat: true, lon: true },
  })
  return new Map(
    units.flatMap(({ code, lat, lon }): [string, Point][] =>
      lat === null || lon === null ? [] : [[code, { lat, lon }]],
    ),
  )
}

/** What app.service_results lets through, by institution. */
const resultsOf = async (
  { tx }: Context,
  serviceKeys: readonly string[],
  institutionIds: readonly string[],
) => {
  const rows = await tx.$queryRaw<{ institution_id: string; service_key: string; result: EarlierResult }[]>`
    select * from app.service_results(${[...serviceKeys]}::text[], ${[...institutionIds]}::uuid[])`
  return (id: string): ReadonlyMap<string, EarlierResult> =>
    new Map(rows.filter((r) => r.institution_id === id).map((r) => [r.service_key, r.result] as const))
}

/** Live members of the team and institutions of the region that say they offer one of the services. */
export const candidatesOf = async (
  ctx: Context,
  facts: CaseFacts,
  serviceKeys: readonly string[],
): Promise<Candidate[]> => {
  const { tx, today } = ctx
  const members = await tx.teamMember.findMany({ where: { teamId: facts.teamId, leftOn: null } })
  const inTeam = new Set(members.map((m) => m.institutionId))
  const offered = {
    serviceKey: { in: [...serviceKeys] },
    OR: [{ endedOn: null }, { endedOn: { gt: toDbDate(today) } }],
  }
  const codes = codesOf(facts.gminaCode)
  const ofRegion = { level: 'wojewodztwo', wojewodztwoCode: codes[2] ?? '' }
  const rows = await tx.institution.findMany({
    where: {
      endedOn: null,
      OR: [
        { id: { in: [...inTeam] } },
        { services: { some: offered }, areas: { some: { unitCode: { in: codes } } } },
        { services: { some: offered }, ...ofRegion },
      ],
    },
    include: { areas: { where: { unitCode: { in: codes } } }, services: { where: offered } },
  })
  const centres = await centresOf(ctx, [facts.gminaCode, ...rows.map((i) => i.seatCode)])
  const home = centres.get(facts.gminaCode)
  const results = await resultsOf(
    ctx,
    serviceKeys,
    rows.map((i) => i.id),
  )
  return rows.map((i) => {
    const seat = centres.get(i.seatCode)
    return {
      id: i.id,
      name: i.name,
      kindKey: i.kindKey,
      replacesOps: i.replacesOps,
      inTeam: inTeam.has(i.id),
      // a regional body of the team keeps no list of gminas: its voivodeship is its area
      servesHere: i.areas.length > 0 || (i.level === ofRegion.level && i.wojewodztwoCode === codes[2]),
      nearness: nearnessOf(facts.gminaCode, i.seatCode, i.level),
      km: home && seat ? Math.round(roadKm(home, seat)) : null,
      offers: new Map(i.services.map((s) => [s.serviceKey, declaredOf(ctx, s)] as const)),
      results: results(i.id),
    }
  })
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
