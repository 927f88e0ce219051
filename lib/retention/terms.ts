import { z } from 'zod'
import { conflict } from '@/lib/platform/errors'
import { line, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

export const termKinds = ['closed', 'rejected'] as const
export type TermKind = (typeof termKinds)[number]

/**
 * What holds where the unit set nothing (domain 8.4): closed cases five years from 1 January after closing, cases that
 * were decided against or sent elsewhere six months from the decision. The database counts with the same (app.retention).
 */
export const defaultTerms = {
  closed: { length: 5, classLabel: 'B5', version: 1 },
  rejected: { length: 6, classLabel: 'Bc', version: 1 },
} as const satisfies Record<TermKind, { length: number; classLabel: string; version: number }>

export type TermView = { readonly kind: TermKind; length: number; classLabel: string; version: number }

export const termsOf = async ({ tx, actor }: Context): Promise<TermView[]> => {
  const rows = await tx.retentionTerm.findMany({ where: { institutionId: actor.institutionId } })
  return termKinds.map((kind) => {
    const { length, classLabel, version: seen } = rows.find((r) => r.kind === kind) ?? defaultTerms[kind]
    return { kind, length, classLabel, version: seen }
  })
}

/** The unit's own class and term, out of its list of records (jednolity rzeczowy wykaz akt). */
export const setRetention = defineCommand({
  name: 'retention.set',
  input: z.strictObject({
    kind: z.enum(termKinds, { error: 'choose' }),
    length: whole(1, 100),
    classLabel: line(20),
    version: version(),
  }),
  subject: ({ actor }) => ({ institutionId: actor.institutionId }),
  run: async ({ tx, actor }, { kind, length, classLabel, version: seen }) => {
    const { institutionId } = actor
    const key = { institutionId, kind }
    if (seen === 1 && !(await tx.retentionTerm.findFirst({ where: key }))) {
      await tx.retentionTerm.createMany({ data: [{ ...key, length, classLabel }] })
      return
    }
    const changed = await tx.retentionTerm.updateMany({
      where: { ...key, version: seen },
      data: { length, classLabel, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
  },
  audit: 'notPersonal',
})
