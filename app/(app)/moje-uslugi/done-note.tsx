import { undoDelivery } from '@/app/(app)/moje-uslugi/actions'
import type { Back } from '@/app/(app)/moje-uslugi/answer-forms'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { serviceMessages as m } from '@/lib/messages/pl/baskets'

const uuidShape = /^[0-9a-f-]{36}$/u

const isDone = (code: string | undefined): code is keyof typeof m.doneNotes =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)

/** What was just done, by the code in the address; a delivery can be taken back right here. */
export const DoneNote = ({
  code,
  deliveryId,
  back,
}: {
  code: string | undefined
  deliveryId: string | undefined
  back: Back
}) =>
  isDone(code) ? (
    <Notice tone="good" role="status">
      {m.doneNotes[code]}
      {code === 'deliver' && deliveryId && uuidShape.test(deliveryId) && (
        <ActionForm action={undoDelivery} submitLabel={m.undo} submitVariant={3} inline small>
          <FormHidden name="deliveryId" value={deliveryId} />
          <FormHidden name="back" value={back} />
        </ActionForm>
      )}
    </Notice>
  ) : null
