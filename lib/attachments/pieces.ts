import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { FileFault } from '@/lib/attachments/file-type'
import { type FilmType, filmLimit, filmTypes, watchFilm } from '@/lib/attachments/film-type'
import { open, seal } from '@/lib/platform/crypto'
import { newPieceKey, openPiece, sealPiece } from '@/lib/platform/crypto/pieces'
import { asActor } from '@/lib/platform/db'
import { AppError, conflict, fromDatabase, invalid } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'

/** One piece as it lies in the database: small enough for a statement, large enough that a film is few hundred. */
export const pieceSize = 1024 * 1024

/** A film whose pieces are kept, and which is nothing yet: the row of `attachment` makes a version of it. */
export type KeptFilm = {
  readonly id: string
  readonly mediaType: FilmType
  readonly sizeBytes: number
  readonly sha256: string
  readonly pieceCount: number
  /** what the row keeps instead of a content */
  readonly bodySealed: string
}

/** What stands sealed in the row of a film: the key of its pieces, and which film it is the key of. */
const inside = z.strictObject({
  id: z.uuid(),
  key: z.string(),
  pieces: z.int(),
  size: z.int(),
  sha256: z.string(),
})

const isType = (told: FilmType | FileFault): told is FilmType =>
  (filmTypes as readonly string[]).includes(told)

/** What is wrong with a film is said in its own words. */
const words: Readonly<Partial<Record<FileFault, string>>> = {
  fileTooLarge: 'filmTooLarge',
  fileType: 'filmType',
  fileBroken: 'filmBroken',
}
const refuse = (reason: FileFault) => invalid({ film: words[reason] ?? reason })

/** Cuts a stream into pieces of one size; the last one is told by `last`. */
async function* cut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const some of bytes) {
    waiting.push(Buffer.from(some))
    length += some.length
    // one byte more than a piece must be there: what is the last one is known by nothing following
    while (length > pieceSize) {
      const all = Buffer.concat(waiting)
      yield { piece: all.subarray(0, pieceSize), last: false }
      waiting = [Buffer.from(all.subarray(pieceSize))]
      length -= pieceSize
    }
  }
  yield { piece: Buffer.concat(waiting), last: true }
}

/**
 * Keeps a film as it comes, a piece in memory at a time, each in a short transaction of its own: what it is is known from
 * its content on the way. Throws `invalid` beside the field `film`; whatever breaks, its pieces are taken back, and what
 * could not be taken back is swept. Nothing is to be seen before `addFilm`. The caller has decided that this person may.
 */
export const keepFilm = async (
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  limit: number = filmLimit,
): Promise<KeptFilm> => {
  const id = randomUUID()
  const key = newPieceKey()
  const hash = createHash('sha256')
  const watch = watchFilm(limit)
  let sizeBytes = 0
  let no = 0
  try {
    let type: FilmType | null = null
    for await (const { piece, last } of cut(bytes)) {
      const fault = watch.see(piece)
      if (fault) throw refuse(fault)
      const told = last ? watch.end() : null
      if (told && !isType(told)) throw refuse(told)
      type = told
      hash.update(piece)
      sizeBytes += piece.length
      const body = sealPiece(key, { id, no, last }, piece)
      const row = {
        attachmentId: id,
        pieceNo: no,
        body,
        institutionId: actor.institutionId,
        recordedById: actor.userId,
      }
      await asActor(actor, (tx) => tx.attachmentPiece.createMany({ data: [row] }))
      no += 1
    }
    if (!type) throw refuse('fileEmpty')
    const sha256 = hash.digest('hex')
    const told = { id, key, pieces: no, size: sizeBytes, sha256 } satisfies z.output<typeof inside>
    return {
      id,
      mediaType: type,
      sizeBytes,
      sha256,
      pieceCount: no,
      bodySealed: seal(JSON.stringify(told), 'attachment'),
    }
  } catch (error) {
    if (no > 0) await dropFilm(actor, id)
    throw fromDatabase(error)
  }
}

/** Takes back what became no film. What made one stays; where the line to the database is gone, it is swept. */
export const dropFilm = async (actor: Actor, id: string): Promise<void> => {
  await asActor(actor, (tx) => tx.$executeRaw`select app.take_back_pieces(${id}::uuid)`).catch(
    () => undefined,
  )
}

type FilmRow = {
  readonly id: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly pieceCount: number | null
  readonly bodySealed: string
}

/** The key of a film's pieces, if its row says what was sealed in it; else changed content, which is not shown. */
export const keyOfFilm = (row: FilmRow): string => {
  const told = inside.parse(JSON.parse(open(row.bodySealed, 'attachment')))
  const same =
    told.id === row.id &&
    told.size === row.sizeBytes &&
    told.sha256 === row.sha256 &&
    told.pieces === row.pieceCount
  if (!same) throw conflict('fileChanged')
  return told.key
}

/** A film that may be read. The key never leaves the server. */
export type OpenFilm = {
  readonly id: string
  readonly key: string
  readonly pieceCount: number
  readonly mediaType: FilmType
  readonly sizeBytes: number
  readonly versionNo: number
}

const pieceOf = async (actor: Actor, { id, key, pieceCount }: OpenFilm, no: number): Promise<Buffer> => {
  const row = await asActor(actor, (tx) =>
    tx.attachmentPiece.findUnique({ where: { attachmentId_pieceNo: { attachmentId: id, pieceNo: no } } }),
  )
  if (!row) throw new AppError('conflict', 'fileChanged')
  return openPiece(key, { id, no, last: no === pieceCount - 1 }, row.body)
}

/**
 * The bytes from `from` to `to` (both included), a piece in memory at a time, each asked for as the reader takes it and
 * through row-level security: a film that is withdrawn meanwhile ends.
 */
export async function* filmBytes(
  actor: Actor,
  film: OpenFilm,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  for (let no = Math.floor(from / pieceSize); no * pieceSize <= to; no += 1) {
    const piece = await pieceOf(actor, film, no)
    const start = no * pieceSize
    yield new Uint8Array(piece.subarray(Math.max(0, from - start), to - start + 1))
  }
}
