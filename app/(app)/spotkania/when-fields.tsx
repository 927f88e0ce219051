import { FormDate, FormText } from '@/components/ui/form-fields'
import type { IsoDate } from '@/lib/format/dates'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

type Values = {
  heldOn?: IsoDate
  startsAt?: string
  place?: string | null
  link?: string | null
  quorumShare?: number
}

/** Day, hour and place of a meeting. */
export const WhenFields = ({ values = {}, hint }: { values?: Values; hint?: string }) => (
  <>
    <div className="row">
      <FormDate name="heldOn" label={m.day} hint={hint} defaultValue={values.heldOn} required />
      <FormText name="startsAt" label={m.hour} defaultValue={values.startsAt} width="short" required />
    </div>
    <FormText
      name="place"
      label={m.place}
      hint={m.placeHint}
      defaultValue={values.place ?? ''}
      maxLength={200}
    />
    <FormText name="link" type="url" label={m.link} defaultValue={values.link ?? ''} maxLength={500} />
    {values.quorumShare !== undefined && (
      <FormText
        name="quorumShare"
        label={m.share}
        numeric
        width="short"
        defaultValue={String(values.quorumShare)}
      />
    )}
  </>
)
