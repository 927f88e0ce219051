import { signOut, signOutEverywhere } from '@/app/actions'
import { Button, LinkButton } from '@/components/ui/button'
import { PageHead, Section } from '@/components/ui/page-head'
import { roleNames } from '@/lib/messages/pl/roles'
import { signInMessages as m } from '@/lib/messages/pl/sign-in'
import { rolesOf } from '@/lib/policy/actor'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.account.title }

export default definePage({
  permission: 'anyone signed in',
  render: async ({ actor }) => (
    <div className="task">
      <PageHead title={m.account.title} lead={`${actor.givenName} ${actor.familyName}, ${actor.email}`} />
      <Section id="role" title={m.account.roles} lead={actor.institutionName}>
        <ul className="sheet pad stack">
          {[...rolesOf(actor)].map((role) => (
            <li key={role}>{roleNames[role]}</li>
          ))}
        </ul>
        <p className="mt-4">
          <LinkButton href={paths.context()}>{m.context.title}</LinkButton>
        </p>
      </Section>
      <div className="row sec">
        <form action={signOut}>
          <Button type="submit" variant={1}>
            {m.account.signOut}
          </Button>
        </form>
        <form action={signOutEverywhere}>
          <Button type="submit" variant="bad">
            {m.account.signOutEverywhere}
          </Button>
        </form>
        <p className="hint">{m.account.everywhereText}</p>
      </div>
    </div>
  ),
})
