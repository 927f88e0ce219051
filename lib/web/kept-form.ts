import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { formField, placeField } from '@/lib/format/form-state'
import { type KeptForm, keepForm, takeForm } from '@/lib/people/kept-forms'
import { sessionOwner } from '@/lib/people/sessions'
import { AppError } from '@/lib/platform/errors'
import { typedValues } from '@/lib/web/form-data'
import { paths } from '@/lib/web/paths'
import { getSession, namedSession } from '@/lib/web/session'

/** In an address: a form of this page waits to be filled again. */
const mark = 'wraca'

const pathOf = async (): Promise<URL> =>
  new URL((await headers()).get('x-path') ?? '/', 'http://here.invalid')

/** The address of a page without the mark. */
const unmarked = ({ pathname, searchParams }: URL): string => {
  const rest = new URLSearchParams(searchParams)
  rest.delete(mark)
  return rest.size > 0 ? `${pathname}?${rest}` : pathname
}

/** Whether this address asks for a kept form. */
export const isMarked = (path: string): boolean => new URL(path, 'http://here.invalid').searchParams.has(mark)

/** Without JavaScript the browser sends the form itself and shows what comes back. */
const isNative = async (): Promise<boolean> => (await headers()).get('accept')?.includes('text/html') === true

/**
 * A native form whose session had ended: what was typed is kept for the person to whom the page was shown, and sign-in
 * leads back to it. With JavaScript the text never left the page, and nothing is kept.
 */
export const keepIfSignedOut = async (error: unknown, form: FormData): Promise<void> => {
  if (!(error instanceof AppError && error.code === 'unauthenticated' && (await isNative()))) return
  const ended = await namedSession()
  const owner = ended && (await sessionOwner(ended))
  if (!ended || !owner || form.get(placeField) !== `${owner.institutionId} ${owner.userId}`) return
  const path = unmarked(await pathOf())
  const kept: KeptForm = { form: String(form.get(formField) ?? ''), values: typedValues(form) }
  if (!(await keepForm(ended, path, kept))) return
  const back = `${path}${path.includes('?') ? '&' : '?'}${mark}=1`
  redirect(`${paths.signIn()}?${new URLSearchParams({ powrot: back })}`)
}

/** The form that waits for this person on this page; asked only where the address bears the mark. */
export const keptFormHere = async (): Promise<KeptForm | null> => {
  const here = await pathOf()
  if (!here.searchParams.has(mark)) return null
  const session = await getSession()
  return session ? takeForm(session.id, unmarked(here)) : null
}
