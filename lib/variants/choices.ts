import { z } from 'zod'
import { dateInWarsaw, type IsoDate } from '@/lib/format/dates'
import { uuid } from '@/lib/platform/input'
import type { Context } from '@/lib/policy/usecase'

/** The choice "the national model", in forms and addresses. */
const national = 'krajowy'

/** A version that a team or a case can go by. */
export type VersionView = {
  /** Null: the national model. */
  readonly id: string | null
  /** The id, or the word for the national model, as a form or an address sends it. */
  readonly choice: string
  /** As the voivodeship counts them; null: the national model. */
  readonly number: number | null
  readonly note: string | null
  readonly publishedOn: IsoDate | null
}

/** One move to another version; numbers as the voivodeship counts them, null: the national model. */
export type VersionMove = {
  readonly id: string
  readonly from: number | null
  readonly to: number | null
  readonly reason: string
  readonly by: string | null
  /** An instant, ISO 8601. */
  readonly at: string
}

export const nationalVersion: VersionView = {
  id: null,
  choice: national,
  number: null,
  note: null,
  publishedOn: null,
}

/** A published version by its id, or the national model. */
export const versionChoice = () => z.union([z.literal(national), uuid()], { error: 'choose' })

type Of = { readonly wojewodztwoCode: string; readonly variantKey: string }

/** Every version that a team of this voivodeship and variant, or a case of it, can go by: newest first, the national one last. */
export const versionsFor = async (
  { tx }: Context,
  { wojewodztwoCode, variantKey }: Of,
): Promise<VersionView[]> => {
  const rows = await tx.variantVersion.findMany({
    where: { wojewodztwoCode, variantKey, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, note: true, publishedAt: true },
  })
  return [
    ...rows.map(({ id, number, note, publishedAt }) => ({
      id,
      choice: id,
      number,
      note,
      publishedOn: publishedAt && dateInWarsaw(publishedAt),
    })),
    nationalVersion,
  ]
}
