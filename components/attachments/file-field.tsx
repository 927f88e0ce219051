import { FormFile } from '@/components/ui/form-fields'
import { attachmentFieldErrors, attachmentMessages as m } from '@/lib/messages/pl/attachments'

type Props = {
  label?: string
  /** scans alone, or texts too */
  types: 'scans' | 'papers' | 'captions'
  limit: number
  accept: readonly string[]
  /** an address may stand instead */
  optional?: boolean
}

/** The file of a form: its types and its limit are told before anybody waits for an upload. */
export const AttachedFile = ({ label = m.file, types, limit, accept, optional }: Props) => (
  <FormFile
    name="file"
    label={label}
    hint={m.hint(m[types], limit / 1024 / 1024)}
    maxBytes={limit}
    tooLarge={attachmentFieldErrors.fileTooLarge}
    accept={accept.join(',')}
    required={!optional}
    optional={optional}
  />
)
