import { FormDate, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { schoolMessages } from '@/lib/messages/pl/school'
import type { EventRow } from '@/lib/school'

const m = schoolMessages.form

/** What an event is: the same fields for a new one and for one that is put right. */
export const EventFields = ({ event }: { event?: EventRow }) => (
  <>
    <FormText name="title" label={m.name} defaultValue={event?.title} maxLength={160} required />
    <FormSelect
      name="kind"
      label={schoolMessages.kindLabel}
      defaultValue={event?.kind ?? 'school'}
      options={schoolMessages.kinds}
      placeholder={null}
    />
    <FormDate name="startsOn" label={m.startsOn} defaultValue={event?.startsOn} required />
    <FormDate
      name="endsOn"
      label={m.endsOn}
      hint={m.endsOnHint}
      defaultValue={event && event.endsOn !== event.startsOn ? event.endsOn : undefined}
      optional
    />
    <FormText
      name="startsAt"
      label={m.startsAt}
      defaultValue={event?.startsAt ?? ''}
      width="short"
      optional
    />
    <FormText
      name="place"
      label={m.place}
      hint={m.placeHint}
      defaultValue={event?.place ?? ''}
      maxLength={200}
      optional
    />
    <FormText
      name="link"
      label={m.link}
      defaultValue={event?.link ?? ''}
      inputMode="url"
      maxLength={500}
      optional
    />
    <FormText
      name="places"
      label={m.places}
      defaultValue={event ? String(event.places) : ''}
      width="short"
      numeric
      required
    />
    <FormTextArea
      name="programme"
      label={m.programme}
      hint={m.programmeHint}
      defaultValue={event?.programme}
      rows={6}
      maxLength={4000}
      required
    />
  </>
)
