'use client'

import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/choices'
import { asText, useFormField } from '@/components/ui/form-context'
import { TextInput } from '@/components/ui/inputs'
import { institutionMessages } from '@/lib/messages/pl/institutions'

type NameProps = {
  name: string
  /** name of the box "this is another institution" */
  confirmName: string
  label: string
  hint?: ReactNode
  defaultValue?: string
  required?: boolean
}

/** The like ones of the registry; in a new tab, so that what was typed stays. */
const Alike = ({ items }: { items: readonly { href: string; label: string }[] }) =>
  items.length > 0 && (
    <ul className="stack mt-2 mb-4" aria-label={institutionMessages.alike}>
      {items.map(({ href, label }) => (
        <li key={href}>
          <a href={href} target="_blank" rel="noreferrer">
            {label}
            <span className="vh"> {institutionMessages.newTab}</span>
          </a>
        </li>
      ))}
    </ul>
  )

/**
 * Name of an institution that the registry does not know yet. When the registry has a like one, the error names it
 * and a box appears to say that this is another.
 */
export const InstitutionName = ({ name, confirmName, label, hint, defaultValue, required }: NameProps) => {
  const field = useFormField(name)
  const confirm = useFormField(confirmName)
  return (
    <div>
      <TextInput
        name={name}
        id={field.id}
        label={label}
        hint={hint}
        error={field.error}
        defaultValue={asText(field.typed) ?? defaultValue}
        maxLength={200}
        required={required}
      />
      <Alike items={field.alike} />
      {field.error && asText(field.typed) && (
        <Checkbox name={confirmName} id={confirm.id} label={institutionMessages.confirmOther} />
      )}
    </div>
  )
}
