import { z } from 'zod'
import { catalogueHere, institutionKinds } from '@/lib/catalogue'
import { institutionFacts, keepsAreas } from '@/lib/institutions/commands'
import { isReservedKind } from '@/lib/institutions/kinds'
import { offersOf } from '@/lib/institutions/offers'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { unitNames } from '@/lib/territory'

const teamsWith = async ({ tx }: Context, institutionId: string) => {
  const rows = await tx.teamMember.findMany({
    where: { institutionId, leftOn: null, team: { status: { not: 'dissolved' } } },
    include: { team: { select: { id: true, name: true, status: true } } },
    orderBy: { team: { nameFolded: 'asc' } },
  })
  return rows.map((r) => ({ id: r.team.id, name: r.team.name, status: r.team.status }))
}

/** Units served, the gminas of a powiat that is served whole as one line. */
const areasOf = async ({ tx }: Context, institutionId: string) => {
  const rows = await tx.institutionArea.findMany({ where: { institutionId }, orderBy: { unitCode: 'asc' } })
  const codes = rows.map((r) => r.unitCode)
  const powiats = [...new Set(codes.filter((c) => c.length === 7).map((c) => c.slice(0, 4)))]
  const sizes = await tx.territoryUnit.groupBy({
    by: ['parentCode'],
    where: { level: 'gmina', validTo: null, parentCode: { in: powiats } },
    _count: true,
  })
  const whole = new Set(
    sizes
      .filter((s) => s._count > 1 && codes.filter((c) => c.slice(0, 4) === s.parentCode).length >= s._count)
      .map((s) => s.parentCode ?? ''),
  )
  const shown = [
    ...new Set(codes.map((c) => (c.length === 7 && whole.has(c.slice(0, 4)) ? c.slice(0, 4) : c))),
  ]
  const names = await unitNames(tx, shown)
  return shown.map((code) => ({ code, name: names.get(code) ?? code, wholePowiat: whole.has(code) }))
}

/** One institution of the registry with what it serves and offers. */
export const readInstitution = defineQuery({
  name: 'institution.read',
  input: z.strictObject({ institutionId: uuid() }),
  subject: institutionFacts,
  run: async (ctx, { institutionId }, facts) => {
    const row = await ctx.tx.institution.findUnique({ where: { id: institutionId } })
    if (!row) throw notFound()
    const names = await unitNames(ctx.tx, [row.seatCode])
    const kind = institutionKinds().find((k) => k.key === row.kindKey)
    const here = await catalogueHere(ctx)
    const services = await offersOf(ctx, institutionId)
    const { createdById, createdAt, updatedAt, nameFolded, endedOn, ...plain } = row
    return {
      ...plain,
      endedOn: fromDbDateOrNull(endedOn),
      kindName: kind?.namePl ?? row.kindKey,
      sample: row.isSample,
      /** Where it works is the region's to say (commands.ts). */
      areasKept: keepsAreas(ctx, row),
      /** Founded by the operator or with the installation: its kind is nobody's to change. */
      kindReserved: isReservedKind(row.kindKey),
      seat: names.get(row.seatCode) ?? row.seatCode,
      /** Only the powiat of the seat is known (registered while a team was set up). */
      seatUnknown: row.seatCode.length === 4,
      areas: await areasOf(ctx, institutionId),
      services,
      teams: await teamsWith(ctx, institutionId),
      couldOffer: here.offered
        .filter((s) => !services.some((o) => o.serviceKey === s.key))
        .map((s) => ({ key: s.key, name: s.name, usual: s.type.providerKinds.includes(row.kindKey) })),
      may: mayAll(
        ctx.actor,
        facts,
        'institution.mend',
        'institution.reclassify',
        'institution.end',
        'institution.offer',
        'institution.mendOffer',
        'institution.confirmOffer',
        'institution.endOffer',
        'people.list',
        'people.invite',
      ),
    }
  },
  audit: 'notPersonal',
})

export type InstitutionView = Awaited<ReturnType<typeof readInstitution.execute>>
