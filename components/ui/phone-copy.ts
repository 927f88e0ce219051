import { keyFrom, openTyped, sealTyped, type Typed } from '@/components/ui/phone-seal'
import { allKept, dropKept, type Kept, putKept } from '@/components/ui/phone-store'

/** The key of this session, held in memory alone; null where there is none: no https, no session, no connection. */
const askKey = async (): Promise<CryptoKey | null> => {
  if (!isSecureContext) return null
  const answer = await fetch('/api/session/key', { method: 'POST', cache: 'no-store' }).catch(() => null)
  return answer?.ok ? keyFrom(await answer.arrayBuffer()) : null
}

/** The text of one form in this browser, sealed, while the server cannot be reached. A browser that refuses keeps nothing. */
export const phoneCopy = (of: string) => {
  let key = askKey()
  let id: string | null = null

  /** What this session kept of this form. What another session sealed is nobody's any more and is deleted. */
  const found = async (): Promise<Typed | null> => {
    const mine = await key
    if (!mine) return null
    const opened = async (kept: Kept) => ({ id: kept.id, typed: await openTyped(mine, kept) })
    const all = await Promise.all((await allKept()).map(opened))
    const [newest, ...older] = all
      .filter(({ typed }) => typed?.of === of)
      .sort((a, b) => (b.typed?.at ?? 0) - (a.typed?.at ?? 0))
    const gone = [...all.filter(({ typed }) => !typed), ...older]
    await Promise.all(gone.map((kept) => dropKept(kept.id)))
    id ??= newest?.id ?? null
    return newest?.typed ?? null
  }

  const keep = async (fields: Typed['fields']): Promise<boolean> => {
    const mine = await key
    if (!mine) return false
    id ??= crypto.randomUUID()
    await putKept({ id, ...(await sealTyped(mine, { of, at: Date.now(), fields })) })
    return true
  }

  return {
    found: () => found().catch(() => null),
    keep: (fields: Typed['fields']) => keep(fields).catch(() => false),
    drop: async () => {
      const gone = id
      id = null
      if (gone) await dropKept(gone).catch(() => undefined)
    },
    /** After the person came back to an ended session: there is another key now. */
    renew: () => {
      const before = key
      key = askKey().then((fresh) => fresh ?? before)
    },
  }
}
