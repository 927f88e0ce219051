import { recordAttendance, signOff } from '@/app/(app)/(wiedza)/szkola/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { FormChoices, FormHidden } from '@/components/ui/form-fields'
import { EmptyState } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { schoolMessages } from '@/lib/messages/pl/school'
import type { EventPage, EventPerson } from '@/lib/school'
import { paths } from '@/lib/web/paths'

const m = schoolMessages.page

const stateOf = ({ attended, state }: EventPerson): string =>
  attended === null ? m.place[state] : attended ? m.came : m.absent

const Step = ({ event, person }: { event: EventPage; person: EventPerson }) => {
  if (person.certificate)
    return <AppLink href={paths.certificate(person.id)}>{schoolMessages.certificate}</AppLink>
  return event.open ? (
    <ActionForm
      action={signOff}
      submitLabel={m.signOff}
      submitVariant={2}
      label={`${m.signOff}: ${person.name ?? m.somebody}`}
      inline
      small
    >
      <FormHidden name="entryId" value={person.id} />
    </ActionForm>
  ) : null
}

/** Who comes and who waits, in the order of signing up: all for the ROPS, the own house for its heads. */
export const People = ({ event }: { event: EventPage }) => {
  const keeps = event.may['school.attendance']
  const others = event.people.filter((p) => p.id !== event.own?.id)
  if (!keeps && others.length === 0) return null
  return (
    <Section
      id="osoby"
      title={keeps ? m.people : m.peopleHouse}
      lead={keeps && event.people.length > 0 ? m.count(event.people.length) : undefined}
    >
      <DataTable
        caption={m.peopleCaption}
        captionHidden
        rows={event.people}
        rowId={({ id }) => id}
        empty={<EmptyState title={m.peopleNone} />}
        columns={[
          { key: 'who', label: m.peopleColumns.who, cell: (p) => p.name ?? m.somebody },
          { key: 'house', label: m.peopleColumns.house, cell: (p) => p.institution },
          { key: 'state', label: m.peopleColumns.state, cell: stateOf },
          {
            key: 'do',
            label: m.peopleColumns.do,
            headHidden: true,
            cell: (p) => <Step event={event} person={p} />,
          },
        ]}
      />
    </Section>
  )
}

/** From the first day on: who came. */
export const Attendance = ({ event }: { event: EventPage }) => {
  const came = event.people.filter((p) => p.state === 'signed')
  if (!event.may['school.attendance'] || event.open || event.cancelledOn || came.length === 0) return null
  return (
    <Section id="obecnosc" title={m.attendance} lead={m.attendanceLead}>
      <Sheet pad>
        <ActionForm action={recordAttendance} submitLabel={m.attendanceSubmit} label={m.attendance}>
          <FormHidden name="eventId" value={event.id} />
          <FormChoices
            name="attended"
            legend={m.attendanceWho}
            options={came.map((p) => ({ value: p.id, label: p.name ?? m.somebody, hint: p.institution }))}
            defaultValue={came.filter((p) => p.attended).map((p) => p.id)}
            multiple
            columns
          />
        </ActionForm>
      </Sheet>
    </Section>
  )
}
