import { endBasis, recordBasis } from '@/app/(app)/sprawy/[id]/zgody/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormDate, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import type { BasisEntry, ConsentView } from '@/lib/consents'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { categoryWords, consentMessages } from '@/lib/messages/pl/consents'
import { categories, named } from './words'

const m = consentMessages.basis

const Basis = ({ basis }: { basis: BasisEntry }) => (
  <>
    <b>{basis.institution}</b>
    {', '}
    {categoryWords[basis.category].name}
    <br />
    <span className="soft">
      {[m.names[basis.basis], basis.person ?? m.everybody, m.since(formatDate(basis.startsOn))].join(', ')}
    </span>
    <br />
    <span className="soft">{basis.note}</span>
  </>
)

const End = ({ view, basis }: { view: ConsentView; basis: BasisEntry }) => {
  if (basis.endedAt) return <StatusBadge tone="off">{m.ended(formatInstant(basis.endedAt))}</StatusBadge>
  if (!view.may['basis.end']) return null
  const name = `${basis.institution}, ${categoryWords[basis.category].name}`
  return (
    <ActionForm action={endBasis} submitLabel={m.end} submitVariant={3} label={m.endLabel(name)} inline small>
      <FormHidden name="caseId" value={view.caseId} />
      <FormHidden name="basisId" value={basis.id} />
    </ActionForm>
  )
}

const basisOptions = (['OBOWIAZEK_PRAWNY', 'UPS100', 'UWR', 'UPD_9c', 'ZYWOTNY_INTERES'] as const).map(
  (value) => ({ value, label: m.names[value] }),
)

const AddBasis = ({ view }: { view: ConsentView }) => (
  <Disclosure summary={m.add}>
    <ActionForm action={recordBasis} submitLabel={m.submit} submitVariant={2} label={m.add}>
      <FormHidden name="caseId" value={view.caseId} />
      <div className="split split-2">
        <FormSelect
          name="institutionId"
          label={m.institution}
          options={view.institutions
            .filter((institution) => !institution.noPersonalData)
            .map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        {!view.environment && (
          <FormSelect
            name="personId"
            label={m.person}
            options={view.persons.map((p) => ({ value: p.personId, label: named(p.name) }))}
            placeholder={m.everybody}
          />
        )}
        <FormSelect name="basis" label={m.basis} options={basisOptions} required />
      </div>
      <FormChoices
        name="categories"
        legend={m.categories}
        hint={consentMessages.form.basicNote}
        options={categories.map((value) => ({ value, label: categoryWords[value].name }))}
        defaultValue={['PODSTAWOWE']}
        multiple
        chips
      />
      <FormTextArea name="note" label={m.note} rows={2} maxLength={1000} required />
      <div className="split split-2">
        <FormDate name="startsOn" label={m.startsOn} defaultValue={view.today} required />
        <FormDate name="endsOn" label={m.endsOn} optional />
      </div>
    </ActionForm>
  </Disclosure>
)

/** Statutory bases with their justification, their end, and the form for a new one. */
export const Bases = ({ view }: { view: ConsentView }) => (
  <Section id="podstawy" title={m.title} lead={m.lead}>
    <Sheet pad className="stack-4">
      {view.bases.length === 0 ? (
        <p className="muted">{m.empty}</p>
      ) : (
        <Ledger
          rows={view.bases.map((basis) => ({
            id: basis.id,
            content: <Basis basis={basis} />,
            end: <End view={view} basis={basis} />,
          }))}
        />
      )}
      {view.askable && view.may['basis.record'] && <AddBasis view={view} />}
    </Sheet>
  </Section>
)
