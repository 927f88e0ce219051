import { z } from 'zod'
import { institutionKinds } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import { type Cursor, cursor, direction, pageOf } from '@/lib/platform/keyset'
import { couldEver } from '@/lib/policy/decide'
import { anySubject, defineQuery } from '@/lib/policy/usecase'
import { unitNames, unitNow } from '@/lib/territory'

const pageSize = 30

export type InstitutionRow = {
  readonly id: string
  readonly name: string
  readonly kindKey: string
  readonly kindName: string
  readonly level: string
  readonly seat: string
  readonly regon: string | null
  readonly ended: boolean
  /** Invented for the demo. */
  readonly sample: boolean
}

const matching = (text: string): Prisma.InstitutionWhereInput => {
  const folded = fold(text)
  if (folded === '') return {}
  const digits = folded.replace(/[\s-]/gu, '')
  return {
    OR: [
      {
        AND: folded
          .split(' ')
          .slice(0, 6)
          .map((word) => ({ nameFolded: { contains: word } })),
      },
      ...(/^\d{9,14}$/u.test(digits) ? [{ regon: digits }, { nip: digits }] : []),
    ],
  }
}

const beyond = (at: Cursor | null): Prisma.InstitutionWhereInput => {
  if (!at) return {}
  const side = direction(at, 'asc') === 'asc' ? 'gt' : 'lt'
  return { OR: [{ nameFolded: { [side]: at.value } }, { nameFolded: at.value, id: { [side]: at.id } }] }
}

/** The registry: by name, REGON or NIP, kind, level and the gmina served; page by page. */
export const listInstitutions = defineQuery({
  name: 'institution.list',
  input: z.strictObject({
    text: z.string().max(200).default(''),
    kind: z.string().max(60).optional(),
    level: z.string().max(20).optional(),
    /** Code of a gmina, powiat or voivodeship that it serves. */
    unit: z.string().max(7).optional(),
    ended: z.boolean().default(false),
    cursor: cursor(),
  }),
  subject: anySubject,
  run: async ({ tx, actor }, input) => {
    const { text, kind, level, unit, ended, cursor: at } = input
    const order = direction(at, 'asc')
    // a code of old leads on to the unit that holds there now
    const served = unit ? await unitNow(tx, unit) : null
    const found = await tx.institution.findMany({
      where: {
        AND: [
          matching(text),
          beyond(at),
          kind ? { kindKey: kind } : {},
          level ? { level } : {},
          unit ? { areas: { some: { unitCode: { startsWith: served?.code ?? unit } } } } : {},
          ended ? {} : { endedOn: null },
        ],
      },
      orderBy: [{ nameFolded: order }, { id: order }],
      take: pageSize + 1,
    })
    const page = pageOf(found, pageSize, at, (i) => ({ value: i.nameFolded, id: i.id }))
    const names = await unitNames(
      tx,
      page.rows.map((i) => i.seatCode),
    )
    const kinds = new Map(institutionKinds().map((k) => [k.key, k.namePl]))
    const rows = page.rows.map(
      (i): InstitutionRow => ({
        id: i.id,
        name: i.name,
        kindKey: i.kindKey,
        kindName: kinds.get(i.kindKey) ?? i.kindKey,
        level: i.level,
        seat: names.get(i.seatCode) ?? i.seatCode,
        regon: i.regon,
        ended: i.endedOn !== null,
        sample: i.isSample,
      }),
    )
    return {
      ...page,
      rows,
      /** The unit of the filter, for its field. */
      unit: served && { id: served.code, label: served.name, code: served.code },
      mayCreate: couldEver(actor, 'institution.create'),
    }
  },
  audit: 'notPersonal',
})
