import { endAway, noteAway } from '@/app/(app)/konto/absence-actions'
import { acknowledge, mendAccount } from '@/app/(app)/konto/actions'
import { CalendarFeed } from '@/app/(app)/konto/calendar'
import { signOut, signOutEverywhere } from '@/app/actions'
import { Absence, Covers } from '@/components/teams/absence'
import { ActionForm } from '@/components/ui/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { FormChoices, FormHidden, FormText } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { readAbsence } from '@/lib/absence'
import { addCalendarDays } from '@/lib/calendar'
import { formatPhone } from '@/lib/format/phone'
import { readFeed } from '@/lib/meetings'
import { peopleMessages } from '@/lib/messages/pl/people'
import { roleNames } from '@/lib/messages/pl/roles'
import { signInMessages as m } from '@/lib/messages/pl/sign-in'
import { readOwnAccount, renewalDays } from '@/lib/people'
import { today } from '@/lib/platform/clock'
import { rolesOf } from '@/lib/policy/actor'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const words = peopleMessages.person
export const metadata = { title: m.account.title }

type Account = Awaited<ReturnType<typeof readOwnAccount.execute>>

/** The named authorisation of this place of work: until when, and whether a new one waits to be read. */
const Authorisation = ({ account: { authorisation } }: { account: Account }) =>
  authorisation && (
    <Section id="upowaznienie" title={m.account.authorisation}>
      <Sheet pad className="stack-4">
        {authorisation.to && authorisation.to <= addCalendarDays(today(), renewalDays) && (
          <Notice tone="warn">{m.account.authorisationEnds(authorisation.to)}</Notice>
        )}
        <p>{authorisation.scope}</p>
        <DefinitionList
          items={[
            { term: words.valid, value: words.period(authorisation.from, authorisation.to) },
            {
              term: words.acknowledgement,
              value: authorisation.acknowledged ? words.acknowledged : words.notAcknowledged,
            },
          ]}
        />
        {!authorisation.acknowledged && (
          <ActionForm
            action={acknowledge}
            label={m.account.acknowledge}
            submitLabel={m.account.acknowledge}
            inline
          >
            <FormHidden name="authorisationId" value={authorisation.id} />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )

const Contact = ({ account }: { account: Account }) => (
  <Section id="kontakt" title={m.account.contact}>
    <Sheet pad>
      <ActionForm
        action={mendAccount}
        label={m.account.contact}
        submitLabel={m.account.save}
        submitVariant={2}
      >
        <FormHidden name="version" value={account.version} />
        <FormText
          name="phone"
          type="tel"
          label={m.account.phone}
          hint={m.account.phoneHint}
          defaultValue={account.phone ? formatPhone(account.phone) : ''}
          width="medium"
        />
        <FormChoices
          name="address"
          legend={peopleMessages.invite.address}
          options={(['pani', 'pan'] as const).map((value) => ({
            value,
            label: peopleMessages.invite.addresses[value],
          }))}
          defaultValue={account.address}
          chips
          required
        />
      </ActionForm>
    </Sheet>
  </Section>
)

export default definePage({
  permission: 'anyone signed in',
  render: async ({ actor }) => {
    const { account, absence, feed } = await readPage(async (read) => ({
      account: await read(readOwnAccount, {}),
      absence: await read(readAbsence, { userId: null }),
      feed: await read(readFeed, {}),
    }))
    return (
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
        <Covers
          covers={absence.covers}
          servicesHref={paths.myServices()}
          handOverHref={absence.mayHandOver ? paths.handover : null}
        />
        <Absence userId={null} {...absence} note={noteAway} end={endAway} />
        <Authorisation account={account} />
        <Contact account={account} />
        <CalendarFeed since={feed.since} />
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
    )
  },
})
