import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What a piece is bound to: of which file, which one, and whether nothing comes after it. */
export type PieceOf = { readonly id: string; readonly no: number; readonly last: boolean }

/** Bytes that the seal adds to a piece: nonce and tag. */
export const sealedMore = 28

const bound = ({ id, no, last }: PieceOf): Buffer => Buffer.from(`piece ${id} ${no}${last ? ' last' : ''}`)

/** A key for the pieces of one file; it is kept sealed under the keys of the installation. */
export const newPieceKey = (): string => randomBytes(32).toString('base64')

/** AES-256-GCM: nonce, tag, text. A piece opens only as what it was: another place, a cut, another file are refused. */
export const sealPiece = (key: string, of: PieceOf, bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), iv)
  cipher.setAAD(bound(of))
  const text = [cipher.update(bytes), cipher.final()]
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), ...text]))
}

/** Throws for a foreign key, another place or a changed text. */
export const openPiece = (key: string, of: PieceOf, sealed: Uint8Array): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), sealed.subarray(0, 12), {
    authTagLength: 16,
  })
  decipher.setAAD(bound(of))
  decipher.setAuthTag(sealed.subarray(12, sealedMore))
  return Buffer.concat([decipher.update(sealed.subarray(sealedMore)), decipher.final()])
}
