'use client'

import { FieldErrorText } from '@/components/ui/field'
import { useFormField } from '@/components/ui/form-context'

/** The error of a group of boxes that has no field of its own; the summary links to it. */
export const FieldMessage = ({ name }: { name: string }) => {
  const { id, error } = useFormField(name)
  return <div id={id}>{error && <FieldErrorText id={`${id}-error`}>{error}</FieldErrorText>}</div>
}
