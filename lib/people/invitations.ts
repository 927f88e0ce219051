import { hashPassword } from '@/lib/people/passwords'
import { asSystem } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken } from '@/lib/platform/tokens'

export type OpenInvitation = {
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly institutionName: string
  readonly invitedBy: string | null
  readonly authorisationScope: string | null
  readonly authorisationTo: string | null
  readonly hasPassword: boolean
}

type InvitationRow = {
  email: string
  given_name: string
  family_name: string
  institution_name: string
  invited_by: string | null
  authorisation_scope: string | null
  authorisation_to: Date | null
  has_password: boolean
}

/** What the link shows, or null when it is used, revoked, older than 7 days or unknown. */
export const openInvitation = async (token: string): Promise<OpenInvitation | null> => {
  const [row] = await asSystem(
    'invitation',
    (tx) => tx.$queryRaw<InvitationRow[]>`select * from app.invitation(${hashToken(token)})`,
  )
  if (!row) return null
  return {
    email: row.email,
    givenName: row.given_name,
    familyName: row.family_name,
    institutionName: row.institution_name,
    invitedBy: row.invited_by,
    authorisationScope: row.authorisation_scope,
    authorisationTo: row.authorisation_to?.toISOString().slice(0, 10) ?? null,
    hasPassword: row.has_password,
  }
}

/** Sets the password, acknowledges authorisation and confidentiality. Throws notFound when the link no longer works. */
export const acceptInvitation = async (token: string, password: string): Promise<string> => {
  const passwordHash = await hashPassword(password)
  const [row] = await asSystem(
    'invitation',
    (tx) =>
      tx.$queryRaw<
        { user_id: string | null }[]
      >`select app.accept_invitation(${hashToken(token)}, ${passwordHash}) as user_id`,
  )
  if (!row?.user_id) throw new AppError('notFound', 'invitationGone')
  return row.user_id
}
