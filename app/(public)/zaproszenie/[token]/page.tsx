import { acceptInvitation } from '@/app/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormCheckbox, FormHidden, FormPassword } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import { peopleMessages } from '@/lib/messages/pl/people'
import { type OpenInvitation, openInvitation } from '@/lib/people/invitations'
import { definePublicPage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = peopleMessages.welcome
// `same-origin`: the link leaks to no other site, and a form without JavaScript is still sent as ours
export const metadata = { title: m.title, referrer: 'same-origin' }

const Gone = () => (
  <EmptyState title={m.gone} level={2} actions={<LinkButton href={paths.signIn()}>{m.signIn}</LinkButton>}>
    {m.goneText}
  </EmptyState>
)

const Authorisation = ({ scope, until }: { scope: string; until: string | null }) => (
  <Section id="upowaznienie" title={m.authorisation}>
    <Sheet pad>
      <p>{scope}</p>
      {until && <p className="muted">{m.until(until as IsoDate)}</p>}
    </Sheet>
  </Section>
)

const AcceptForm = ({ token, hasPassword }: { token: string; hasPassword: boolean }) => (
  <ActionForm action={acceptInvitation} label={m.title} submitLabel={m.submit}>
    <FormHidden name="token" value={token} />
    <FormCheckbox name="acknowledged" label={m.accept} required />
    {hasPassword ? (
      <FormPassword
        name="password"
        label={m.knownPassword}
        hint={m.known}
        autoComplete="current-password"
        required
      />
    ) : (
      <>
        <FormPassword
          name="password"
          label={m.password}
          hint={m.passwordHint}
          autoComplete="new-password"
          required
        />
        <FormPassword name="again" label={m.again} autoComplete="new-password" required />
      </>
    )}
  </ActionForm>
)

const Welcome = ({ token, invitation }: { token: string; invitation: OpenInvitation }) => (
  <>
    <PageHead title={m.title} lead={m.lead(invitation.institutionName)} />
    <Sheet pad>
      <DefinitionList
        items={[
          {
            term: m.account,
            value: `${invitation.givenName} ${invitation.familyName}, ${invitation.email}`,
          },
          { term: m.inviting, value: invitation.invitedBy },
        ]}
      />
    </Sheet>
    {invitation.authorisationScope && (
      <Authorisation scope={invitation.authorisationScope} until={invitation.authorisationTo} />
    )}
    <Section id="poufnosc" title={m.secrecy}>
      <p className="mb-4">{m.secrecyText}</p>
      <AcceptForm token={token} hasPassword={invitation.hasPassword} />
    </Section>
  </>
)

/** The door of the one-time link: who invites, what the named authorisation covers, confidentiality, password. */
export default definePublicPage({
  because: 'the one-time link is the key; nobody is signed in yet',
  render: async ({ params }) => {
    const token = params.token ?? ''
    const invitation = await openInvitation(token)
    return (
      <div className="task">{invitation ? <Welcome token={token} invitation={invitation} /> : <Gone />}</div>
    )
  },
})
