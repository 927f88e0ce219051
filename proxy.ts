import { type NextRequest, NextResponse } from 'next/server'

const production = process.env.NODE_ENV === 'production'
const secure = (process.env.PUBLIC_URL ?? '').startsWith('https://')

/** Scripts run by nonce only. Style attributes are allowed for the pictures' custom properties; style elements are not inline. */
const policy = (nonce: string): string =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${production ? '' : " 'unsafe-eval'"}`,
    `style-src 'self'${production ? ` 'nonce-${nonce}'` : " 'unsafe-inline'"}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `media-src 'self'`,
    `connect-src 'self'${production ? '' : ' ws:'}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** An address that is no text (a lone %E0) leads to no page; without this it would end as a fault. */
const readable = (pathname: string): boolean => {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/** Security headers of every page, and the path for "back to where I was" after sign-in. No rule of access is here. */
export const proxy = (request: NextRequest): NextResponse => {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const csp = policy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', csp)
  const response = readable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL('/nie-ma-takiej-strony', request.url), { request: { headers } })
  response.headers.set('content-security-policy', csp)
  response.headers.set('cache-control', 'private, no-store')
  if (secure) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

/**
 * The icon stays away, which a browser may keep, and a film on its way in (`/biblioteka/film`): what passes here is held in
 * memory, and cut at 10 MB.
 */
export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg$|biblioteka/film$).*)'] }
