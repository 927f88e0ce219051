import { cookies } from 'next/headers'
import { sessionCookieOptions } from '@/lib/web/auth'
import { paths } from '@/lib/web/paths'

const name = 'odpowiedz'

/** The pass of a proved link: for the pages of this one link, gone with the half hour that the database gives it. */
export const keepLinePass = async (token: string, pass: string): Promise<void> => {
  ;(await cookies()).set(name, pass, {
    ...sessionCookieOptions,
    sameSite: 'strict',
    path: paths.lineLink(token),
    maxAge: 1800,
  })
}

export const linePass = async (): Promise<string> => (await cookies()).get(name)?.value ?? ''
