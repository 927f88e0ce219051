import { InstitutionForm } from '@/app/(app)/instytucje/institution-form'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { hasRole } from '@/lib/policy/actor'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { addInstitution } from './actions'

const m = institutionMessages.form
export const metadata = { title: m.titleNew }

/** A new institution of the registry; an animator adds those of the own voivodeship. */
export default definePage({
  permission: 'institution.create',
  render: async ({ actor }) => (
    <div className="task">
      <Crumbs
        items={[{ label: institutionMessages.title, href: paths.institutions() }, { label: m.titleNew }]}
      />
      <PageHead title={m.titleNew} lead={m.leadNew} />
      <InstitutionForm
        action={addInstitution}
        within={hasRole(actor, 'animator', 'rops_koordynator') ? actor.wojewodztwoCode : undefined}
      />
    </div>
  ),
})
