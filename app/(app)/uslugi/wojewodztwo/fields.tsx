import { FormDate, FormText, FormTextArea } from '@/components/ui/form-fields'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { overlayMessages as m } from '@/lib/messages/pl/overlay'

/** From when, and why: every change of the catalogue says both. */
export const SinceAndWhy = ({ startsOn }: { startsOn: IsoDate }) => (
  <>
    <FormDate name="startsOn" label={m.startsOn} defaultValue={formatDate(startsOn)} />
    <FormTextArea name="reason" label={m.reason} rows={2} maxLength={600} />
  </>
)

export const NameField = ({ name }: { name?: string | null }) => (
  <FormText name="name" label={m.name} defaultValue={name ?? ''} maxLength={120} />
)

export const DescriptionField = ({ text }: { text?: string | null }) => (
  <FormTextArea
    name="description"
    label={m.description}
    defaultValue={text ?? ''}
    rows={3}
    maxLength={600}
    optional
  />
)
