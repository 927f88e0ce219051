import { z } from 'zod'
import { type IsoDate, isIsoDate } from '@/lib/format/dates'
import { fromDbDate, toDbDate, today } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { date, prose, uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const ofInstitution = async ({ tx }: Context, { institutionId }: { institutionId: string }) => {
  const row = await tx.institution.findUnique({ where: { id: institutionId }, select: { name: true } })
  if (!row) throw notFound()
  return { institutionId, name: row.name }
}

export type ClauseView = {
  readonly institutionId: string
  readonly name: string
  /** Newest first; the first whose day has come is in force. */
  readonly versions: readonly {
    readonly id: string
    readonly versionNo: number
    readonly body: string
    readonly validFrom: IsoDate
    readonly inForce: boolean
  }[]
  readonly may: Record<'clause.publish', boolean>
}

/** The information clauses of an institution as controller (RODO art. 13 and 14): public words, no personal data. */
export const readClauses = defineQuery({
  name: 'clause.read',
  input: z.strictObject({ institutionId: uuid() }),
  subject: ofInstitution,
  run: async ({ tx, actor, today: day }, { institutionId }, facts): Promise<ClauseView> => {
    const rows = await tx.informationClause.findMany({
      where: { institutionId },
      orderBy: { versionNo: 'desc' },
    })
    const current = rows.find((row) => fromDbDate(row.validFrom) <= day)?.id
    return {
      institutionId,
      name: facts.name,
      versions: rows.map((row) => ({
        id: row.id,
        versionNo: row.versionNo,
        body: row.body,
        validFrom: fromDbDate(row.validFrom),
        inForce: row.id === current,
      })),
      may: mayAll(actor, facts, 'clause.publish'),
    }
  },
  audit: 'notPersonal',
})

/** A new version; an earlier one is never changed, because people were given exactly that. */
export const publishClause = defineCommand({
  name: 'clause.publish',
  input: z.strictObject({
    institutionId: uuid(),
    body: prose(20_000),
    validFrom: date().refine((day) => isIsoDate(day) && day >= today(), 'datePast'),
  }),
  subject: ofInstitution,
  run: async ({ tx, actor }, { institutionId, body, validFrom }): Promise<{ versionNo: number }> => {
    const last = await tx.informationClause.findFirst({
      where: { institutionId },
      orderBy: { versionNo: 'desc' },
    })
    const versionNo = (last?.versionNo ?? 0) + 1
    await tx.informationClause.createMany({
      data: [{ institutionId, versionNo, body, validFrom: toDbDate(validFrom), createdById: actor.userId }],
    })
    return { versionNo }
  },
  audit: (_result, { institutionId }) => ({ subjectKind: 'institution', subjectIds: [institutionId] }),
})
