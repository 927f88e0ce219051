import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/platform/env'

const key32 = z.string().refine((v) => Buffer.from(v, 'base64').length === 32, 'a key is 32 bytes in base64')

/** `KOOPERACJA_KEYS`: JSON with the current key's id, all keys by id (older ones still open), and the search key. */
const ringShape = z.strictObject({
  current: z.string().regex(/^[a-z0-9]{1,16}$/u),
  keys: z.record(z.string().regex(/^[a-z0-9]{1,16}$/u), key32),
  search: key32,
})

export type KeyRing = z.output<typeof ringShape>

/** Reads a key ring. Throws an Error that says what is wrong and never shows a key. */
export const parseKeyRing = (text: string | undefined): KeyRing => {
  if (!text) throw new Error('KOOPERACJA_KEYS is not set')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error('KOOPERACJA_KEYS is not JSON')
  }
  const parsed = ringShape.safeParse(json)
  if (!parsed.success)
    throw new Error(`KOOPERACJA_KEYS is malformed at ${parsed.error.issues[0]?.path.join('.') || 'the top'}`)
  if (!parsed.data.keys[parsed.data.current])
    throw new Error('KOOPERACJA_KEYS names a current key that it does not hold')
  return parsed.data
}

let cached: { text: string | undefined; ring: KeyRing } | undefined

const ring = (): KeyRing => {
  const text = env().KOOPERACJA_KEYS
  if (!cached || cached.text !== text) cached = { text, ring: parseKeyRing(text) }
  return cached.ring
}

const keyOf = (from: KeyRing, id: string): Buffer => {
  const key = from.keys[id]
  if (!key) throw new Error(`no key ${id} in KOOPERACJA_KEYS`)
  return Buffer.from(key, 'base64')
}

/** What is sealed; it is bound into the seal, so that a document number cannot be passed off as a PESEL. */
export type SealPurpose =
  | 'pesel'
  | 'document'
  | 'bank'
  | 'form'
  | 'scan'
  | 'attachment'
  | 'key-check'
  | 'link-code'

/** AES-256-GCM with the current key: `v1.<key id>.<iv>.<tag>.<text>`, parts in base64url. */
export const seal = (plaintext: string, purpose: SealPurpose, from: KeyRing = ring()): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(from, from.current), iv)
  cipher.setAAD(Buffer.from(purpose))
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))
  return ['v1', from.current, ...parts].join('.')
}

/** Opens a seal of any key in the ring. Throws for a foreign key, another purpose or a changed text. */
export const open = (sealed: string, purpose: SealPurpose, from: KeyRing = ring()): string => {
  const [version, keyId, iv, tag, text] = sealed.split('.')
  if (version !== 'v1' || !keyId || !iv || !tag || text === undefined) throw new Error('not a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(from, keyId), Buffer.from(iv, 'base64url'), {
    authTagLength: 16, // else a tag cut to four bytes would still open
  })
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
}

/** Keyed HMAC-SHA256 of a normalised value, for search by equality. One key for the installation; it is not rotated. */
export const searchHash = (normalised: string, purpose: SealPurpose, from: KeyRing = ring()): string =>
  createHmac('sha256', Buffer.from(from.search, 'base64'))
    .update(`${purpose}\u0000${normalised}`)
    .digest('base64url')

/** 32 bytes that follow from the installation's own secret and `of` (HKDF-SHA256); whoever knows `of` alone cannot make them. */
export const derivedKey = (of: string, purpose: 'typed', from: KeyRing = ring()): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(from.search, 'base64'), of, `key\u0000${purpose}`, 32))
