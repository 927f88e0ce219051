import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bySubject, type CaseFacts, caseFacts, ofCase } from '@/lib/cases'
import { readScan, type ScanType } from '@/lib/consents/scan-file'
import { oneAtATime } from '@/lib/consents/write'
import { open, seal } from '@/lib/platform/crypto'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

export type ScanEntry = {
  readonly id: string
  readonly consentId: string
  readonly versionNo: number
  readonly mediaType: string
  readonly sizeBytes: number
}

/** The scans of a case that this person may read, without their content; newest first. */
export const scansOf = ({ tx }: Context, caseId: string): Promise<ScanEntry[]> =>
  tx.consentScan.findMany({
    where: { caseId },
    orderBy: { versionNo: 'desc' },
    select: { id: true, consentId: true, versionNo: true, mediaType: true, sizeBytes: true },
  })

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const contentOf = async (file: File): Promise<{ bytes: Buffer; mediaType: ScanType }> => {
  const bytes = Buffer.from(await file.arrayBuffer())
  const reading = readScan(bytes)
  if (!reading.ok) throw invalid({ file: reading.reason })
  return { bytes, mediaType: reading.mediaType }
}

/**
 * Puts the scan of a signed card beside the consent or refusal that it proves: sealed, hashed, as the next version.
 * What was there stays.
 */
export const attachScan = defineCommand({
  name: 'consent.attachScan',
  input: z.strictObject({
    caseId: uuid(),
    consentId: uuid(),
    file: z.instanceof(File, { error: 'scanEmpty' }),
  }),
  subject: bySubject,
  run: async (ctx, { consentId, file }, facts): Promise<{ scanId: string; personId: string }> => {
    const { tx, actor } = ctx
    const { caseId, teamId, ownerInstitutionId } = facts
    const { bytes, mediaType } = await contentOf(file)
    await oneAtATime(ctx, caseId)
    const consent = await tx.consent.findFirst({ where: { id: consentId, caseId } })
    if (!consent) throw notFound()
    if (consent.status === 'draft') throw conflict('wrongState')
    const last = await tx.consentScan.aggregate({ where: { consentId }, _max: { versionNo: true } })
    const id = randomUUID()
    await tx.consentScan.createMany({
      data: [
        {
          id,
          consentId,
          caseId,
          teamId,
          ownerInstitutionId,
          versionNo: (last._max.versionNo ?? 0) + 1,
          mediaType,
          sizeBytes: bytes.length,
          sha256: sha256(bytes),
          bodySealed: seal(bytes.toString('base64'), 'scan'),
          recordedById: actor.userId,
        },
      ],
    })
    return { scanId: id, personId: consent.personId }
  },
  audit: ({ scanId, personId }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'consentScan',
    subjectIds: [scanId, personId],
  }),
})

type ScanFacts = CaseFacts & { readonly scanId: string }

const bySubjectScan = async (ctx: Context, input: { caseId: string; scanId: string }): Promise<ScanFacts> => {
  const row = await ctx.tx.consentScan.findFirst({
    where: { id: input.scanId, caseId: input.caseId },
    select: { id: true, caseId: true },
  })
  if (!row) throw notFound()
  return { ...(await caseFacts(ctx, row.caseId)), scanId: row.id }
}

export type ScanContent = {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly versionNo: number
  readonly personId: string
}

/** The scan itself. A content that is no longer what was recorded is not shown. */
export const readConsentScan = defineQuery({
  name: 'consent.readScan',
  input: z.strictObject({ caseId: uuid(), scanId: uuid() }),
  subject: bySubjectScan,
  run: async ({ tx }, _input, { scanId }): Promise<ScanContent> => {
    const row = await tx.consentScan.findUniqueOrThrow({
      where: { id: scanId },
      include: { consent: { select: { personId: true } } },
    })
    const bytes = Buffer.from(open(row.bodySealed, 'scan'), 'base64')
    if (sha256(bytes) !== row.sha256) throw new Error(`scan ${scanId} is not what was recorded`)
    return { bytes, mediaType: row.mediaType, versionNo: row.versionNo, personId: row.consent.personId }
  },
  audit: ({ personId }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'consentScan',
    subjectIds: [facts.scanId, personId],
  }),
})
