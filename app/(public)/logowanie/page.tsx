import { redirect } from 'next/navigation'
import { signIn, signInDemo } from '@/app/actions'
import { DemoDoor } from '@/components/layout/demo-door'
import { ForgetTyped } from '@/components/layout/forget-typed'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormPassword, FormText } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { signInMessages as m } from '@/lib/messages/pl/sign-in'
import { definePublicPage } from '@/lib/web/define-page'
import { demoPeople } from '@/lib/web/demo'
import { isMarked } from '@/lib/web/kept-form'
import { paths } from '@/lib/web/paths'
import { safeReturn } from '@/lib/web/request'
import { getSession } from '@/lib/web/session'

export const metadata = { title: m.title }

export default definePublicPage({
  because: 'nobody is signed in yet',
  render: async ({ search }) => {
    if (await getSession()) redirect(paths.home())
    const people = await demoPeople()
    return (
      <div className="door">
        <ForgetTyped />
        <div className="stack-8">
          <div>
            <h1 className="claim">{m.claim}</h1>
            <p className="lead">{m.lead}</p>
          </div>
          <section aria-labelledby="zaloguj" className="stack-4 door-form">
            <h2 id="zaloguj">{m.form.title}</h2>
            {search.haslo && (
              <Notice tone="good" role="status">
                {m.password.done}
              </Notice>
            )}
            {isMarked(safeReturn(search.powrot)) && <Notice role="status">{m.form.kept}</Notice>}
            <ActionForm
              action={signIn}
              submitLabel={m.form.submit}
              pendingLabel={m.form.pending}
              label={m.form.title}
            >
              <input type="hidden" name="powrot" value={safeReturn(search.powrot)} />
              <FormText name="email" type="email" label={m.form.email} autoComplete="username" required />
              <FormPassword
                name="password"
                label={m.form.password}
                autoComplete="current-password"
                required
              />
            </ActionForm>
            <p className="hint">{m.form.hint}</p>
            <p>
              <AppLink href={paths.passwordAsk()}>{m.form.forgotten}</AppLink>
            </p>
          </section>
        </div>
        {people.length > 0 && <DemoDoor people={people} action={signInDemo} mailbox={paths.mailbox()} />}
      </div>
    )
  },
})
