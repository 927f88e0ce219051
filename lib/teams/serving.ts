import type { Context } from '@/lib/policy/usecase'
import { isOpsSide } from '@/lib/teams/conditions'

export type KnownInstitution = {
  readonly id: string
  readonly name: string
  readonly kindKey: string
  /** May lead: OPS, MOPR or CUS. */
  readonly opsSide: boolean
}

/** Institutions of the registry that serve this gmina, by name. */
export const servingInstitutions = async (
  { tx }: Context,
  gminaCode: string,
): Promise<KnownInstitution[]> => {
  const rows = await tx.institution.findMany({
    where: { endedOn: null, areas: { some: { unitCode: gminaCode } } },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, kindKey: true, replacesOps: true },
  })
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    kindKey: r.kindKey,
    opsSide: isOpsSide(r) || r.kindKey === 'cus',
  }))
}
