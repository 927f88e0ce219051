import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import type { FormAction } from '@/lib/format/form-state'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

/** A meeting that will not be, with its reason; `target` says which. */
export const CancelForm = ({ action, target }: { action: FormAction; target: ReactNode }) => (
  <Disclosure summary={m.cancel}>
    <ActionForm action={action} label={m.cancel} submitLabel={m.cancel} submitVariant="bad">
      {target}
      <FormTextArea name="reason" label={m.cancelReason} rows={2} required />
    </ActionForm>
  </Disclosure>
)
