import { FormHidden } from '@/components/ui/form-fields'

export type PersonIds = { readonly institutionId: string; readonly userId: string }

/** The person and the institution that every form of the person's page is about. */
export const IdFields = ({ institutionId, userId }: PersonIds) => (
  <>
    <FormHidden name="institutionId" value={institutionId} />
    <FormHidden name="userId" value={userId} />
  </>
)
