import { addStrength, correctStrength, endStrength } from '@/app/(app)/sprawy/[id]/diagnoza/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { criminalKey, type DiagnosisPage, type PersonOfCase, type StrengthView } from '@/lib/diagnosis'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'

const m = diagnosisMessages.strengths

type Props = { caseId: string; page: DiagnosisPage; people: readonly PersonOfCase[] }

const voices = [
  { value: 'team', label: m.said.team },
  { value: 'family', label: m.said.family },
]

const Fields = ({ people, strength }: { people: readonly PersonOfCase[]; strength?: StrengthView }) => (
  <>
    <FormText
      name="body"
      label={m.body}
      hint={strength ? undefined : m.bodyHint}
      defaultValue={strength?.body}
      maxLength={300}
      required
    />
    <FormSelect
      name="personId"
      label={m.person}
      options={people.map((p) => ({ value: p.id, label: p.name }))}
      defaultValue={strength?.personId ?? ''}
      placeholder={m.whole}
    />
    <FormChoices
      name="saidBy"
      legend={m.saidBy}
      options={voices}
      defaultValue={strength?.saidBy ?? 'team'}
      chips
    />
  </>
)

const Forms = ({ page, people, strength }: Pick<Props, 'page' | 'people'> & { strength: StrengthView }) => (
  <div className="row top">
    {page.may.strengths && (
      <Disclosure summary={m.mend}>
        <ActionForm
          action={correctStrength}
          submitLabel={m.save}
          submitVariant={2}
          label={`${m.mend}: ${strength.body}`}
        >
          <FormHidden name="strengthId" value={strength.id} />
          <FormHidden name="version" value={strength.version} />
          <Fields people={people} strength={strength} />
        </ActionForm>
      </Disclosure>
    )}
    {page.may.endStrength && (
      <Disclosure summary={m.end}>
        <ActionForm
          action={endStrength}
          submitLabel={m.endButton}
          submitVariant={2}
          label={`${m.end}: ${strength.body}`}
        >
          <FormHidden name="strengthId" value={strength.id} />
          <FormHidden name="version" value={strength.version} />
          <FormText name="reason" label={m.reason} maxLength={300} required />
        </ActionForm>
      </Disclosure>
    )}
  </div>
)

const Row = ({ strength }: { strength: StrengthView }) => (
  <>
    <b>{strength.body}</b>
    <div className="soft">
      {[
        strength.area,
        strength.person ?? m.whole,
        strength.saidBy === 'family' ? m.said.family : null,
        strength.endedOn ? m.ended(strength.endedOn, strength.endedReason) : m.since(strength.notedOn),
      ]
        .filter(Boolean)
        .join(', ')}
    </div>
  </>
)

const Add = ({ caseId, page, people }: Props) => (
  <Sheet className="pad mt-4">
    <h3>{m.add}</h3>
    <ActionForm action={addStrength} submitLabel={m.add} submitVariant={2} label={m.add}>
      <FormHidden name="caseId" value={caseId} />
      <FormSelect
        name="areaKey"
        label={m.area}
        options={page.areas
          .filter((area) => area.key !== criminalKey && !area.outside)
          .map((area) => ({ value: area.key, label: area.name }))}
        required
      />
      <Fields people={people} />
    </ActionForm>
  </Sheet>
)

/** What works in this family, each strength a thing of its own: whose, in which area, who sees it. */
export const Strengths = ({ caseId, page, people }: Props) => {
  const live = page.strengths.filter((s) => s.endedOn === null)
  const past = page.strengths.filter((s) => s.endedOn !== null)
  return (
    <Section id="mocne-strony" title={m.title} lead={m.lead}>
      <Sheet pad>
        {live.length === 0 ? (
          <p className="muted">{m.empty}</p>
        ) : (
          <ul className="ledger">
            {live.map((strength) => (
              <li key={strength.id}>
                <Row strength={strength} />
                <Forms page={page} people={people} strength={strength} />
              </li>
            ))}
          </ul>
        )}
        {past.length > 0 && (
          <Disclosure summary={m.past}>
            <ul className="ledger">
              {past.map((strength) => (
                <li key={strength.id}>
                  <Row strength={strength} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Sheet>
      {page.may.strengths && <Add caseId={caseId} page={page} people={people} />}
    </Section>
  )
}
