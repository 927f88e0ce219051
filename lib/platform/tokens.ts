import { createHash, randomBytes } from 'node:crypto'

/** A fresh one-time token and the hash under which it is kept; the token itself is stored nowhere. */
export const newToken = (): { token: string; tokenHash: string } => {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
