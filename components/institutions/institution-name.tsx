'use client'

import type { ReactNode } from 'react'
import { Checkbox, Choices } from '@/components/ui/choices'
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
  /** name of the choice "use this one", where one of the registry will do as well as a new one */
  useName?: string
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

/** The like ones of the registry to take instead, and that it is another one. */
const UseKnown = ({ name, items }: { name: string; items: readonly { id: string; label: string }[] }) => {
  const { id, typed, error } = useFormField(name)
  if (items.length === 0) return null
  return (
    <div className="mt-2">
      <Choices
        name={name}
        id={id}
        error={error}
        legend={institutionMessages.alike}
        legendHidden
        defaultValue={typed ?? []}
        options={[
          ...items.map((item) => ({ value: item.id, label: institutionMessages.takeThis(item.label) })),
          { value: 'other', label: institutionMessages.confirmOther },
        ]}
      />
    </div>
  )
}

/**
 * Name of an institution that the registry does not know yet. When the registry has a like one, the error names it
 * and a box appears to say that this is another; where one of them may be taken instead, each can be chosen.
 */
export const InstitutionName = (props: NameProps) => {
  const { name, confirmName, label, hint, defaultValue, required, useName } = props
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
      {useName ? <UseKnown name={useName} items={field.alike} /> : <Alike items={field.alike} />}
      {!useName && field.error && asText(field.typed) && (
        <Checkbox name={confirmName} id={confirm.id} label={institutionMessages.confirmOther} />
      )}
    </div>
  )
}
