import { pairKey, type Surroundings } from '@/lib/baskets/basket-fact'
import { serviceConflicts, servicesAtHome } from '@/lib/catalogue'

/** Services with opposite aims, and those that come to the family, out of the reference data. */
export const knownServices = (): Pick<Surroundings, 'conflicts' | 'atHome'> => ({
  conflicts: new Map(serviceConflicts().map((c) => [pairKey(...c.services), c])),
  atHome: new Set(servicesAtHome().map((s) => s.key)),
})
