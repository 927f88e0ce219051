import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.members

type Party = {
  memberId: string
  institutionId: string
  name: string
  representative: string | null
  deputy: string | null
}
type Colleague = { userId: string; institutionId: string; name: string; jobTitle: string }
type Who = {
  field: string
  label: string
  holder: string | null
  colleagues: readonly Colleague[]
  /** the words for leaving the seat empty, where it may be */
  nobody?: string
}

const NewPerson = ({ field }: { field: string }) => (
  <div className="cols-3">
    <FormText name={`${field}.givenName`} label={m.givenName} maxLength={80} />
    <FormText name={`${field}.familyName`} label={m.familyName} maxLength={120} />
    <FormText name={`${field}.email`} label={m.email} type="email" maxLength={254} />
  </div>
)

/** One of the institution's people, or a new one who will be invited. */
const PersonChoice = ({ field, label, holder, colleagues, nobody }: Who) =>
  colleagues.length === 0 ? (
    <NewPerson field={field} />
  ) : (
    <div className="stack">
      <FormSelect
        name={`${field}.userId`}
        label={label}
        placeholder={holder ? m.stays(holder) : undefined}
        options={[
          ...(nobody && holder ? [{ value: 'none', label: nobody }] : []),
          ...colleagues.map((c) => ({ value: c.userId, label: `${c.name}, ${c.jobTitle}` })),
        ]}
        width="medium"
      />
      <Disclosure summary={m.newPerson}>
        <NewPerson field={field} />
      </Disclosure>
    </div>
  )

type SeatProps = { index: number; party: Party; colleagues: readonly Colleague[] }

const Seat = ({ index, party, colleagues }: SeatProps) => (
  <fieldset className="pad">
    <legend className="legend">{party.name}</legend>
    <FormHidden name={`seats.${index}.memberId`} value={party.memberId} />
    <p className="soft mb-2">{party.representative ? m.now(party.representative) : m.representative}</p>
    <PersonChoice
      field={`seats.${index}.representative`}
      label={m.representative}
      holder={party.representative}
      colleagues={colleagues}
    />
    <div className="mt-2">
      <Disclosure summary={party.deputy ? m.deputyNow(party.deputy) : m.addDeputy}>
        <PersonChoice
          field={`seats.${index}.deputy`}
          label={m.deputy}
          holder={party.deputy}
          colleagues={colleagues}
          nobody={m.noDeputy}
        />
      </Disclosure>
    </div>
  </fieldset>
)

type SeatsProps = {
  teamId: string
  parties: readonly Party[]
  colleagues: readonly Colleague[]
  action: FormAction
  submitVariant: 1 | 2
}

/** Representatives and deputies of many institutions in one form; rows left empty are left for later. */
export const SeatsForm = ({ teamId, parties, colleagues, action, submitVariant }: SeatsProps) => (
  <ActionForm action={action} submitLabel={m.save} submitVariant={submitVariant} label={m.people}>
    <FormHidden name="teamId" value={teamId} />
    <Sheet className="ruled">
      {parties.map((party, index) => (
        <Seat
          key={party.memberId}
          index={index}
          party={party}
          colleagues={colleagues.filter((c) => c.institutionId === party.institutionId)}
        />
      ))}
    </Sheet>
  </ActionForm>
)
