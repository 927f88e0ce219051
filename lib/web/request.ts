import { env } from '@/lib/platform/env'
import { paths } from '@/lib/web/paths'

/**
 * The client's address out of X-Forwarded-For: the hop that the outermost proxy of ours added, counted from the right.
 * What stands left of it was sent by the client and could be anything. Without a proxy, or when the list is shorter,
 * every client counts together.
 */
export const addressOf = (forwarded: string | null, proxies: number = env().TRUSTED_PROXIES): string => {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim())
  return (proxies > 0 && hops.at(-proxies)) || 'direct'
}

/** A fetch of our own page: browsers send Origin with every POST. Behind a proxy the host that was asked is forwarded. */
export const isSameOrigin = (headers: Headers): boolean => {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() || headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}

/** A path of our own to go back to; anything else (another host, `//`, a scheme, a control character) gives the first page. */
export const safeReturn = (value: string | null | undefined): string => {
  if (!value?.startsWith('/') || /[\\\p{Cc}]/u.test(value)) return paths.home()
  const here = 'http://here.invalid'
  if (!URL.canParse(value, here)) return paths.home()
  const { origin, pathname, search } = new URL(value, here)
  // dots are resolved by now: `/.//evil.example` would else come out as another host
  return origin === here && !pathname.startsWith('//') ? pathname + search : paths.home()
}
