import { addNeed, closeNeed, editNeed } from '@/app/(app)/sprawy/[id]/diagnoza/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import type { NeedView, PersonOfCase } from '@/lib/diagnosis'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'

const m = diagnosisMessages.needs

const severities = [1, 2, 3].map((n) => ({ value: String(n), label: m.severities[n] ?? String(n) }))

const NeedForms = ({ need }: { need: NeedView }) => (
  <div className="row top">
    <Disclosure summary={m.mend}>
      <ActionForm action={editNeed} submitLabel={m.save} submitVariant={2} label={`${m.mend}: ${need.name}`}>
        <FormHidden name="needId" value={need.id} />
        <FormHidden name="version" value={need.version} />
        <FormChoices
          name="severity"
          legend={m.severity}
          options={severities}
          defaultValue={String(need.severity)}
          chips
        />
        <FormTextArea
          name="description"
          label={m.description}
          defaultValue={need.description ?? ''}
          rows={2}
          optional
        />
      </ActionForm>
    </Disclosure>
    <Disclosure summary={m.close}>
      <ActionForm
        action={closeNeed}
        submitLabel={m.close}
        submitVariant={2}
        label={`${m.close}: ${need.name}`}
      >
        <FormHidden name="needId" value={need.id} />
        <FormHidden name="version" value={need.version} />
        <FormText name="reason" label={m.reason} maxLength={300} required />
      </ActionForm>
    </Disclosure>
  </div>
)

const NeedRow = ({ need, may }: { need: NeedView; may: boolean }) => (
  <li>
    <div className="row between top">
      <div>
        <b>{need.name}</b>
        <div className="soft">
          {need.person ?? m.whole}, {m.severities[need.severity]}
        </div>
        {need.description && <div>{need.description}</div>}
      </div>
      {need.closedOn ? (
        <StatusBadge tone="off">{m.closed(need.closedOn)}</StatusBadge>
      ) : (
        need.unmetSince && <StatusBadge tone="late">{m.unmet(need.unmetSince)}</StatusBadge>
      )}
    </div>
    {may && !need.closedOn && <NeedForms need={need} />}
  </li>
)

type Props = {
  caseId: string
  needs: readonly NeedView[]
  people: readonly PersonOfCase[]
  choices: readonly { value: string; label: string }[]
  may: boolean
}

/** Needs of the family with a form that adds one. */
export const Needs = ({ caseId, needs, people, choices, may }: Props) => (
  <Section id="potrzeby" title={m.title} lead={m.lead}>
    <Sheet pad>
      {needs.length === 0 ? (
        <p className="muted">{m.empty}</p>
      ) : (
        <ul className="ledger">
          {needs.map((need) => (
            <NeedRow key={need.id} need={need} may={may} />
          ))}
        </ul>
      )}
    </Sheet>
    {may && (
      <Sheet className="pad mt-4">
        <h3>{m.add}</h3>
        <ActionForm action={addNeed} submitLabel={m.add} submitVariant={2} label={m.add}>
          <FormHidden name="caseId" value={caseId} />
          <FormSelect name="needKey" label={m.need} options={choices} required />
          <FormSelect
            name="personId"
            label={m.person}
            options={people.map((p) => ({ value: p.id, label: p.name }))}
            placeholder={m.whole}
          />
          <FormChoices name="severity" legend={m.severity} options={severities} defaultValue="2" chips />
          <Disclosure summary={m.description}>
            <FormTextArea name="description" label={m.description} rows={2} maxLength={1000} optional />
          </Disclosure>
        </ActionForm>
      </Sheet>
    )}
  </Section>
)
