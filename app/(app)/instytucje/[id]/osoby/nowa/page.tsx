import { invitePerson } from '@/app/(app)/instytucje/[id]/osoby/nowa/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormDate, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { addMonths } from '@/lib/calendar'
import { peopleMessages } from '@/lib/messages/pl/people'
import { roleNames } from '@/lib/messages/pl/roles'
import { listPeople } from '@/lib/people'
import { today } from '@/lib/platform/clock'
import { forbidden } from '@/lib/platform/errors'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = peopleMessages.invite
export const metadata = { title: m.title }

/** Invites a person: account, roles, named authorisation and a one-time link by e-mail. */
export default definePage({
  permission: 'people.invite',
  render: async ({ actor, params }) => {
    const institutionId = params.id ?? ''
    const { institution, mayInvite, grantable } = await listPeople.execute(actor, {
      institutionId,
      former: '',
    })
    if (!mayInvite) throw forbidden('forbidden')
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: institution.name, href: paths.institution(institutionId) },
            { label: peopleMessages.list.title, href: paths.people(institutionId) },
            { label: m.title },
          ]}
        />
        <PageHead title={m.title} lead={m.lead} />
        <ActionForm action={invitePerson} label={m.title} submitLabel={m.submit}>
          <FormHidden name="institutionId" value={institutionId} />
          <FormText name="givenName" label={m.givenName} required />
          <FormText name="familyName" label={m.familyName} required />
          <FormText name="email" type="email" label={m.email} hint={m.emailHint} required />
          <FormChoices
            name="address"
            legend={m.address}
            options={(['pani', 'pan'] as const).map((value) => ({ value, label: m.addresses[value] }))}
            chips
            required
          />
          <FormText name="jobTitle" label={m.jobTitle} required />
          <FormChoices
            name="roles"
            legend={m.roles}
            hint={m.rolesHint}
            multiple
            columns
            options={grantable.map((role) => ({ value: role, label: roleNames[role] }))}
            required
          />
          <FormTextArea
            name="scope"
            label={m.scope}
            hint={m.scopeHint}
            defaultValue={m.scopeDefault}
            required
          />
          <FormDate name="validTo" label={m.validTo} defaultValue={addMonths(today(), 12)} required />
        </ActionForm>
      </div>
    )
  },
})
