/** What stood in a form when the server could not be reached. */
export type Typed = {
  /** which form, shown to whom and in which institution */
  readonly of: string
  readonly at: number
  readonly fields: readonly (readonly [string, string])[]
}

export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly text: ArrayBuffer }

/** The server's 32 bytes as a key that no script can read out again. */
export const keyFrom = (raw: ArrayBuffer): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** AES-256-GCM, never twice alike. */
export const sealTyped = async (key: CryptoKey, typed: Typed): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(typed))
  return { iv, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) }
}

/** What was sealed with this key; null for what another session sealed or somebody changed. */
export const openTyped = async (key: CryptoKey, { iv, text }: Sealed): Promise<Typed | null> => {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, text)
    return JSON.parse(new TextDecoder().decode(plain)) as Typed
  } catch {
    return null
  }
}
