import { askPassword } from '@/app/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormText } from '@/components/ui/form-fields'
import { PageHead } from '@/components/ui/page-head'
import { signInMessages } from '@/lib/messages/pl/sign-in'
import { definePublicPage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = signInMessages.password
export const metadata = { title: m.title }

/** A forgotten password: asks for a one-time link to the address of the account. */
export default definePublicPage({
  because: 'who forgot the password cannot be signed in',
  render: async () => (
    <div className="task">
      <PageHead title={m.title} lead={m.lead} />
      <ActionForm
        action={askPassword}
        label={m.title}
        submitLabel={m.ask}
        actions={<LinkButton href={paths.signIn()}>{m.back}</LinkButton>}
      >
        <FormText
          name="email"
          type="email"
          label={signInMessages.form.email}
          autoComplete="username"
          required
        />
      </ActionForm>
    </div>
  ),
})
