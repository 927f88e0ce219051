import { FormCheckbox, FormDate, FormText, FormTextArea } from '@/components/ui/form-fields'
import { StatusBadge, type Tone } from '@/components/ui/status'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import type { ModelState, ModelView } from '@/lib/model-consultations'

const m = modelMessages.form
const tones: Record<ModelState, Tone> = { open: 'going', ended: 'wait', closed: 'done' }

export const ModelBadge = ({ state }: { state: ModelState }) => (
  <StatusBadge tone={tones[state]}>{modelMessages.state[state]}</StatusBadge>
)

/** What is asked, until when, and who will read the remarks. */
export const ModelFields = ({ view }: { view?: ModelView }) => (
  <>
    <FormText name="title" label={m.name} defaultValue={view?.title} maxLength={160} required />
    <FormTextArea
      name="body"
      label={m.body}
      defaultValue={view?.body}
      rows={10}
      maxLength={12_000}
      required
    />
    <FormDate name="endsOn" label={m.endsOn} defaultValue={view?.endsOn} required />
    <FormCheckbox name="showsRemarks" label={m.shows} defaultChecked={view?.showsRemarks} />
  </>
)
