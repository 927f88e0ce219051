import { type ServiceTypeEntry, serviceTypes } from '@/lib/catalogue/reference'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { ServiceOverlay } from '@/lib/platform/generated/prisma/client'
import { type Context, loadedOnce } from '@/lib/policy/usecase'

/** A service as it is offered in the own voivodeship. */
export type ServiceHere = {
  /** What forms and lists of institutions name it by: the national key, or the id of a service of the voivodeship. */
  readonly key: string
  readonly nationalKey: string
  /** Null: a service of the national catalogue. */
  readonly regionalId: string | null
  readonly name: string
  readonly type: ServiceTypeEntry
}

export type CatalogueHere = {
  /** What a line is called here, whether or not its service is still offered. */
  readonly nameOf: (nationalKey: string, regionalId?: string | null) => string
  /** Whatever was ever chosen here, offered today or not. Undefined: nothing of this voivodeship. */
  readonly known: (key: string) => ServiceHere | undefined
  /** What may be chosen today, in the order of the national catalogue, each followed by the voivodeship's own. */
  readonly offered: readonly ServiceHere[]
  readonly find: (key: string) => ServiceHere | undefined
  /** Services that answer these national keys: the ones that are offered, and the voivodeship's own that stand on them. */
  readonly among: (nationalKeys: readonly string[]) => ServiceHere[]
}

type Entry = Pick<ServiceOverlay, 'id' | 'kind' | 'serviceKey' | 'name' | 'startsOn' | 'endedOn'>

/** Does an entry hold on this day? */
export const holdsOn = (entry: Pick<Entry, 'startsOn' | 'endedOn'>, day: string): boolean => {
  const ended = fromDbDateOrNull(entry.endedOn)
  return fromDbDate(entry.startsOn) <= day && (ended === null || ended > day)
}

const byKey = (): ReadonlyMap<string, ServiceTypeEntry> => {
  known ??= new Map(serviceTypes().map((s) => [s.key, s]))
  return known
}
let known: ReadonlyMap<string, ServiceTypeEntry> | undefined

/** The catalogue that these entries of a voivodeship make of the national one on a day. */
export const catalogueOf = (entries: readonly Entry[], day: string): CatalogueHere => {
  const live = entries.filter((e) => holdsOn(e, day))
  const retired = new Set(live.flatMap((e) => (e.kind === 'retired' ? [e.serviceKey] : [])))
  const names = new Map(live.flatMap((e) => (e.kind === 'renamed' ? [[e.serviceKey, e.name ?? '']] : [])))
  // a line keeps the name of a service that is offered no longer
  const own = new Map(entries.flatMap((e) => (e.kind === 'added' ? [[e.id, e] as const] : [])))
  const national = (key: string) => names.get(key) ?? byKey().get(key)?.namePl
  const ofNation = (type: ServiceTypeEntry): ServiceHere => ({
    key: type.key,
    nationalKey: type.key,
    regionalId: null,
    name: names.get(type.key) ?? type.namePl,
    type,
  })
  const ofRegion = (entry: Entry): ServiceHere[] => {
    const type = byKey().get(entry.serviceKey)
    if (!type || entry.kind !== 'added') return []
    return [
      {
        key: entry.id,
        nationalKey: type.key,
        regionalId: entry.id,
        name: entry.name ?? type.namePl,
        type,
      },
    ]
  }
  const offered = serviceTypes().flatMap((type) => [
    ...(retired.has(type.key) ? [] : [ofNation(type)]),
    ...live.filter((e) => e.serviceKey === type.key).flatMap(ofRegion),
  ])
  const choices = new Map(offered.map((s) => [s.key, s]))
  const knownHere = (key: string): ServiceHere | undefined => {
    const type = byKey().get(key)
    const entry = own.get(key)
    return type ? ofNation(type) : entry && ofRegion(entry)[0]
  }
  return {
    nameOf: (nationalKey, regionalId) =>
      (regionalId ? own.get(regionalId)?.name : undefined) ?? national(nationalKey) ?? nationalKey,
    known: knownHere,
    offered,
    find: (key) => choices.get(key),
    among: (nationalKeys) => nationalKeys.flatMap((key) => offered.filter((s) => s.nationalKey === key)),
  }
}

/**
 * The catalogue of the own voivodeship today: the one place from which services are offered and named. One statement a
 * transaction; whoever works elsewhere, and the ministry, reads the national one.
 */
export const catalogueHere = (ctx: Context): Promise<CatalogueHere> =>
  loadedOnce(ctx, 'catalogue here', () => load(ctx))

const load = async ({ tx, actor, today }: Context): Promise<CatalogueHere> =>
  catalogueOf(
    await tx.serviceOverlay.findMany({
      where: { wojewodztwoCode: actor.wojewodztwoCode },
      orderBy: { startsOn: 'asc' },
    }),
    today,
  )
