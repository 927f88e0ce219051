import { recordConsents } from '@/app/(app)/sprawy/[id]/zgody/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormCheckbox, FormChoices, FormDate, FormHidden } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type ConsentView, channels } from '@/lib/consents'
import type { IsoDate } from '@/lib/format/dates'
import { consentMessages } from '@/lib/messages/pl/consents'
import { paths } from '@/lib/web/paths'
import { AnswerFields, type Asked } from './answer-fields'
import { ScopeMatrix } from './scope-matrix'
import { named } from './words'

const m = consentMessages.form

export const channelOptions = channels.map((value) => ({
  value,
  label: consentMessages.channels[value] ?? value,
}))

const Proof = ({ today, clause }: { today: IsoDate; clause: boolean }) => (
  <Sheet pad className="split split-2">
    <FormDate name="givenOn" label={m.givenOn} defaultValue={today} required />
    <FormChoices name="channel" legend={m.channel} options={channelOptions} defaultValue="paper" chips />
    {clause && <FormCheckbox name="clause" label={m.clause} hint={m.clauseHint} />}
  </Sheet>
)

/** One form for the whole family: the proposed scope, one answer a person, one signature. */
export const ConsentForm = ({ view }: { view: ConsentView }) => {
  const taking = view.persons.filter((person) => person.takesPart)
  const asked: Asked[] = taking.flatMap((person) => person.slots.map((slot) => ({ person, slot })))
  const unsigned = taking.filter((person) => person.slots.length === 0)
  return (
    <Section
      id="zakres"
      title={m.title}
      lead={m.lead}
      actions={<AppLink href={paths.caseConsentsPrint(view.caseId)}>{m.print}</AppLink>}
    >
      <ActionForm action={recordConsents} submitLabel={m.submit} id="zgody" label={m.submit}>
        <FormHidden name="caseId" value={view.caseId} />
        <ScopeMatrix view={view} name="scope" caption={m.caption} />
        <p className="muted">{m.basicNote}</p>
        <SectionHead title={m.answersTitle} lead={m.answersLead} />
        {unsigned.map((person) => (
          <Notice key={person.personId} tone="warn" title={named(person.name)}>
            {m.noGuardian}
          </Notice>
        ))}
        <Sheet pad>
          <ul className="ledger">
            {asked.map((one, index) => (
              <AnswerFields
                key={`${one.person.personId} ${one.slot.signers[0]?.id}`}
                view={view}
                asked={one}
                index={index}
              />
            ))}
          </ul>
        </Sheet>
        <SectionHead title={m.proof} />
        <Proof today={view.today} clause={view.hasClause && taking.some((person) => !person.clauseOn)} />
      </ActionForm>
    </Section>
  )
}
