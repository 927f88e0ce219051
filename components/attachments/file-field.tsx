import { FormFile } from '@/components/ui/form-fields'
import { attachmentFieldErrors, attachmentMessages as m } from '@/lib/messages/pl/attachments'

type Props = {
  label?: string
  /** scans alone, or texts too */
  types: 'scans' | 'papers'
  limit: number
  accept: readonly string[]
}

/** The file of a form: its types and its limit are told before anybody waits for an upload. */
export const AttachedFile = ({ label = m.file, types, limit, accept }: Props) => (
  <FormFile
    name="file"
    label={label}
    hint={m.hint(m[types], limit / 1024 / 1024)}
    maxBytes={limit}
    tooLarge={attachmentFieldErrors.fileTooLarge}
    accept={accept.join(',')}
    required
  />
)
