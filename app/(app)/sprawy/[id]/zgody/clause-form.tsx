import { deliverClauses } from '@/app/(app)/sprawy/[id]/zgody/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices, FormDate, FormHidden } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { ConsentView } from '@/lib/consents'
import { formatDate } from '@/lib/format/dates'
import { consentMessages } from '@/lib/messages/pl/consents'
import { paths } from '@/lib/web/paths'
import { channelOptions } from './consent-form'
import { named } from './words'

const m = consentMessages.clause

const Text = ({ view }: { view: ConsentView }) => (
  <AppLink href={paths.institutionClause(view.ownerInstitutionId)}>{m.read}</AppLink>
)

/** The information clause, for those who do not have it yet; all are ticked. */
export const ClauseForm = ({ view }: { view: ConsentView }) => {
  const without = view.persons.filter((person) => !person.clauseOn)
  if (without.length === 0) return null
  if (!view.hasClause)
    return (
      <Section id="klauzula" title={m.title} lead={m.lead} actions={<Text view={view} />}>
        <Notice tone="warn">{m.none}</Notice>
      </Section>
    )
  return (
    <Section id="klauzula" title={m.title} lead={m.lead} actions={<Text view={view} />}>
      <Sheet pad className="stack-4">
        <p>
          <ToneText tone={view.clauseDue < view.today ? 'late' : 'wait'}>
            {m.due(formatDate(view.clauseDue), view.clauseDue < view.today)}
          </ToneText>
        </p>
        <ActionForm action={deliverClauses} submitLabel={m.submit} submitVariant={2} label={m.title}>
          <FormHidden name="caseId" value={view.caseId} />
          <FormChoices
            name="personIds"
            legend={m.people}
            options={without.map((person) => ({ value: person.personId, label: named(person.name) }))}
            defaultValue={without.map((person) => person.personId)}
            multiple
            columns
          />
          <div className="split split-2">
            <FormDate name="deliveredOn" label={m.deliveredOn} defaultValue={view.today} required />
            <FormChoices
              name="channel"
              legend={consentMessages.form.channel}
              options={channelOptions}
              defaultValue="paper"
              chips
            />
          </div>
        </ActionForm>
      </Sheet>
    </Section>
  )
}
