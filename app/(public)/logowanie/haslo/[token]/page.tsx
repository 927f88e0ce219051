import { setNewPassword } from '@/app/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormPassword } from '@/components/ui/form-fields'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { peopleMessages } from '@/lib/messages/pl/people'
import { signInMessages } from '@/lib/messages/pl/sign-in'
import { isResetOpen } from '@/lib/people/password-reset'
import { definePublicPage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = signInMessages.password
const words = peopleMessages.welcome
// `same-origin`: the link leaks to no other site, and a form without JavaScript is still sent as ours
export const metadata = { title: m.title, referrer: 'same-origin' }

const Gone = () => (
  <EmptyState
    level={1}
    title={m.gone}
    actions={
      <LinkButton href={paths.passwordAsk()} variant={1}>
        {m.again}
      </LinkButton>
    }
  >
    {m.goneText}
  </EmptyState>
)

/** The new password behind a one-time link. */
export default definePublicPage({
  because: 'the one-time link is the key; who forgot the password cannot be signed in',
  render: async ({ params }) => {
    const token = params.token ?? ''
    if (!(await isResetOpen(token)))
      return (
        <div className="task">
          <Gone />
        </div>
      )
    return (
      <div className="task">
        <PageHead title={m.title} lead={m.newLead} />
        <ActionForm action={setNewPassword} label={m.title} submitLabel={m.submit}>
          <FormHidden name="token" value={token} />
          <FormPassword
            name="password"
            label={words.password}
            hint={words.passwordHint}
            autoComplete="new-password"
            required
          />
          <FormPassword name="again" label={words.again} autoComplete="new-password" required />
        </ActionForm>
      </div>
    )
  },
})
