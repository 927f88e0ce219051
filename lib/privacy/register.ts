import { z } from 'zod'
import type { CaseStatus } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import type { ConsentStatus, LegalBasis } from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export const registerFilters = ['all', 'withdrawn', 'clause'] as const

export type RegisterRow = {
  readonly id: string
  readonly number: string
  readonly status: CaseStatus
  readonly openedOn: IsoDate
  readonly granted: number
  readonly refused: number
  readonly withdrawn: number
  readonly expired: number
  readonly bases: number
  readonly institutions: number
  readonly persons: number
  readonly withoutClause: number
}

type Found = Omit<RegisterRow, 'openedOn' | 'withoutClause'> & { opened_on: Date; without_clause: number }

const pageSize = 50

/** How the consents of the own unit's cases stand, by number and without a name (domain 3.6, column `iod`). */
export const consentRegister = defineQuery({
  name: 'privacy.consents',
  input: z.strictObject({
    number: z.string().trim().max(40).optional(),
    only: z.enum(registerFilters).catch('all'),
    /** id of the last case of the page before */
    after: z.uuid().optional().catch(undefined),
  }),
  subject: ({ actor }) => ({ institutionId: actor.institutionId }),
  run: async ({ tx }, { number, only, after }): Promise<{ rows: RegisterRow[]; next: string | null }> => {
    const found = await tx.$queryRaw<Found[]>`
      select * from app.consent_register(${number || null}, ${only}, ${after ?? null}::uuid, ${pageSize + 1})`
    const rows = found.slice(0, pageSize).map(
      ({ opened_on, without_clause, ...row }): RegisterRow => ({
        ...row,
        openedOn: fromDbDate(opened_on),
        withoutClause: without_clause,
      }),
    )
    return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
  },
  audit: ({ rows }) => ({ subjectKind: 'case', subjectIds: rows.map(({ id }) => id) }),
})

type Channel = string | null

export type ConsentFile = {
  readonly id: string
  readonly number: string
  readonly status: CaseStatus
  readonly teamId: string
  readonly persons: readonly { no: number; minor: boolean; takesPart: boolean; leftOn: IsoDate | null }[]
  readonly consents: readonly {
    id: string
    /** Number of the person in this case; null: the person was taken out of it. */
    person: number | null
    signer: 'self' | 'guardian' | 'court'
    standing: ConsentStatus
    givenOn: IsoDate | null
    channel: Channel
    textVersion: string
    validTo: IsoDate | null
    withdrawnAt: string | null
    withdrawnChannel: Channel
    scope: { institution: string; category: DataCategory; granted: boolean }[]
  }[]
  readonly bases: readonly {
    id: string
    person: number | null
    institution: string
    category: DataCategory
    basis: LegalBasis
    startsOn: IsoDate
    endsOn: IsoDate | null
    endedAt: string | null
  }[]
  readonly institutions: readonly { id: string; name: string; startsOn: IsoDate; endsOn: IsoDate | null }[]
  readonly clauses: readonly {
    id: string
    person: number | null
    deliveredOn: IsoDate
    channel: string
    version: number
  }[]
}

const fileOf = async ({ tx, actor }: Context, { caseId }: { caseId: string }) => {
  const [row] = await tx.$queryRaw<{ file: ConsentFile | null }[]>`
    select app.consent_file(${caseId}::uuid) as file`
  if (!row?.file) throw notFound()
  return { file: row.file, institutionId: actor.institutionId }
}

/** Consents, bases, institutions and information clauses of one case of the own unit; persons are numbered. */
export const readConsentFile = defineQuery({
  name: 'privacy.file',
  input: z.strictObject({ caseId: uuid() }),
  subject: fileOf,
  run: async (_ctx, _input, { file }): Promise<ConsentFile> => file,
  audit: (file, _input, { institutionId }) => ({
    subjectKind: 'consent',
    subjectIds: file.consents.map(({ id }) => id),
    caseId: file.id,
    teamId: file.teamId,
    ownerInstitutionId: institutionId,
  }),
})
