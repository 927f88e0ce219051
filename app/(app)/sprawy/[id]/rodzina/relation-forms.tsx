import { addRelation, mendRelation, removeRelation } from '@/app/(app)/sprawy/[id]/rodzina/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckbox, FormDate, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type GenogramView, type Relation, relationKinds } from '@/lib/families'
import { formatDate } from '@/lib/format/dates'
import { genogramMessages, relationMessages as m } from '@/lib/messages/pl/genogram'

type Props = { caseId: string; view: GenogramView }

const DateFields = ({ relation }: { relation?: Relation }) => (
  <div className="stack-4">
    <div className="split split-2">
      <FormDate name="startsOn" label={m.startsOn} defaultValue={relation?.startsOn ?? undefined} optional />
      <FormDate name="endsOn" label={m.endsOn} defaultValue={relation?.endsOn ?? undefined} optional />
    </div>
    <FormCheckbox name="ended" label={m.ended} hint={m.endedHint} defaultChecked={relation?.ended} />
  </div>
)

const AddForm = ({ caseId, view }: Props) => {
  const persons = view.persons.map(({ personId, givenName, familyName }) => ({
    value: personId,
    label: `${givenName} ${familyName}`,
  }))
  return (
    <ActionForm action={addRelation} submitLabel={m.add} submitVariant={2} label={m.add}>
      <FormHidden name="caseId" value={caseId} />
      <div className="split split-2">
        <FormSelect name="personId" label={m.first} options={persons} required />
        <FormSelect
          name="kind"
          label={m.kind}
          options={relationKinds.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
          required
        />
        <FormSelect name="otherId" label={m.second} options={persons} required />
      </div>
      <Disclosure summary={m.dates}>
        <DateFields />
      </Disclosure>
    </ActionForm>
  )
}

const { period } = genogramMessages

const wordsOf = ({ persons }: GenogramView, { fromId, toId, kind, startsOn, endsOn, ended }: Relation) => {
  const name = (id: string) => {
    const person = persons.find(({ personId }) => personId === id)
    return person ? `${person.givenName} ${person.familyName}` : ''
  }
  return [
    `${name(fromId)} – ${m.kinds[kind]} – ${name(toId)}`,
    startsOn ? period.from(formatDate(startsOn)) : null,
    endsOn ? period.to(formatDate(endsOn)) : ended ? period.ended : null,
  ]
    .filter(Boolean)
    .join(', ')
}

const Entered = ({ caseId, view, relation, id }: Props & { relation: Relation; id: string }) => {
  const words = wordsOf(view, relation)
  return (
    <li className="stack-4">
      <p>{words}</p>
      <div>
        <Disclosure summary={m.mend}>
          <ActionForm action={mendRelation} submitLabel={m.save} submitVariant={2} label={m.mendOf(words)}>
            <FormHidden name="caseId" value={caseId} />
            <FormHidden name="relationId" value={id} />
            <FormHidden name="version" value={relation.version} />
            <DateFields relation={relation} />
          </ActionForm>
        </Disclosure>
        <Disclosure summary={m.remove}>
          <ActionForm
            action={removeRelation}
            submitLabel={m.remove}
            submitVariant="bad"
            label={m.removeOf(words)}
            small
          >
            <FormHidden name="caseId" value={caseId} />
            <FormHidden name="relationId" value={id} />
            <p className="muted">{m.removeNote}</p>
          </ActionForm>
        </Disclosure>
      </div>
    </li>
  )
}

/** Relations that were entered, each to be put right, and a short form for the next one. */
export const RelationForms = (props: Props) => {
  const entered = props.view.relations.flatMap((relation) =>
    relation.id === null ? [] : [{ id: relation.id, relation }],
  )
  return (
    <Section id="relacje" title={m.title} lead={m.lead}>
      <Sheet pad className="stack-4">
        {entered.length > 0 && (
          <ul className="ledger" aria-label={m.entered}>
            {entered.map((one) => (
              <Entered key={one.id} {...props} {...one} />
            ))}
          </ul>
        )}
        <AddForm {...props} />
      </Sheet>
    </Section>
  )
}
