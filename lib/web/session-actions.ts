import { revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/lib/format/form-state'
import { signInMessages } from '@/lib/messages/pl/sign-in'
import { acceptInvitation, openInvitation } from '@/lib/people/invitations'
import { askPasswordReset, resetPassword } from '@/lib/people/password-reset'
import { chooseContext, endAllSessions, endSession, signIn } from '@/lib/people/sessions'
import { AppError } from '@/lib/platform/errors'
import { credentials, sessionCookieOptions } from '@/lib/web/auth'
import { failed } from '@/lib/web/define-action'
import { demoPeople } from '@/lib/web/demo'
import { isMarked } from '@/lib/web/kept-form'
import { paths } from '@/lib/web/paths'
import { safeReturn } from '@/lib/web/request'
import { client, dropSession, getSession, keepSession, resumeSession } from '@/lib/web/session'
import { themeFrom } from '@/lib/web/theme'

const refused = (error: z.ZodError): AppError =>
  new AppError(
    'invalid',
    'invalid',
    Object.fromEntries(error.issues.map((i) => [i.path.join('.'), i.message])),
  )

/**
 * What a person does with the own session. These act before or beside any working context, so they stand here and
 * not in the use-case registry; each asks only narrow functions of the database.
 */
export const signInAction = async (previous: FormState, form: FormData): Promise<FormState> => {
  try {
    const parsed = credentials.safeParse({
      email: form.get('email') ?? '',
      password: form.get('password') ?? '',
    })
    if (!parsed.success) throw refused(parsed.error)
    const { email, password } = parsed.data
    // who comes back to a kept form comes back to the institution in which it was written
    if (isMarked(safeReturn(String(form.get('powrot') ?? '')))) await resumeSession(email, password)
    else await keepSession(await signIn({ email, password, ...(await client()) }))
  } catch (error) {
    return failed(error, 'session.signIn', form, previous.attempt + 1)
  }
  redirect(safeReturn(String(form.get('powrot') ?? '')))
}

/** One click of the embedded demo: the same sign-in, with the password that the start script laid down. */
export const demoSignInAction = async (form: FormData): Promise<void> => {
  const person = (await demoPeople()).find(({ email }) => email === form.get('email'))
  if (!person) redirect(paths.signIn())
  await keepSession(await signIn({ email: person.email, password: person.password, ...(await client()) }))
  redirect(paths.home())
}

const acknowledged = z.literal('on', { error: 'mustAccept' })
const chosen = {
  password: z.string().min(12, 'passwordShort').max(1000, 'tooLong'),
  again: z.string().max(1000, 'tooLong'),
}
const alike = ({ password, again }: { password: string; again: string }): boolean => password === again
const differ = { path: ['again'], error: 'passwordsDiffer' }
const newPassword = z.object({ acknowledged, ...chosen }).refine(alike, differ)
const twice = z.object(chosen).refine(alike, differ)
const ownPassword = z.object({ acknowledged, password: z.string().min(1, 'required').max(1000, 'tooLong') })

/**
 * The first sign-in in an institution: confidentiality statement, named authorisation (domain 8.1 R3) and a password.
 * Who has an account already proves it with its password first: the one-time link alone opens nobody's account.
 */
export const acceptInvitationAction = async (previous: FormState, form: FormData): Promise<FormState> => {
  try {
    const token = String(form.get('token') ?? '')
    const invitation = await openInvitation(token)
    if (!invitation) throw new AppError('notFound', 'invitationGone')
    const { email, hasPassword } = invitation
    const parsed = (hasPassword ? ownPassword : newPassword).safeParse(Object.fromEntries(form))
    if (!parsed.success) throw refused(parsed.error)
    const { password } = parsed.data
    if (!hasPassword) await acceptInvitation(token, password)
    const session = await signIn({ email, password, ...(await client()) })
    if (hasPassword) await acceptInvitation(token, password)
    await keepSession(session)
  } catch (error) {
    return failed(error, 'invitation.accept', form, previous.attempt + 1)
  }
  redirect(paths.home())
}

const address = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'required')
    .max(254, 'tooLong')
    .pipe(z.email({ error: 'email' })),
})

/** A forgotten password: the answer is the same whether there is such an account or not. */
export const askPasswordAction = async (previous: FormState, form: FormData): Promise<FormState> => {
  try {
    const parsed = address.safeParse(Object.fromEntries(form))
    if (!parsed.success) throw refused(parsed.error)
    await askPasswordReset(parsed.data.email)
  } catch (error) {
    return failed(error, 'password.ask', form, previous.attempt + 1)
  }
  return { status: 'done', message: signInMessages.password.asked, attempt: previous.attempt + 1 }
}

/** The new password behind the one-time link. */
export const resetPasswordAction = async (previous: FormState, form: FormData): Promise<FormState> => {
  try {
    const parsed = twice.safeParse(Object.fromEntries(form))
    if (!parsed.success) throw refused(parsed.error)
    await resetPassword(String(form.get('token') ?? ''), parsed.data.password)
  } catch (error) {
    return failed(error, 'password.reset', form, previous.attempt + 1)
  }
  await dropSession()
  redirect(`${paths.signIn()}?haslo=nowe`)
}

export const signOutAction = async (): Promise<void> => {
  const session = await getSession()
  if (session) await endSession(session.id)
  await dropSession()
  redirect(paths.signIn())
}

export const signOutEverywhereAction = async (): Promise<void> => {
  const session = await getSession()
  if (session) await endAllSessions(session.userId)
  await dropSession()
  redirect(paths.signIn())
}

export const chooseContextAction = async (form: FormData): Promise<void> => {
  const session = await getSession()
  if (!session) redirect(paths.signIn())
  const chosen = z.uuid().safeParse(form.get('context'))
  if (chosen.success) await chooseContext(session.id, chosen.data)
  // the frame of the pages names the institution, and forms carry it
  revalidatePath('/', 'layout')
  redirect(chosen.success ? paths.home() : paths.context())
}

export const setThemeAction = async (form: FormData): Promise<void> => {
  const theme = themeFrom(String(form.get('theme')))
  ;(await cookies()).set('theme', theme, { ...sessionCookieOptions, maxAge: 31_536_000 })
  const referer = (await headers()).get('referer') ?? ''
  const from = URL.canParse(referer) ? new URL(referer) : null
  redirect(safeReturn(from && from.pathname + from.search))
}
