import { z } from 'zod'
import { modelVariants } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import { type Cursor, cursor, direction, type Page, pageOf } from '@/lib/platform/keyset'
import { couldEver } from '@/lib/policy/decide'
import { anySubject, defineQuery } from '@/lib/policy/usecase'
import { readRisks, teamRisks } from '@/lib/teams/risks'
import type { TeamStatus } from '@/lib/teams/state'
import { unitNames } from '@/lib/territory'

const pageSize = 25
export const teamSorts = ['nazwa', 'zmiana'] as const

/** Filters by state; `tworzone` is both states before a team works. */
const statusesOf = (wanted: string | undefined): Prisma.TeamWhereInput => {
  if (wanted === 'tworzone') return { status: { in: ['initiated', 'agreement'] } }
  const status = teamStatuses.find((known) => known === wanted)
  return status ? { status } : {}
}

/** Teams of which one of the risks, or any, is true. */
const riskyOf = async (tx: Tx, wanted: string | undefined): Promise<Prisma.TeamWhereInput> => {
  const risk = teamRisks.find((known) => known === wanted)
  if (!risk && wanted !== 'kazde') return {}
  const rows = await readRisks(tx)
  return { id: { in: rows.filter((row) => !risk || row.risk === risk).map((row) => row.teamId) } }
}

const teamStatuses = ['initiated', 'agreement', 'active', 'suspended', 'dissolved'] as const

export type TeamRow = {
  readonly id: string
  readonly name: string
  readonly gmina: string
  readonly powiat: string
  readonly status: TeamStatus
  readonly variantKey: string
  readonly variantName: string
  /** The version of the voivodeship that it goes by; null: the national model. */
  readonly versionNumber: number | null
  readonly parties: number
  readonly signed: number
  readonly agreementTo: IsoDate | null
  readonly agreementExpired: boolean
}

/** Rows beyond the cursor in this order. */
const beyond = (at: Cursor | null, sort: (typeof teamSorts)[number]): Prisma.TeamWhereInput => {
  if (!at) return {}
  const side = direction(at, sort === 'nazwa' ? 'asc' : 'desc') === 'asc' ? 'gt' : 'lt'
  if (sort === 'nazwa')
    return { OR: [{ nameFolded: { [side]: at.value } }, { nameFolded: at.value, id: { [side]: at.id } }] }
  const value = new Date(at.value)
  if (Number.isNaN(value.getTime())) return {}
  return { OR: [{ updatedAt: { [side]: value } }, { updatedAt: value, id: { [side]: at.id } }] }
}

/** Every word in the name, or the beginning of the gmina's code. */
const matching = (text: string): Prisma.TeamWhereInput => {
  const folded = fold(text)
  if (folded === '') return {}
  const words = folded.split(' ').slice(0, 6)
  return {
    OR: [
      { AND: words.map((word) => ({ nameFolded: { contains: word } })) },
      ...(/^\d+$/u.test(folded) ? [{ gminaCode: { startsWith: folded } }] : []),
    ],
  }
}

const versionNumbers = async (tx: Tx, ids: readonly string[]): Promise<Map<string, number | null>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.variantVersion.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, number: true },
  })
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Teams that the person may see, searched, filtered, sorted, page by page. */
export const listTeams = defineQuery({
  name: 'team.list',
  input: z.strictObject({
    text: z.string().max(200).default(''),
    status: z.string().max(20).optional(),
    sort: z.string().max(20).optional(),
    /** At risk: one of the risks, or any (`kazde`); for a ROPS. */
    risk: z.string().max(20).optional(),
    cursor: cursor(),
  }),
  subject: anySubject,
  audit: 'notPersonal',
  run: async ({ tx, actor, today }, { text, status, sort: wantedSort, risk, cursor: at }) => {
    const sort = teamSorts.find((known) => known === wantedSort) ?? 'nazwa'
    const order = direction(at, sort === 'nazwa' ? 'asc' : 'desc')
    const found = await tx.team.findMany({
      where: { AND: [matching(text), beyond(at, sort), statusesOf(status), await riskyOf(tx, risk)] },
      include: { members: { where: { leftOn: null }, select: { signedOn: true } } },
      orderBy:
        sort === 'nazwa' ? [{ nameFolded: order }, { id: order }] : [{ updatedAt: order }, { id: order }],
      take: pageSize + 1,
    })
    const names = await unitNames(
      tx,
      found.flatMap((t) => [t.gminaCode, t.powiatCode]),
    )
    const versions = await versionNumbers(
      tx,
      found.flatMap((t) => t.variantVersionId ?? []),
    )
    const variants = new Map<string, string>(modelVariants().map((v) => [v.key, v.namePl]))
    const page = pageOf(found, pageSize, at, (t) => ({
      id: t.id,
      value: sort === 'nazwa' ? t.nameFolded : t.updatedAt.toISOString(),
    }))
    const rows = page.rows.map((t): TeamRow => {
      const agreementTo = fromDbDateOrNull(t.agreementTo)
      return {
        id: t.id,
        name: t.name,
        gmina: names.get(t.gminaCode) ?? t.gminaCode,
        powiat: names.get(t.powiatCode) ?? t.powiatCode,
        status: t.status,
        variantKey: t.variantKey,
        variantName: variants.get(t.variantKey) ?? t.variantKey,
        versionNumber: versions.get(t.variantVersionId ?? '') ?? null,
        parties: t.members.length,
        signed: t.members.filter((m) => m.signedOn !== null).length,
        agreementTo,
        agreementExpired: t.status === 'active' && agreementTo !== null && agreementTo < today,
      }
    })
    return { ...page, rows, mayCreate: couldEver(actor, 'team.create') } satisfies Page<TeamRow> & {
      mayCreate: boolean
    }
  },
})

/** What a list of teams is narrowed by. */
type Selection = { readonly text: string; readonly status?: string; readonly risk?: string }

/** All teams of a selection that still work or are being set up, by name; as the list shows them, on one page. */
export const selectedTeams = async (
  tx: Tx,
  { text, status, risk }: Selection,
): Promise<{ id: string; name: string }[]> =>
  tx.team.findMany({
    where: {
      AND: [matching(text), statusesOf(status), await riskyOf(tx, risk), { status: { not: 'dissolved' } }],
    },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
    take: 400,
  })
