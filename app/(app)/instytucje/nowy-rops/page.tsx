import { foundRops } from '@/app/(app)/instytucje/nowy-rops/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormText } from '@/components/ui/form-fields'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { peopleMessages } from '@/lib/messages/pl/people'
import { searchTerritory } from '@/lib/territory'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = peopleMessages.rops
const person = peopleMessages.invite
export const metadata = { title: m.title }

/** The operator of an installation founds a region: its ROPS and the first local administrator. */
export default definePage({
  permission: 'people.createRops',
  render: async ({ actor }) => {
    const regions = await searchTerritory.execute(actor, { text: '', level: 'wojewodztwo' })
    return (
      <div className="task">
        <Crumbs
          items={[{ label: institutionMessages.title, href: paths.institutions() }, { label: m.title }]}
        />
        <PageHead title={m.title} lead={m.lead} />
        <ActionForm action={foundRops} label={m.title} submitLabel={m.submit}>
          <FormSelect
            name="wojewodztwo"
            label={m.wojewodztwo}
            options={regions.map(({ id, label }) => ({ value: id, label }))}
            width="medium"
            required
          />
          <FormText name="name" label={m.name} maxLength={200} required />
          <fieldset className="stack-4">
            <legend className="legend">{m.admin}</legend>
            <FormText name="givenName" label={person.givenName} maxLength={80} required />
            <FormText name="familyName" label={person.familyName} maxLength={120} required />
            <FormText name="email" type="email" label={person.email} maxLength={254} required />
            <FormText name="jobTitle" label={person.jobTitle} maxLength={120} required />
          </fieldset>
        </ActionForm>
      </div>
    )
  },
})
