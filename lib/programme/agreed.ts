import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { defineQuery } from '@/lib/policy/usecase'
import { gminaCode, kindEntry, servedGminaFacts } from '@/lib/teams'

/** An institution that agreed to join the team of the gmina: its name and the day, nothing more of the recruitment. */
export type AgreedRow = {
  readonly institutionId: string
  readonly name: string
  readonly kind: string
  readonly answeredOn: IsoDate
}

type Row = Omit<AgreedRow, 'kind'> & { kindKey: string }

/** Who agreed in the recruitment, for the leader of a unit that serves this gmina and founds its team. */
export const listAgreed = defineQuery({
  name: 'recruit.agreed',
  input: z.strictObject({ gmina: gminaCode() }),
  subject: servedGminaFacts,
  run: async ({ tx }, { gmina }): Promise<readonly AgreedRow[]> => {
    const rows = await tx.$queryRaw<Row[]>`
      select institution_id as "institutionId", name, kind_key as "kindKey", answered_on::text as "answeredOn"
      from app.agreed_for_gmina(${gmina})`
    return rows.map(({ kindKey, ...row }) => ({ ...row, kind: kindEntry(kindKey)?.namePl ?? kindKey }))
  },
  audit: 'notPersonal',
})
