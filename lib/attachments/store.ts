import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type FileType, fileTypes, paperTypes, readFileType } from '@/lib/attachments/file-type'
import { filmTypes } from '@/lib/attachments/film-type'
import { type KeptFilm, keyOfFilm, type OpenFilm } from '@/lib/attachments/pieces'
import { open, seal } from '@/lib/platform/crypto'
import { AppError, invalid, notFound } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'

/**
 * What an attachment hangs on. Each kind has a pair of policies in the database (`read_…`, `add_…` on `attachment`) and
 * use cases of its own domain around the functions of this file: a new kind adds both (decision 0026).
 */
export type AttachmentSubject = {
  readonly kind: string
  readonly id: string
  /** Which of several files of the subject. */
  readonly slot?: string
  readonly teamId?: string | null
  /** Whose paper it is; the working context unless told otherwise. */
  readonly institutionId?: string
}

export type AttachmentVersion = {
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  readonly slot: string
  readonly versionNo: number
  readonly title: string
  readonly mediaType: FileType
  readonly sizeBytes: number
  readonly at: string
}

/** A file out of a form. */
export const fileField = () => z.instanceof(File, { error: 'fileEmpty' })

/** A file that need not be chosen: a browser sends an empty one where none was. */
export const optionalFileField = () =>
  z
    .instanceof(File)
    .optional()
    .transform((file): File | null => (file && file.size > 0 ? file : null))

/** The film of a subject; its other file hangs beside it. */
export const filmSlot = 'film'

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

type Kept = Omit<AttachmentVersion, 'kind' | 'mediaType' | 'at'> & {
  readonly subjectKind: string
  readonly createdAt: Date
}

const versionOf = (row: Kept, mediaType: FileType): AttachmentVersion => ({
  id: row.id,
  kind: row.subjectKind,
  subjectId: row.subjectId,
  slot: row.slot,
  versionNo: row.versionNo,
  title: row.title,
  mediaType,
  sizeBytes: row.sizeBytes,
  at: row.createdAt.toISOString(),
})

const known = (mediaType: string): FileType | null =>
  (Object.keys(fileTypes) as FileType[]).find((type) => type === mediaType) ?? null

type Content = {
  readonly id: string
  readonly mediaType: FileType
  readonly sizeBytes: number
  readonly sha256: string
  readonly bodySealed: string
  readonly pieceCount?: number
}

const addVersion = async (
  { tx, actor, now }: Context,
  subject: AttachmentSubject,
  title: string,
  content: Content,
): Promise<number> => {
  const { kind: subjectKind, id: subjectId, slot = '' } = subject
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`attachment ${subjectKind} ${subjectId} ${slot}`}))::text`
  const last = await tx.attachment.aggregate({
    where: { subjectKind, subjectId, slot },
    _max: { versionNo: true },
  })
  const versionNo = (last._max.versionNo ?? 0) + 1
  const of = {
    subjectKind,
    subjectId,
    slot,
    versionNo,
    teamId: subject.teamId ?? null,
    institutionId: subject.institutionId ?? actor.institutionId,
    title,
    recordedById: actor.userId,
    createdAt: now,
  }
  await tx.attachment.createMany({ data: [{ ...of, ...content }] })
  return versionNo
}

/**
 * Keeps a file as the next version of the attachment on this subject: looked at by content, hashed, sealed. What was there
 * stays. Throws `invalid` with the reason beside the field `file`. The caller has decided that this person may.
 */
export const attach = async (
  ctx: Context,
  subject: AttachmentSubject,
  title: string,
  file: File,
  allowed: readonly FileType[] = paperTypes,
): Promise<{ attachmentId: string; versionNo: number }> => {
  const bytes = Buffer.from(await file.arrayBuffer())
  const reading = readFileType(bytes, allowed)
  if (!reading.ok) throw invalid({ file: reading.reason })
  const id = randomUUID()
  const versionNo = await addVersion(ctx, subject, title, {
    id,
    mediaType: reading.mediaType,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    bodySealed: seal(bytes.toString('base64'), 'attachment'),
  })
  return { attachmentId: id, versionNo }
}

/**
 * Makes the next version of what `keepFilm` has kept: from here on it is there for who may see its subject. The database
 * refuses where a piece is missing or somebody else's.
 */
export const addFilm = async (
  ctx: Context,
  subject: AttachmentSubject,
  title: string,
  film: KeptFilm,
): Promise<{ attachmentId: string; versionNo: number }> => ({
  attachmentId: film.id,
  versionNo: await addVersion(ctx, { ...subject, slot: filmSlot }, title, film),
})

type Wanted = { readonly kind: string; readonly subjectIds: readonly string[] } | { readonly teamId: string }

/** The versions that this person may open, without their content; newest first. */
export const attachmentsOf = async ({ tx }: Context, wanted: Wanted): Promise<AttachmentVersion[]> => {
  const rows = await tx.attachment.findMany({
    where:
      'teamId' in wanted
        ? { teamId: wanted.teamId }
        : { subjectKind: wanted.kind, subjectId: { in: [...wanted.subjectIds] } },
    orderBy: [{ createdAt: 'desc' }, { versionNo: 'desc' }],
    omit: { bodySealed: true, sha256: true },
  })
  return rows.flatMap((row) => {
    const mediaType = known(row.mediaType)
    if (!mediaType) return []
    return versionOf(row, mediaType)
  })
}

export type AttachmentContent = AttachmentVersion & {
  readonly bytes: Buffer
  readonly teamId: string | null
  readonly institutionId: string
}

/** One version with its content; throws notFound where hidden or of another kind. Changed content is not shown. */
export const attachmentContent = async (
  { tx }: Context,
  id: string,
  kinds: readonly string[],
): Promise<AttachmentContent> => {
  const row = await tx.attachment.findFirst({
    where: { id, subjectKind: { in: [...kinds] }, pieceCount: null },
  })
  const mediaType = row && known(row.mediaType)
  if (!row || !mediaType) throw notFound()
  const bytes = Buffer.from(open(row.bodySealed, 'attachment'), 'base64')
  if (sha256(bytes) !== row.sha256) throw new AppError('conflict', 'fileChanged')
  return {
    ...versionOf(row, mediaType),
    bytes,
    teamId: row.teamId,
    institutionId: row.institutionId,
  }
}

/** One version of a film on this subject, to be read piece by piece; throws notFound where hidden, or no film. */
export const filmOf = async (
  { tx }: Context,
  { kind, id: subjectId }: AttachmentSubject,
  id: string,
): Promise<OpenFilm> => {
  const row = await tx.attachment.findFirst({ where: { id, subjectKind: kind, subjectId, slot: filmSlot } })
  const mediaType = filmTypes.find((type) => type === row?.mediaType)
  if (!row?.pieceCount || !mediaType) throw notFound()
  const { sizeBytes, versionNo, pieceCount } = row
  return { id, key: keyOfFilm(row), pieceCount, mediaType, sizeBytes, versionNo }
}
