import { redirect } from 'next/navigation'
import { chooseContext, signOut } from '@/app/actions'
import { Button } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { roleNames } from '@/lib/messages/pl/roles'
import { signInMessages as m } from '@/lib/messages/pl/sign-in'
import { expiredContexts, workingContexts } from '@/lib/people/sessions'
import type { Role } from '@/lib/policy/actor'
import { definePublicPage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { getSession } from '@/lib/web/session'

export const metadata = { title: m.context.title }

export default definePublicPage({
  because: 'signed in, but no working context is chosen yet; shows the own roles only',
  render: async () => {
    const session = await getSession()
    if (!session) redirect(paths.signIn())
    const contexts = await workingContexts(session.userId)
    const expired = await expiredContexts(session.userId)
    return (
      <div className="task">
        <PageHead title={m.context.title} lead={m.context.lead} />
        {expired.map(({ institutionName, expiredOn, renewers }) => (
          <Notice
            key={institutionName}
            tone="warn"
            title={m.context.expired(institutionName, expiredOn)}
            className="mb-4"
          >
            {m.context.expiredText(renewers)}
          </Notice>
        ))}
        {contexts.length === 0 && expired.length === 0 && (
          <EmptyState art="locked" title={m.context.none}>
            {m.context.noneText}
          </EmptyState>
        )}
        <ul className="stack-4">
          {contexts.map(({ institutionId, institutionName, roles }) => (
            <li key={institutionId} className="sheet pad row between">
              <span>
                <b>{institutionName}</b>
                <br />
                <span className="soft">{roles.map((role) => roleNames[role as Role]).join(', ')}</span>
              </span>
              <form action={chooseContext}>
                <input type="hidden" name="context" value={institutionId} />
                <Button type="submit">{m.context.choose}</Button>
              </form>
            </li>
          ))}
        </ul>
        <form action={signOut} className="mt-8">
          <Button type="submit" variant={3}>
            {m.account.signOut}
          </Button>
        </form>
      </div>
    )
  },
})
