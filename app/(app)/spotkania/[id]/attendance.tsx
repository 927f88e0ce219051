import { recordAttendance } from '@/app/(app)/spotkania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { MeetingView, PartyRow } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

const came = ['nobody', 'representative', 'deputy', 'other'] as const

const seatName = (party: PartyRow, how: (typeof came)[number]): string => {
  if (how === 'representative') return m.seat(m.came.representative, party.representative)
  if (how === 'deputy') return m.seat(m.came.deputy, party.deputy)
  return m.came[how]
}

const Fields = ({ party, i }: { party: PartyRow; i: number }) => (
  <fieldset className="row top">
    <legend className="med">{party.institution}</legend>
    <FormHidden name={`parties.${i}.id`} value={party.id} />
    <FormSelect
      name={`parties.${i}.came`}
      label={m.cameLabel(party.institution)}
      labelHidden
      placeholder={null}
      defaultValue={party.came ?? 'nobody'}
      options={came.map((value) => ({ value, label: seatName(party, value) }))}
    />
    <FormText
      name={`parties.${i}.name`}
      label={m.cameName(party.institution)}
      labelHidden
      defaultValue={party.came === 'other' ? (party.cameName ?? '') : ''}
      maxLength={120}
    />
  </fieldset>
)

type Props = { meeting: MeetingView; screen?: boolean }

export const AttendanceForm = ({ meeting, screen }: Props) => (
  <ActionForm action={recordAttendance} label={m.attendance} submitLabel={m.saveAttendance} submitVariant={2}>
    <FormHidden name="meetingId" value={meeting.id} />
    {screen && <FormHidden name="screen" value="on" />}
    {meeting.parties.map((party, i) => (
      <Fields key={party.id} party={party} i={i} />
    ))}
  </ActionForm>
)

export const quorumWords = ({ quorum }: MeetingView): string =>
  m.quorum(quorum.present, quorum.all, quorum.needed, quorum.reached)

/** Nobody is absent before the meeting: until somebody was noted the parties are only invited. */
const isAhead = ({ status, parties }: MeetingView): boolean =>
  (status === 'planned' || status === 'called') && parties.every(({ came: how }) => how === null)

const Invited = ({ parties }: MeetingView) => (
  <Disclosure summary={m.invitedAll(parties.length)}>
    <Ledger rows={parties.map((p) => ({ id: p.id, content: p.institution, end: null }))} />
  </Disclosure>
)

const Came = ({ parties }: MeetingView) => (
  <Ledger
    rows={parties.map((p) => ({
      id: p.id,
      content: p.institution,
      end: (
        <span className={p.came ? undefined : 'muted'}>
          {p.came && p.cameName ? m.cameBy(m.came[p.came], p.cameName) : m.came.nobody}
        </span>
      ),
    }))}
  />
)

/** Who is invited; then who came for which party, and whether they are enough. */
export const Attendance = ({ meeting }: { meeting: MeetingView }) =>
  meeting.parties.length === 0 ? null : (
    <Section
      id="obecnosc"
      title={m.attendance}
      lead={isAhead(meeting) ? m.quorumAhead(meeting.quorum.needed) : quorumWords(meeting)}
    >
      <Sheet pad className="stack-4">
        {isAhead(meeting) ? <Invited {...meeting} /> : <Came {...meeting} />}
        {meeting.can.attend && (
          <Disclosure summary={m.saveAttendance}>
            <AttendanceForm meeting={meeting} />
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
