import { FormChoices, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { ToneText } from '@/components/ui/status'
import type { ConsentPerson, ConsentView, Slot } from '@/lib/consents'
import { formatDate } from '@/lib/format/dates'
import { consentMessages } from '@/lib/messages/pl/consents'
import { ScopeMatrix } from './scope-matrix'
import { named } from './words'

const m = consentMessages.form

/** One answer that is asked for: a person, and whose signature counts. */
export type Asked = { person: ConsentPerson; slot: Slot }

const signerName = ({ id, name }: Slot['signers'][number]): string => (id === 'court' ? m.court : named(name))

const Signer = ({ at, person, slot }: Asked & { at: string }) => {
  const [only, ...others] = slot.signers
  if (!only) return null
  if (others.length === 0)
    return (
      <>
        <FormHidden name={`${at}.signer`} value={only.id} />
        {only.id !== person.personId && <p className="soft">{m.signs(signerName(only))}</p>}
      </>
    )
  return (
    <FormSelect
      name={`${at}.signer`}
      label={m.signer(named(person.name))}
      options={slot.signers.map((signer) => ({ value: signer.id, label: signerName(signer) }))}
      defaultValue={only.id}
      placeholder={null}
      width="medium"
    />
  )
}

const InForce = ({ view, slot }: { view: ConsentView; slot: Slot }) => {
  const entry = view.history.find(({ id }) => id === slot.current)
  if (!entry || (entry.standing !== 'granted' && entry.standing !== 'refused')) return null
  const text = [m.inForce[entry.standing], entry.givenOn && formatDate(entry.givenOn)]
    .filter(Boolean)
    .join(', ')
  return <ToneText tone={entry.standing === 'granted' ? 'done' : 'late'}>{text}</ToneText>
}

const optionsOf = (view: ConsentView, slot: Slot) => [
  { value: 'agree', label: m.agree, hint: m.agreeHint(view.proposal.length) },
  { value: 'exceptions', label: m.exceptions, hint: m.exceptionsHint },
  { value: 'refuse', label: m.refuse, hint: m.refuseHint },
  { value: 'later', label: slot.current ? m.laterAnswered : m.later },
]

/** One person's answer: agrees, agrees with exceptions, refuses, or has not said yet. */
export const AnswerFields = ({ view, asked, index }: { view: ConsentView; asked: Asked; index: number }) => {
  const { person, slot } = asked
  const at = `answers.${index}`
  const name = named(person.name)
  return (
    <li className="stack-4">
      <div className="row between top">
        <h3>{name}</h3>
        <InForce view={view} slot={slot} />
      </div>
      <FormHidden name={`${at}.personId`} value={person.personId} />
      <FormHidden name={`${at}.current`} value={slot.current ?? ''} />
      <Signer at={at} person={person} slot={slot} />
      <FormChoices
        name={`${at}.answer`}
        legend={m.answerOf(name)}
        legendHidden
        options={optionsOf(view, slot)}
        defaultValue="later"
        columns
      />
      <Disclosure summary={m.exceptionsTable}>
        <ScopeMatrix view={view} name={`${at}.scope`} caption={m.captionOf(name)} />
      </Disclosure>
    </li>
  )
}
